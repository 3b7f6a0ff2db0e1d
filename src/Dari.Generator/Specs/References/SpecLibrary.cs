using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Dari.Generator.Diagnostics;
using Dari.Generator.Specs.Syntax;
using Dari.Generator.Specs.Versions;

namespace Dari.Generator.Specs.References;

/// <summary>
/// The document that is read and those of the build that it refers to. A document is read when a reference first leads
/// to it. Nothing else is ever opened.
/// </summary>
internal sealed class SpecLibrary
{
    private readonly SpecFile _main;
    private readonly SpecSource[] _sources;
    private readonly ProblemList _problems;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<SpecSource, SpecFile?> _files = [];

    public SpecLibrary(SpecFile main, IReadOnlyList<SpecSource> sources, ProblemList problems, CancellationToken cancellationToken)
    {
        _main = main;
        _sources = [.. sources];
        _problems = problems;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The document itself.</summary>
    public SpecFile Main => _main;

    /// <summary>All of them, read.</summary>
    public IEnumerable<SpecFile> Files => _sources.Select(Read).OfType<SpecFile>().Prepend(_main);

    /// <summary>The document that a reference names, or <see langword="null"/>; the same instance for the same document.</summary>
    /// <param name="from">The document in which the reference stands.</param>
    /// <param name="reference">The part before <c>#</c>, as written: a relative path or a URL.</param>
    public SpecFile? Find(SpecFile from, string reference)
    {
        if (Files.FirstOrDefault(file => file.Identity == reference) is { } stated)
        {
            return stated;
        }

        // A document that says where it lives is a base for URIs, not for paths.
        string? uri = SpecPath.ResolveUri(from.Identity, reference);
        if (uri is not null && Files.FirstOrDefault(file => SpecPath.ResolveUri(null, file.Identity ?? "") == uri) is { } named)
        {
            return named;
        }

        if (!SpecPath.IsUri(reference))
        {
            int query = reference.IndexOf('?');
            string path = query < 0 ? reference : reference.Substring(0, query);
            return AtPath(SpecPath.Resolve(from.Path, Uri.UnescapeDataString(path))) ?? AtPath(SpecPath.Resolve(from.Path, path));
        }

        return uri is null ? null : WithEndOf(new Uri(uri).AbsolutePath);
    }

    /// <summary>As written, else the only one that differs in case: file systems disagree about that, builds must not.</summary>
    private SpecFile? AtPath(string path)
    {
        if (string.Equals(SpecPath.Normalize(_main.Path), path, StringComparison.Ordinal))
        {
            return _main;
        }

        SpecSource? exact = _sources.FirstOrDefault(source => SpecPath.Normalize(source.Path) == path);
        if (exact is not null)
        {
            return Read(exact);
        }

        SpecSource[] alike = [.. _sources.Where(source => string.Equals(SpecPath.Normalize(source.Path), path, StringComparison.OrdinalIgnoreCase))];
        bool isMain = string.Equals(SpecPath.Normalize(_main.Path), path, StringComparison.OrdinalIgnoreCase);
        return alike.Length + (isMain ? 1 : 0) != 1 ? null : isMain ? _main : Read(alike[0]);
    }

    /// <summary>
    /// A URL is not fetched. It means the document of the build that is called as its end says, when there is one such:
    /// <c>https://example.com/v1/common.yaml</c> is <c>common.yaml</c>.
    /// </summary>
    private SpecFile? WithEndOf(string path)
    {
        string name = SpecPath.FileName(Uri.UnescapeDataString(path));
        bool IsCalled(string other) => name.Length > 0 && string.Equals(SpecPath.FileName(other), name, StringComparison.OrdinalIgnoreCase);
        SpecSource[] called = [.. _sources.Where(source => IsCalled(source.Path))];
        if (IsCalled(_main.Path))
        {
            return called.Length == 0 ? _main : null;
        }

        return called.Length == 1 ? Read(called[0]) : null;
    }

    private SpecFile? Read(SpecSource source)
    {
        if (!_files.TryGetValue(source, out SpecFile? file))
        {
            file = ReadNew(source);
            _files.Add(source, file);
        }

        return file;
    }

    private SpecFile? ReadNew(SpecSource source)
    {
        if (SpecPath.Normalize(source.Path) == SpecPath.Normalize(_main.Path))
        {
            return _main;
        }

        var problems = new ProblemList(source);
        SpecNode? root = SyntaxReader.Read(source, problems, _cancellationToken);
        if (_problems.Texts.Add(source) is not { } offset)
        {
            _problems.Add(DiagnosticDescriptors.LimitExceeded, 0, 0, "The documents that this one refers to are too long");
            return null;
        }

        _problems.AddRange(problems, offset);
        if (root is null)
        {
            return null;
        }

        SpecNode moved = ShiftedTree.Of(root, offset);
        string name = SpecPath.Relative(_main.Path, source.Path);
        _problems.AddTree(name, moved);
        return new SpecFile(source.Path, _problems.Texts, moved, name, VersionReader.Stated(root)) { MayHaveIds = source.HasIds };
    }
}
