using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Dari.Generator.Emit;
using Dari.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Dari.Generator.Review.Callers;

/// <summary>What pending changes break, as the generator wrote it into files of the compilation.</summary>
internal sealed class PendingIndex
{
    private readonly Dictionary<string, List<(string Namespace, PendingUseModel Use)>> _byName = new(StringComparer.Ordinal);

    private PendingIndex(IEnumerable<(string Namespace, PendingUseModel Use)> uses)
    {
        foreach ((string space, PendingUseModel use) in uses)
        {
            Add(use.Member.Length > 0 ? use.Member : use.Type, space, use);
        }
    }

    public bool IsEmpty => _byName.Count == 0;

    public static PendingIndex Read(Compilation compilation, CancellationToken cancellationToken) => new(compilation.SyntaxTrees
        .Where(tree => tree.FilePath.EndsWith(ReviewEmitter.PendingSuffix, StringComparison.Ordinal))
        .SelectMany(tree => tree.GetText(cancellationToken).Lines)
        .Select(line => PendingEntry.Read(line.ToString()))
        .Where(entry => entry is not null)
        .Select(entry => entry!.Value));

    /// <summary>Entries for a name: those of members, and those of types.</summary>
    public IReadOnlyList<(string Namespace, PendingUseModel Use)> Named(string name) =>
        _byName.TryGetValue(name, out List<(string Namespace, PendingUseModel Use)>? uses) ? uses : [];

    /// <summary>Members of a type that must be set now, or could be set before.</summary>
    public IEnumerable<PendingUseModel> MembersOf(ITypeSymbol type) => _byName.Values
        .SelectMany(uses => uses)
        .Where(entry => entry.Use.Member.Length > 0 && Is(type, entry.Namespace, entry.Use.Type))
        .Select(entry => entry.Use);

    public static bool Is(ITypeSymbol type, string space, string name) =>
        type.Name == name && type.ContainingNamespace is { } found && found.ToDisplayString() == space;

    private void Add(string name, string space, PendingUseModel use)
    {
        if (!_byName.TryGetValue(name, out List<(string Namespace, PendingUseModel Use)>? uses))
        {
            _byName.Add(name, uses = []);
        }

        uses.Add((space, use));
    }
}
