using System.Globalization;
using Dari.Generator.Review;
using Dari.Generator.Review.Surface;

namespace Dari.Review.Reports;

/// <summary>What a report says beside the changes themselves.</summary>
internal static class HtmlSections
{
    private const int MaxWords = 500;

    /// <summary>Where the changes are, when there are so many places that one looks for them.</summary>
    public static Html Contents(ReviewReport report, string id)
    {
        IGrouping<string, ReviewChange>[] groups = [.. report.Diff.Changes.GroupBy(change => change.Group)];
        return groups.Length < 3 ? Html.Empty : Html.Of($$"""
            <nav aria-label="Changed places"><ul>
            {{Html.Join(groups.Select((group, index) => Entry(group, id + "g" + index.ToString(CultureInfo.InvariantCulture))))}}
            </ul></nav>
            """);
    }

    private static Html Entry(IGrouping<string, ReviewChange> group, string id) => Html.Of($$"""
        <li class="{{HtmlChanges.LevelsOf(group)}}"><a href="#{{id}}"><i class="dot {{Summary.Word(group.Max(change => change.Level))}}"></i>{{group.Key}}</a> <small>{{group.Count()}}</small></li>

        """);

    public static Html Callers(ReviewReport report) => report.Callers.Count == 0 ? Html.Empty : Html.Of($$"""
        <section class="callers"><h2>Your code <small>{{report.Callers.Count}} {{(report.Callers.Count == 1 ? "line breaks" : "lines break")}}</small></h2>
        {{Html.Join(report.Callers.Select(caller => Caller(caller, report)))}}
        </section>
        """);

    private static Html Caller(CallerLine caller, ReviewReport report) => Html.Of($$"""
        <article class="caller">
        <h3>{{caller.Reason}}</h3>
        <p class="pointer">{{report.Paths.Shown(caller.File)}}:{{caller.Line}}:{{caller.Column}}</p>
        {{HtmlCode.Lines(caller.Around.Count > 0 ? caller.Around : [new CodeLine(caller.Line, caller.Code)], caller.Line)}}
        </article>

        """);

    /// <summary>As version control shows it.</summary>
    public static Html Surface(SpecDiff diff) => diff.Surface.Count == 0 ? Html.Empty : Html.Of($$"""
        <section class="surface"><h2>C# surface</h2>
        <div class="diff">
        {{Html.Join(diff.Surface.Select(Row))}}</div></section>
        """);

    private static Html Row(SurfaceChange change) => Html.Of($$"""
        <div class="row {{Summary.Word(change.Level)}}">{{Line("old", "−", change.Old)}}{{Line("new", "+", change.New)}}</div>

        """);

    private static Html Line(string kind, string sign, SurfaceLine? line) => line is null
        ? Html.Empty
        : Html.Of($"<p class=\"{kind}\"><i>{sign}</i><code>{line.ToString()}</code></p>");

    public static Html Words(SpecDiff diff) => !diff.HasOtherWords ? Html.Empty : Html.Of($$"""
        <section class="words"><h2>Descriptions</h2>
        <p>They have changed. That breaks nobody and needs no approval.</p>
        {{(diff.Words.Count > 0 ? Places(diff.Words) : Html.Empty)}}</section>
        """);

    private static Html Places(IReadOnlyList<string> words) => Html.Of($$"""
        <details><summary>Where</summary>
        <ul>{{Html.Join(words.Take(MaxWords).Select(Word))}}</ul>
        {{(words.Count > MaxWords ? Html.Of($"<p>and {words.Count - MaxWords} more</p>") : Html.Empty)}}
        </details>
        """);

    private static Html Word(string place) => Html.Of($"<li>{place}</li>");
}
