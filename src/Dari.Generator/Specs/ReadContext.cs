using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Dari.Generator.Diagnostics;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Syntax;
using Dari.Generator.Specs.Versions;
using Microsoft.CodeAnalysis;

namespace Dari.Generator.Specs;

/// <summary>What all readers of one document share: how references are followed, and how problems are reported.</summary>
internal sealed class ReadContext(
    SpecDialect dialect,
    ReferenceResolver references,
    ProblemList problems,
    CancellationToken cancellationToken)
{
    /// <summary>References that lead to references; more are a circle or a joke.</summary>
    private const int MaxHops = 64;

    private static readonly string[] ReferenceMembers = ["$ref", "summary", "description"];

    private readonly HashSet<(DiagnosticDescriptor Descriptor, SpecNode Node, string Argument)> _reported = [];

    /// <summary>Of the document that is read.</summary>
    public SpecDialect Dialect => dialect;

    /// <summary>Whether keywords beside a <c>$ref</c> hold there; a document that is referred to may state another version.</summary>
    public bool SiblingsCount(SpecPlace place) => (place.File.Dialect ?? dialect).ReferenceSiblingsCount;

    /// <summary>The version that the document of a place is written in.</summary>
    public string VersionOf(SpecPlace place) => (place.File.Dialect ?? dialect).Version;

    public ReferenceResolver References => references;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Notes what stands beside a reference and has no say; a message that most builds do not show.</summary>
    public void NoteSiblings(SpecPlace place, ICollection<string> counting)
    {
        if (place.Node.Members.Length < 2)
        {
            return;
        }

        string[] ignored =
        [
            .. place.Node.Members
                .Where(member => !counting.Contains(member.Name) && !member.Name.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
                .Select(member => "'" + member.Name + "'"),
        ];
        if (ignored.Length > 0)
        {
            Report(DiagnosticDescriptors.SiblingsIgnored, place, place.Pointer.ToString(), string.Join(", ", ignored), VersionOf(place));
        }
    }

    /// <summary>The object that is meant at a place, behind any references; what is none is reported.</summary>
    /// <param name="place">The object, or one with a <c>$ref</c>.</param>
    /// <param name="expected">What it should be, for messages.</param>
    /// <param name="hasSiblings">Whether what stands beside the reference is read by the caller.</param>
    public SpecPlace? Follow(SpecPlace place, string expected, bool hasSiblings = false)
    {
        SpecPlace current = place;
        for (int hops = 0; current.Node.StringMember("$ref") is { } reference; hops++)
        {
            if (hops == MaxHops)
            {
                ReportReference(place, reference, "the references lead in a circle");
                return null;
            }

            if (!hasSiblings)
            {
                NoteSiblings(current, ReferenceMembers);
            }

            if (references.Resolve(current, reference) is not { } target)
            {
                ReportReference(current, reference, expected + " is left out");
                return null;
            }

            current = target;
        }

        return ExpectObject(current, expected) ? current : null;
    }

    /// <summary>The text of a scalar member, whatever its kind: <c>version: 1.0</c> is a version.</summary>
    public string? Text(SpecPlace place, string name)
    {
        SpecPlace? member = place.Member(name);
        if (member is { IsObject: true } or { IsArray: true })
        {
            ReportKind(member.Value, "a string");
            return null;
        }

        return member?.File.Source.Written(member.Value.Node);
    }

    /// <summary>A boolean member, or a string that says so.</summary>
    public bool? Flag(SpecPlace place, string name)
    {
        if (place.Member(name) is not { } member)
        {
            return null;
        }

        string text = member.Node.Text;
        if (member.Node.Kind is SpecNodeKind.Boolean or SpecNodeKind.String)
        {
            // YAML 1.1 had more words for these, and many authors still use them.
            bool? meant = text.ToLowerInvariant() switch
            {
                "true" or "yes" or "on" => true,
                "false" or "no" or "off" => false,
                _ => null,
            };
            if (meant is { } flag)
            {
                if (member.Node.Kind == SpecNodeKind.String)
                {
                    ReportLeniency(member, "true or false", "the string '" + text + "'", flag ? "true" : "false");
                }

                return flag;
            }
        }

        ReportKind(member, "true or false");
        return null;
    }

    public bool ExpectObject(SpecPlace place, string expected) => Expect(place, place.IsObject, expected);

    public bool ExpectList(SpecPlace place, string expected) => Expect(place, place.IsArray, expected);

    public void ReportKind(SpecPlace place, string expected)
    {
        string found = place.Node.Kind is SpecNodeKind.String ? "'" + place.Node.Text + "'" : SpecKinds.Name(place.Node.Kind);
        Report(DiagnosticDescriptors.UnexpectedKind, place, place.Pointer.ToString(), expected, found);
    }

    public void ReportLeniency(SpecPlace place, string expected, string found, string readAs) =>
        Report(DiagnosticDescriptors.ReadLeniently, place, place.Pointer.ToString(), expected, found, readAs);

    public void ReportLeftOut(SpecPlace place, string reason) =>
        Report(DiagnosticDescriptors.PartLeftOut, place, place.Pointer.ToString(), reason);

    /// <param name="place">The object that holds the <c>$ref</c>, or the reference itself.</param>
    /// <param name="reference">As written.</param>
    /// <param name="consequence">What becomes of it.</param>
    public void ReportReference(SpecPlace place, string reference, string consequence)
    {
        SpecPlace at = place.Member("$ref") ?? place;
        Report(DiagnosticDescriptors.UnresolvedReference, at, reference, place.Pointer.ToString(), consequence);
    }

    public void Report(DiagnosticDescriptor descriptor, SpecPlace place, params string[] arguments) =>
        Report(descriptor, place.Node, place.Pointer.ToString(), arguments);

    /// <summary>Says the same about the same place once, however many references lead to it.</summary>
    public void Report(DiagnosticDescriptor descriptor, SpecNode node, string pointer, params string[] arguments)
    {
        if (_reported.Add((descriptor, node, arguments[0])))
        {
            problems.AddAt(descriptor, node, pointer, Array.ConvertAll(arguments, Shorten));
        }
    }

    private bool Expect(SpecPlace place, bool fits, string expected)
    {
        if (!fits)
        {
            ReportKind(place, expected);
        }

        return fits;
    }

    private static string Shorten(string argument) => argument.Length <= 300 ? argument : argument.Substring(0, 300) + "...";
}
