using System.Globalization;
using Dari.Generator.Diagnostics;
using Dari.Generator.Review;
using Dari.Generator.Review.Rules;
using Dari.Generator.Review.Surface;
using Dari.Generator.Specs.Syntax;

namespace Dari.Review.Reports;

/// <summary>
/// One file for a browser that loads nothing and runs no script: the filters are check boxes that the style sheet looks at.
/// </summary>
internal static class HtmlReport
{
    private const int LinesAround = 2;

    public static void Write(TextWriter output, ReviewReport report) => output.Write(Page(report).ToString());

    private static Html Page(ReviewReport report) => Html.Of($$"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="color-scheme" content="light dark">
        <title>{{report.Title}}</title>
        <style>{{HtmlStyle.Sheet}}</style>
        </head>
        <body>
        <h1>{{report.Title}}</h1>
        <p class="summary">{{Summary.Line(report.Diff)}}</p>
        {{Filter(Level.Breaking, report)}}{{Filter(Level.Risky, report)}}{{Filter(Level.Safe, report)}}
        <main>
        {{Html.Join(report.Diff.Changes.GroupBy(change => change.Group).Select(group => Group(group, report)))}}
        {{Callers(report)}}
        {{SurfaceTable(report.Diff)}}
        {{Words(report.Diff)}}
        </main>
        </body>
        </html>

        """);

    private static Html Filter(Level level, ReviewReport report) => Html.Of($$"""
        <input type="checkbox" id="show-{{Summary.Word(level)}}" checked><label for="show-{{Summary.Word(level)}}" class="{{Summary.Word(level)}}">{{Summary.Word(level)}} {{report.Diff.Count(level)}}</label>

        """);

    private static Html Group(IGrouping<string, ReviewChange> group, ReviewReport report) => Html.Of($$"""
        <section class="group {{string.Join(" ", group.Select(change => "has-" + Summary.Word(change.Level)).Distinct())}}">
        <h2>{{group.Key}}</h2>
        {{Html.Join(group.Select(change => Change(change, report)))}}
        </section>

        """);

    private static Html Change(ReviewChange change, ReviewReport report) => Html.Of($$"""
        <article class="change {{Summary.Word(change.Level)}}">
        <h3><span class="level">{{Summary.Word(change.Level)}}</span> {{change.Message}}</h3>
        <p class="facts">{{change.Path}} · sent: {{Summary.Word(change.Sent)}} · received: {{Summary.Word(change.Received)}} · <a href="{{Summary.PageOf(change.Rule)}}">{{change.Rule.Id}}</a></p>
        <div class="sides">
        {{Side("Old", report.Old, change.OldLocation, change.OldPointer, change.OldValue)}}
        {{Side("New", report.New, change.NewLocation, change.NewPointer, change.NewValue)}}
        </div>
        {{Html.Join(change.Api.Select(Api))}}
        </article>

        """);

    private static Html Api(SurfaceChange api) => Html.Of($$"""
        <p class="api {{Summary.Word(api.Level)}}"><b>C#</b> {{api.Message}}</p>

        """);

    private static Html Side(string name, SpecSource? source, LocationInfo? location, string? pointer, string? value) => Html.Of($$"""
        <div class="side"><h4>{{name}}</h4>
        {{Link(location)}}
        <p class="pointer">{{pointer}}</p>
        {{Excerpt(source, location)}}
        <p class="value">{{value}}</p>
        </div>
        """);

    private static Html Link(LocationInfo? location)
    {
        if (Summary.Place(location) is not { } place)
        {
            return Html.Of($"<p class=\"none\">not there</p>");
        }

        // Relative, so that no document can make it lead anywhere but to a file.
        string path = string.Join("/", location!.Path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
        string line = (location.LineSpan.Start.Line + 1).ToString(CultureInfo.InvariantCulture);
        return Html.Of($"<p><a href=\"{(path.StartsWith('/') ? "file://" + path : "./" + path) + "#L" + line}\">{place}</a></p>");
    }

    private static Html Excerpt(SpecSource? source, LocationInfo? location)
    {
        if (source is null || location is null || location.Path != source.Path)
        {
            return Html.Empty;
        }

        int at = location.LineSpan.Start.Line;
        int first = Math.Max(0, at - LinesAround);
        int last = Math.Min(source.Text.Lines.Count - 1, at + LinesAround);
        return Html.Of($"<pre>{Html.Join(Enumerable.Range(first, last - first + 1).Select(line => ExcerptLine(source, line, line == at)))}</pre>");
    }

    private static Html ExcerptLine(SpecSource source, int line, bool isIt)
    {
        string text = source.Text.Lines[line].ToString();
        string shown = text.Length > 400 ? text[..400] + "…" : text;
        return Html.Of($"<span class=\"{(isIt ? "line it" : "line")}\"><i>{line + 1}</i> {shown}\n</span>");
    }

    private static Html Callers(ReviewReport report)
    {
        if (report.Callers.Count == 0)
        {
            return Html.Empty;
        }

        return Html.Of($$"""
            <section class="callers"><h2>Your code</h2>
            {{Html.Join(report.Callers.Select(Caller))}}
            </section>
            """);
    }

    private static Html Caller(CallerLine caller) => Html.Of($$"""
        <article class="caller"><p>{{caller.File}}:{{caller.Line}}:{{caller.Column}}</p><pre>{{caller.Code}}</pre><p>{{caller.Reason}}</p></article>

        """);

    private static Html SurfaceTable(SpecDiff diff)
    {
        if (diff.Surface.Count == 0)
        {
            return Html.Empty;
        }

        return Html.Of($$"""
            <section class="surface"><h2>C# surface</h2>
            <table><thead><tr><th>Old</th><th>New</th></tr></thead><tbody>
            {{Html.Join(diff.Surface.Select(Row))}}
            </tbody></table></section>
            """);
    }

    private static Html Row(SurfaceChange change) => Html.Of($$"""
        <tr class="{{Summary.Word(change.Level)}}"><td><code>{{change.Old?.ToString()}}</code></td><td><code>{{change.New?.ToString()}}</code></td></tr>

        """);

    private static Html Words(SpecDiff diff)
    {
        if (diff.Words.Count == 0)
        {
            return Html.Empty;
        }

        return Html.Of($$"""
            <section class="words"><h2>Descriptions</h2><p>{{diff.Words.Count}} have changed.</p>
            <ul>{{Html.Join(diff.Words.Take(200).Select(Word))}}</ul></section>
            """);
    }

    private static Html Word(string place) => Html.Of($"<li>{place}</li>");
}
