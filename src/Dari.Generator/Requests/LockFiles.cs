using System.Collections.Immutable;
using System.IO;
using System.Threading;
using Dari.Generator.Diagnostics;
using Dari.Generator.Specs.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Generator.Requests;

/// <summary>Gives each request the lock that its item names.</summary>
internal static class LockFiles
{
    public static bool IsLock(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        new ItemMetadata(options.GetOptions(file)).IsLock;

    /// <returns><see langword="null"/> when the file cannot be read.</returns>
    public static SpecSource? Read(AdditionalText file, CancellationToken cancellationToken) =>
        file.GetText(cancellationToken) is SourceText text ? new SpecSource(file.Path, text) : null;

    public static Bound<ClientRequest> Join(Bound<ClientRequest> request, ImmutableArray<SpecSource> locks)
    {
        if (request.Value is not { LockPath.Length: > 0 } asked)
        {
            return request;
        }

        foreach (SpecSource one in locks)
        {
            if (Path.GetFullPath(one.Path) == Path.GetFullPath(asked.LockPath))
            {
                return request with { Value = asked with { Lock = one } };
            }
        }

        return request;
    }
}
