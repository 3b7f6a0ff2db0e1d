using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Equality;
using Dari.Generator.Specs.Syntax;
using Microsoft.CodeAnalysis;

namespace Dari.Generator.Diagnostics;

/// <summary>Collects the problems of one document while it is read and bound.</summary>
internal sealed class ProblemList(SpecSource source)
{
    private readonly List<Problem> _problems = [];
    private readonly List<DiagnosticInfo> _elsewhere = [];
    private readonly ProblemPlaces _places = new();

    /// <summary>The texts that places are looked up in.</summary>
    public SpecTexts Texts { get; } = new(source);

    /// <summary>Whether something was found that must stop the build.</summary>
    public bool HasErrors => _problems.Exists(problem => problem.Descriptor.DefaultSeverity == DiagnosticSeverity.Error)
        || _elsewhere.Exists(problem => problem.Descriptor.DefaultSeverity == DiagnosticSeverity.Error);

    /// <summary>Reports at the place of a node. The JSON pointer belongs into the arguments.</summary>
    public void Add(DiagnosticDescriptor descriptor, SpecNode node, params string[] arguments) =>
        Add(descriptor, node.Start, node.End, arguments);

    public void Add(DiagnosticDescriptor descriptor, int start, int end, params string[] arguments) =>
        _problems.Add(new Problem(descriptor, start, end, Pointer: null, arguments));

    /// <summary>Reports at a node of which the pointer is known.</summary>
    public void AddAt(DiagnosticDescriptor descriptor, SpecNode node, string pointer, params string[] arguments) =>
        _problems.Add(new Problem(descriptor, node.Start, node.End, pointer, arguments));

    /// <summary>Reports at a place that is known already, such as one in a lock.</summary>
    public void Add(DiagnosticDescriptor descriptor, LocationInfo location, params string[] arguments) =>
        _elsewhere.Add(DiagnosticInfo.Create(descriptor, location, arguments));

    /// <summary>Takes over the problems of a text that begins at an offset: 0 for an attempt at the document itself.</summary>
    public void AddRange(ProblemList other, int offset = 0) => _problems.AddRange(other._problems.Select(
        problem => problem with { Start = problem.Start + offset, End = problem.End + offset }));

    /// <summary>The tree of a text, so that problems in it get their pointers and it can silence them.</summary>
    /// <param name="name">As pointers begin; empty for the document.</param>
    /// <param name="root">The tree.</param>
    public void AddTree(string name, SpecNode root) => _places.AddTree(name, root);

    /// <summary>What was found, without what the documents silence by <c>x-dari-suppress</c>.</summary>
    public EquatableArray<DiagnosticInfo> ToEquatableArray()
    {
        var reported = new List<DiagnosticInfo>(_problems.Count);
        foreach (Problem problem in _problems)
        {
            string pointer = problem.Pointer ?? _places.Find(problem.Start, problem.End);
            if (!_places.IsSilenced(pointer, problem.Descriptor.Id))
            {
                DiagnosticInfo info = DiagnosticInfo.Create(problem.Descriptor, Texts.Locate(problem.Start, problem.End), problem.Arguments);
                reported.Add(info with { Pointer = pointer });
            }
        }

        reported.AddRange(_elsewhere);
        return reported;
    }

    private sealed record Problem(DiagnosticDescriptor Descriptor, int Start, int End, string? Pointer, string[] Arguments);
}
