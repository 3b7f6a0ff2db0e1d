using Dari.Generator.Review;
using Dari.Generator.Review.Rules;
using Dari.Generator.Review.Surface;

namespace Dari.Review.Reports;

/// <summary>For a terminal or a log; the last line is <see cref="Summary.Line"/>.</summary>
internal static class TextReport
{
    public static void Write(TextWriter output, ReviewReport report)
    {
        foreach (IGrouping<Level, ReviewChange> level in report.Diff.Changes.GroupBy(change => change.Level))
        {
            Line(output, Summary.Word(level.Key));
            foreach (ReviewChange change in level)
            {
                Write(output, change, report);
            }

            output.Write('\n');
        }

        if (report.Callers.Count > 0)
        {
            Line(output, "your code");
            foreach (CallerLine caller in report.Callers)
            {
                Line(output, "  " + report.Paths.Shown(caller.File) + ":" + caller.Line + ":" + caller.Column + ": " + caller.Code.Trim());
                Line(output, "      " + caller.Reason);
            }

            output.Write('\n');
        }

        if (Summary.Words(report.Diff) is { } words)
        {
            Line(output, words);
        }

        Line(output, Summary.Line(report.Diff));
    }

    private static void Write(TextWriter output, ReviewChange change, ReviewReport report)
    {
        Line(output, "  " + Summary.Where(change) + ": " + change.Message + " [" + change.Rule.Id + "]");
        if (change.Sent is not null || change.Received is not null)
        {
            Line(output, "      sent: " + Summary.Word(change.Sent) + ", received: " + Summary.Word(change.Received));
        }

        if (report.OldPlace(change) is { } old)
        {
            Line(output, "      old: " + old);
        }

        if (report.NewPlace(change) is { } now)
        {
            Line(output, "      new: " + now);
        }

        foreach (SurfaceChange api in change.Api)
        {
            Line(output, "      C#: " + api.Message + (api.Level > Level.Safe ? " (" + Summary.Word(api.Level) + ")" : ""));
        }
    }

    // A document must not write on somebody's terminal what its author likes.
    private static void Line(TextWriter output, string text)
    {
        output.Write(SurfaceLine.OnOneLine(text));
        output.Write('\n');
    }
}
