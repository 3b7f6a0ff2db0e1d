using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dari.Generator.Diagnostics;
using Dari.Generator.Specs.Syntax;
using Microsoft.CodeAnalysis;

namespace Dari.Generator.Binding.Companions;

/// <summary>Reads the members of an extension; what is wrong with one is reported at its place.</summary>
internal sealed class ExtensionReader(ProblemList problems, DiagnosticDescriptor descriptor, SpecNode node, string pointer)
{
    /// <summary>Whether nothing was wrong so far.</summary>
    public bool IsValid { get; private set; } = true;

    public SpecNode? Member(string name) => node.Member(name);

    /// <summary>Reports what is not an object or has members that nobody reads: a typing error would go unseen.</summary>
    public void Expect(params string[] names)
    {
        if (node.Kind != SpecNodeKind.Object)
        {
            Fail("it should be an object");
            return;
        }

        foreach (SpecMember member in node.Members.Where(member => !names.Contains(member.Name)))
        {
            Fail(member.Value, "'" + member.Name + "' is not one of its members: " + string.Join(", ", names));
        }
    }

    public string? Text(string name, bool isRequired = false)
    {
        SpecNode? member = node.Member(name);
        if (member is { Kind: SpecNodeKind.String, Text.Length: > 0 })
        {
            return member.Text;
        }

        if (member is not null)
        {
            Fail(member, "'" + name + "' should be a text");
        }
        else if (isRequired)
        {
            Fail("'" + name + "' is missing");
        }

        return null;
    }

    /// <summary>A scalar or a list of them, each as its text.</summary>
    public string[] Texts(string name, bool isRequired = false)
    {
        SpecNode? member = node.Member(name);
        IReadOnlyList<SpecNode> values = member is null ? [] : member.Kind == SpecNodeKind.Array ? member.Items : [member];
        if (values.FirstOrDefault(value => value.Kind is SpecNodeKind.Object or SpecNodeKind.Array or SpecNodeKind.Null) is { } wrong)
        {
            Fail(wrong, "'" + name + "' should be a text or a list of texts");
            return [];
        }

        if (values.Count == 0 && isRequired)
        {
            Fail("'" + name + "' is missing");
        }

        return values.Select(value => value.Text).ToArray();
    }

    /// <summary>Seconds, as milliseconds.</summary>
    public int? Seconds(string name)
    {
        if (node.Member(name) is not { } member)
        {
            return null;
        }

        if (member.Kind == SpecNodeKind.Number
            && double.TryParse(member.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds)
            && seconds is > 0 and <= 86_400 * 20)
        {
            return (int)Math.Ceiling(seconds * 1000);
        }

        Fail(member, "'" + name + "' should be a number of seconds above zero, at most 20 days");
        return null;
    }

    public void Fail(string problem) => Fail(node, problem);

    public void Fail(SpecNode place, string problem)
    {
        IsValid = false;
        problems.Add(descriptor, place, pointer, problem);
    }
}
