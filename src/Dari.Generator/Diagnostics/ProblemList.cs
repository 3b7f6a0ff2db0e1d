using System.Collections.Generic;
using Dari.Generator.Equality;
using Dari.Generator.Specs.Syntax;
using Microsoft.CodeAnalysis;

namespace Dari.Generator.Diagnostics;

/// <summary>Collects the problems of one document while it is read and bound.</summary>
internal sealed class ProblemList
{
    private readonly SpecSource _source;
    private readonly List<DiagnosticInfo> _problems = [];

    public ProblemList(SpecSource source) => _source = source;

    /// <summary>Reports at the place of a node. The JSON pointer belongs into the arguments.</summary>
    public void Add(DiagnosticDescriptor descriptor, SpecNode node, params string[] arguments) =>
        _problems.Add(DiagnosticInfo.Create(descriptor, _source.Locate(node), arguments));

    public void Add(DiagnosticDescriptor descriptor, int start, int end, params string[] arguments) =>
        _problems.Add(DiagnosticInfo.Create(descriptor, _source.Locate(start, end), arguments));

    /// <summary>Reports at a place in another document, to which a reference led.</summary>
    public void Add(DiagnosticDescriptor descriptor, SpecSource source, SpecNode node, params string[] arguments) =>
        _problems.Add(DiagnosticInfo.Create(descriptor, source.Locate(node), arguments));

    /// <summary>Takes over the problems of an attempt at the same document.</summary>
    public void AddRange(ProblemList other) => _problems.AddRange(other._problems);

    /// <summary>Whether something was found that must stop the build.</summary>
    public bool HasErrors => _problems.Exists(problem => problem.Descriptor.DefaultSeverity == DiagnosticSeverity.Error);

    public EquatableArray<DiagnosticInfo> ToEquatableArray() => _problems;
}
