using System.Globalization;
using Dari.Generator.Diagnostics;
using Dari.Generator.Review;
using Dari.Generator.Review.Comparing;
using Dari.Generator.Specs.Syntax;

namespace Dari.Review.Reports;

/// <summary>One of the two versions of what changed: the line of the document among those around it, or its value.</summary>
internal static class HtmlSide
{
    private const int LinesAround = 2;

    private const int MaxFacts = 12;

    public static Html Old(ReviewChange change, ReviewReport report)
    {
        Html body = change.Difference == Difference.Added ? NotThere
            : change.OldLocation is { } location ? Excerpt(report.Old, location)
            : Approved(change);
        return Side("Old", Link(report, change.OldLocation, report.OldPlace(change)), change.OldPointer, body, change.OldValue);
    }

    public static Html New(ReviewChange change, ReviewReport report)
    {
        // For what is gone the location is that of what had it.
        Html body = change.Difference == Difference.Removed
            ? Html.Of($"{NotThere}{Excerpt(report.New, change.NewLocation)}")
            : Excerpt(report.New, change.NewLocation);
        return Side("New", Link(report, change.NewLocation, report.NewPlace(change)), change.NewPointer, body, change.NewValue);
    }

    /// <summary>A lock has no lines of the document, but what they meant.</summary>
    private static Html Approved(ReviewChange change)
    {
        string[] facts = [.. change.OldFacts.Take(MaxFacts)];
        return facts.Length == 0
            ? Html.Of($"<p class=\"none\">as it was approved</p>")
            : Html.Of($"<p class=\"none\">approved as</p><pre class=\"facts-of\">{string.Join("\n", facts)}</pre>");
    }

    private static Html NotThere => Html.Of($"<p class=\"none\">not there</p>");

    private static Html Side(string name, Html link, string? pointer, Html body, string? value) => Html.Of($$"""
        <div class="side"><h4>{{name}}{{link}}</h4>
        {{(pointer is null ? Html.Empty : Html.Of($"<p class=\"pointer\">{pointer}</p>"))}}
        {{body}}
        {{(value is null or "true" or "false" ? Html.Empty : Html.Of($"<p class=\"value\"><code>{value}</code></p>"))}}
        </div>
        """);

    private static Html Link(ReviewReport report, LocationInfo? location, string? place)
    {
        if (location is null || place is null)
        {
            return Html.Empty;
        }

        // Relative or of this machine, so that no document can make it lead anywhere but to a file.
        string path = string.Join("/", report.Paths.Linked(location.Path).Split('/').Select(Uri.EscapeDataString));
        string line = (location.LineSpan.Start.Line + 1).ToString(CultureInfo.InvariantCulture);
        return Html.Of($" <a href=\"{(path.StartsWith('/') ? "file://" + path : "./" + path) + "#L" + line}\">{place}</a>");
    }

    private static Html Excerpt(IReadOnlyList<SpecSource> sources, LocationInfo? location)
    {
        if (location is null || sources.FirstOrDefault(source => source.Path == location.Path) is not { } source)
        {
            return Html.Empty;
        }

        int at = Math.Min(location.LineSpan.Start.Line, source.Text.Lines.Count - 1);
        int first = Math.Max(0, at - LinesAround);
        int last = Math.Min(source.Text.Lines.Count - 1, at + LinesAround);
        return HtmlCode.Lines(
            Enumerable.Range(first, last - first + 1).Select(line => new CodeLine(line + 1, source.Text.Lines[line].ToString())), at + 1);
    }
}
