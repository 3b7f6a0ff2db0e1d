using System;
using Dari.Generator.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Dari.Generator.Specs.Syntax;

/// <summary>Says what is wrong with a YAML text, and finds the place where the parser gives none.</summary>
internal sealed class YamlProblems(YamlText text, IParser parser, ProblemList problems)
{
    public void ReportSyntax(int start, int end, string message) =>
        problems.Add(DiagnosticDescriptors.InvalidSyntax, start, end, message);

    public void ReportLimit(int start, int end, string message) =>
        problems.Add(DiagnosticDescriptors.LimitExceeded, start, end, message);

    public void ReportDepth(int start) =>
        ReportLimit(start, start, "The document nests deeper than " + SyntaxLimits.Depth + " levels here");

    public void ReportKind(SpecNode node, string what, string expected) =>
        problems.Add(DiagnosticDescriptors.UnexpectedKind, node, what, expected, SpecKinds.Name(node.Kind));

    public void ReportSecondDocument(DocumentStart second) =>
        problems.Add(
            DiagnosticDescriptors.PartLeftOut,
            text.ToOriginal(second.Start.Index),
            text.ToOriginal(second.End.Index),
            "The rest of the file",
            "only the first YAML document is read");

    public void ReportFailure(YamlException exception)
    {
        // One of the parser's complaints, about a tab, comes without a place.
        int start = exception.Start == Mark.Empty ? PlaceOfTab() : text.ToOriginal(exception.Start.Index);
        ReportSyntax(start, Math.Max(start, text.ToOriginal(exception.End.Index)), exception.Message);
    }

    public void ReportFailure(string message)
    {
        int start = LastOffset();
        ReportSyntax(start, start, message);
    }

    /// <summary>The parser gave up with a message about itself, not about the text: these words are ours.</summary>
    public void ReportUnfinished() => ReportFailure(
        "The YAML behind this place is not complete: expected the end of a list '[', an object '{', a quoted text, a tag or a directive");

    /// <summary>The first tab that indents a line behind what was read.</summary>
    private int PlaceOfTab()
    {
        string original = text.Original;
        int from = LastOffset();
        for (int tab = original.IndexOf('\t', from); tab >= 0; tab = original.IndexOf('\t', tab + 1))
        {
            int before = tab;
            while (before > 0 && original[before - 1] is ' ')
            {
                before--;
            }

            if (before == 0 || original[before - 1] is '\n' or '\r')
            {
                return tab;
            }
        }

        return from;
    }

    private int LastOffset() => parser.Current is { } current ? text.ToOriginal(current.End.Index) : 0;
}
