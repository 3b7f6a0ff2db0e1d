using Dari.Generator.Review.Rules;

namespace Dari.Review.Reports;

/// <summary>
/// One file for a browser that loads nothing and runs no script: the filters are check boxes that the style sheet looks at.
/// </summary>
internal static class HtmlReport
{
    private static readonly Level[] Levels = [Level.Breaking, Level.Risky, Level.Safe];

    /// <param name="output">Takes the page.</param>
    /// <param name="title">What the page is called.</param>
    /// <param name="reports">A report for each document.</param>
    public static void Write(TextWriter output, string title, IReadOnlyList<ReviewReport> reports) => output.Write(Page(title, reports).ToString());

    private static Html Page(string title, IReadOnlyList<ReviewReport> reports) => Html.Of($$"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="color-scheme" content="light dark">
        <title>{{title}}: review</title>
        <style>{{HtmlStyle.Sheet}}</style>
        </head>
        <body>
        {{Html.Join(Levels.Select(Switch))}}
        <header>
        <p class="kind">Review of a changed document</p>
        <h1>{{title}}</h1>
        {{Html.Join(reports.Select(report => SummaryLine(report, title)))}}
        </header>
        <div class="filters" role="group" aria-label="Filter by severity">
        {{Html.Join(Levels.Select(level => Tile(level, reports.Sum(report => report.Diff.Count(level)))))}}
        </div>
        <main>
        {{Html.Join(reports.Select((report, index) => Document(report, index, reports.Count)))}}
        <p class="nothing">Everything is filtered out.</p>
        </main>
        <footer><p>What the levels mean, and which rule says what: <a href="{{Summary.Rules}}">rules of the review</a>.</p></footer>
        </body>
        </html>

        """);

    private static Html Switch(Level level) => Html.Of($"""
        <input type="checkbox" class="switch" id="show-{Summary.Word(level)}" checked aria-label="Show what is {Summary.Word(level)}">

        """);

    private static Html SummaryLine(ReviewReport report, string title) =>
        Html.Of($"<p class=\"summary\">{(report.Title == title ? Html.Empty : Html.Of($"<b>{report.Title}</b> "))}<code>{Summary.Line(report.Diff)}</code></p>\n");

    private static Html Tile(Level level, int count) => Html.Of($"""
        <label for="show-{Summary.Word(level)}" class="tile {Summary.Word(level)}"><b>{count}</b> {Summary.Word(level)}</label>

        """);

    private static Html Document(ReviewReport report, int index, int count)
    {
        Html head = count > 1 ? Html.Of($"<h2 class=\"document\">{report.Title}</h2>\n") : Html.Empty;
        if (report.Diff.IsEmpty && !report.Diff.HasOtherWords)
        {
            return Html.Of($"{head}<p class=\"none\">Nothing has changed.</p>\n");
        }

        string id = "d" + index;
        return Html.Of($$"""
            {{head}}{{HtmlSections.Contents(report, id)}}
            {{HtmlSections.Callers(report)}}
            {{HtmlChanges.Groups(report, id)}}
            {{HtmlSections.Surface(report.Diff)}}
            {{HtmlSections.Words(report.Diff)}}

            """);
    }
}
