using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Diagnostics;
using Dari.Generator.Specs.Syntax;
using Microsoft.CodeAnalysis;

namespace Dari.Generator.Binding.Companions.Uploads;

/// <summary>An object of the extension, read so that each mistake is reported at its place.</summary>
internal sealed class ExtensionSection
{
    private readonly ExtensionProblems _problems;

    public ExtensionSection(SpecNode node, string pointer, ExtensionProblems problems)
    {
        Node = node;
        Pointer = pointer;
        _problems = problems;
    }

    public SpecNode Node { get; }

    public string Pointer { get; }

    /// <summary>Reports members that the extension does not have: they are misspelt.</summary>
    public void AllowOnly(params string[] names)
    {
        foreach (SpecMember member in Node.Members.Where(member => !names.Contains(member.Name)))
        {
            _problems.Add(
                DiagnosticDescriptors.InvalidExtension, member.NameStart, member.NameEnd, Pointer + "/" + member.Name, "there is no such member; there are " + string.Join(", ", names));
        }
    }

    public ExtensionSection? Optional(string name)
    {
        if (Node.Member(name) is not { } node)
        {
            return null;
        }

        if (node.Kind == SpecNodeKind.Object)
        {
            return new ExtensionSection(node, Pointer + "/" + name, _problems);
        }

        Wrong(node, name, "an object");
        return null;
    }

    /// <summary>An empty section stands for a missing one, so that the rest is checked too.</summary>
    public ExtensionSection Required(string name)
    {
        if (Node.Member(name) is null)
        {
            Missing(name);
        }

        return Optional(name) ?? new ExtensionSection(new SpecNode { Kind = SpecNodeKind.Object, Start = Node.Start, End = Node.End }, Pointer + "/" + name, _problems);
    }

    public string? Text(string name)
    {
        if (Node.Member(name) is not { } node)
        {
            return null;
        }

        if (node.Kind == SpecNodeKind.String && node.Text.Length > 0)
        {
            return node.Text;
        }

        Wrong(node, name, "a text");
        return null;
    }

    public string? RequiredText(string name)
    {
        if (Node.Member(name) is null)
        {
            Missing(name);
        }

        return Text(name);
    }

    public int Number(string name)
    {
        if (Node.Member(name) is not { } node)
        {
            return 0;
        }

        if (node.Kind == SpecNodeKind.Number && node.Text is "0" or "1")
        {
            return node.Text == "1" ? 1 : 0;
        }

        Wrong(node, name, "0 or 1");
        return 0;
    }

    /// <summary>A list of texts, or a single one.</summary>
    public IReadOnlyList<SpecNode> Words(string name)
    {
        if (Node.Member(name) is not { } node)
        {
            return [];
        }

        IReadOnlyList<SpecNode> items = node.Kind == SpecNodeKind.Array ? node.Items : [node];
        foreach (SpecNode item in items.Where(item => item.Kind != SpecNodeKind.String))
        {
            Wrong(item, name, "a text or a list of texts");
        }

        return items.Where(item => item.Kind == SpecNodeKind.String).ToArray();
    }

    /// <summary>Reports a value that does not fit the document.</summary>
    public void Report(DiagnosticDescriptor descriptor, string name, params string[] words) =>
        _problems.Add(descriptor, Node.Member(name) ?? Node, [Pointer + "/" + name, .. words]);

    public void Report(DiagnosticDescriptor descriptor, SpecNode node, params string[] words) =>
        _problems.Add(descriptor, node, [Pointer, .. words]);

    private void Missing(string name) => _problems.Add(DiagnosticDescriptors.InvalidExtension, Node, Pointer, "it needs '" + name + "'");

    private void Wrong(SpecNode node, string name, string expected) =>
        _problems.Add(DiagnosticDescriptors.InvalidExtension, node, Pointer + "/" + name, "it should be " + expected + ", not " + SpecKinds.Name(node.Kind));
}

/// <summary>What is wrong with one extension. With anything wrong its methods are left out.</summary>
internal sealed class ExtensionProblems(ProblemList problems)
{
    // Several answers are looked at for the same member, which is still one mistake.
    private readonly HashSet<(string Id, int Start, string Words)> _reported = [];

    public bool HasAny => _reported.Count > 0;

    public void Add(DiagnosticDescriptor descriptor, SpecNode node, params string[] arguments) =>
        Add(descriptor, node.Start, node.End, arguments);

    public void Add(DiagnosticDescriptor descriptor, int start, int end, params string[] arguments)
    {
        if (_reported.Add((descriptor.Id, start, string.Join("\n", arguments))))
        {
            problems.Add(descriptor, start, end, arguments);
        }
    }
}
