using System.Globalization;

namespace Dari.Benchmarks.Report;

/// <summary>Prints the rows of a group as a Markdown table, so that it can stand in docs/performance.md as it is.</summary>
internal static class Table
{
    private static readonly string[] Titles =
        ["measured", "beside", "ours", "other", "unit", "ratio", "reach", "reached", "our bytes", "other bytes", "note"];

    public static void Print(TextWriter to, string title, IReadOnlyList<Row> rows)
    {
        to.WriteLine();
        to.WriteLine("## " + title);
        to.WriteLine();
        string[][] lines = [Titles, .. rows.Select(Cells)];
        int[] used = [.. Enumerable.Range(0, Titles.Length).Where(i => lines.Skip(1).Any(line => line[i].Length > 0))];
        int[] widths = [.. used.Select(i => lines.Max(line => line[i].Length))];
        for (int i = 0; i < lines.Length; i++)
        {
            to.WriteLine("| " + string.Join(" | ", used.Select((column, place) => lines[i][column].PadRight(widths[place]))) + " |");
            if (i == 0)
            {
                to.WriteLine("|" + string.Join("|", widths.Select(width => new string('-', width + 2))) + "|");
            }
        }

        to.Flush();
    }

    private static string[] Cells(Row row) =>
    [
        row.What,
        row.Beside,
        Figure(row.Ours),
        row.Other is { } other ? Figure(other) : "",
        row.Unit,
        row.Ratio is { } ratio ? ratio.ToString("0.00", CultureInfo.InvariantCulture) : "",
        (row.Reach ?? row.ReachFigure) is { } reach ? "≤ " + Figure(reach) : "",
        row.IsReached is { } reached ? (reached ? "yes" : "no") : "",
        row.OurBytes is { } ours ? ours.ToString("N0", CultureInfo.InvariantCulture) : "",
        row.OtherBytes is { } others ? others.ToString("N0", CultureInfo.InvariantCulture) : "",
        row.Note ?? "",
    ];

    private static string Figure(double value) => Math.Abs(value) switch
    {
        >= 1000 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 100 => value.ToString("0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.00", CultureInfo.InvariantCulture),
    };
}
