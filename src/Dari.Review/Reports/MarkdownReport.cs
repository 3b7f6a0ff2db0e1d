using System.Text;
using Dari.Generator.Review;
using Dari.Generator.Review.Rules;
using Dari.Generator.Review.Surface;

namespace Dari.Review.Reports;

/// <summary>For a comment on a pull request.</summary>
internal static class MarkdownReport
{
    public static void Write(TextWriter output, ReviewReport report)
    {
        output.Write("# " + Plain(report.Title) + "\n\n" + Summary.Line(report.Diff) + "\n");
        foreach (IGrouping<Level, ReviewChange> level in report.Diff.Changes.GroupBy(change => change.Level))
        {
            output.Write("\n## " + char.ToUpperInvariant(Summary.Word(level.Key)[0]) + Summary.Word(level.Key)[1..]
                + "\n\n| where | what | sent | received | line | C# |\n|---|---|---|---|---|---|\n");
            foreach (ReviewChange change in level)
            {
                output.Write("| " + string.Join(" | ", Cells(change, report)) + " |\n");
            }
        }

        if (report.Callers.Count > 0)
        {
            output.Write("\n## Your code\n\n| line | code | reason |\n|---|---|---|\n");
            foreach (CallerLine caller in report.Callers)
            {
                output.Write("| " + Plain(report.Paths.Shown(caller.File) + ":" + caller.Line) + " | " + Code(caller.Code.Trim()) + " | " + Plain(caller.Reason) + " |\n");
            }
        }

        if (Summary.Words(report.Diff) is { } words)
        {
            output.Write("\n" + char.ToUpperInvariant(words[0]) + words[1..] + ".\n");
        }
    }

    private static IEnumerable<string> Cells(ReviewChange change, ReviewReport report) =>
    [
        Plain(Summary.Where(change)),
        Plain(change.Message) + " ([" + change.Rule.Id + "](" + Summary.PageOf(change.Rule) + "))",
        Summary.Word(change.Sent),
        Summary.Word(change.Received),
        Plain(report.Place(change) ?? ""),
        string.Join("<br>", change.Api.Select(api => Plain(api.Message))),
    ];

    /// <summary>Text of a document that must stay text: no table, no link, no element.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (char character in SurfaceLine.OnOneLine(text))
        {
            switch (character)
            {
                case '&':
                    plain.Append("&amp;");
                    break;
                case '<':
                    plain.Append("&lt;");
                    break;
                case '>':
                    plain.Append("&gt;");
                    break;
                case '@' or '#':
                    // They would call people, or other issues.
                    plain.Append(character).Append("<!-- -->");
                    break;
                case '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '!' or '~':
                    plain.Append('\\').Append(character);
                    break;
                default:
                    plain.Append(character);
                    break;
            }
        }

        return plain.ToString();
    }

    private static string Code(string text) => "<code>" + Plain(text) + "</code>";
}
