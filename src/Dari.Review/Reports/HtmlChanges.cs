using System.Globalization;
using Dari.Generator.Review;
using Dari.Generator.Review.Rules;
using Dari.Generator.Review.Surface;

namespace Dari.Review.Reports;

/// <summary>The changes of a document, grouped by operation and schema, with old and new side by side.</summary>
internal static class HtmlChanges
{
    /// <summary>What a group is hidden by: it goes when none of its levels is shown.</summary>
    public static string LevelsOf(IEnumerable<ReviewChange> changes) =>
        "only-" + string.Join("-", changes.Select(change => change.Level).Distinct().OrderDescending().Select(Summary.Word));

    public static Html Groups(ReviewReport report, string id) => Html.Join(report.Diff.Changes
        .GroupBy(change => change.Group)
        .Select((group, index) => Group(group, id + "g" + index.ToString(CultureInfo.InvariantCulture), report)));

    private static Html Group(IGrouping<string, ReviewChange> group, string id, ReviewReport report) => Html.Of($$"""
        <section class="group {{LevelsOf(group)}}" id="{{id}}">
        <h2>{{group.Key}}</h2>
        {{Html.Join(group.Select(change => Change(change, report)))}}
        </section>

        """);

    private static Html Change(ReviewChange change, ReviewReport report) => Html.Of($$"""
        <article class="change {{Summary.Word(change.Level)}}">
        <h3><span class="level">{{Summary.Word(change.Level)}}</span> {{change.Message}}</h3>
        <p class="facts">{{Path(change)}}{{Direction("we send", change.Sent)}}{{Direction("we receive", change.Received)}}<span>rule <a href="{{Summary.PageOf(change.Rule)}}">{{change.Rule.Id}}</a></span></p>
        <div class="sides">
        {{HtmlSide.Old(change, report)}}
        {{HtmlSide.New(change, report)}}
        </div>
        {{Api(change)}}
        </article>

        """);

    private static Html Path(ReviewChange change) => change.Path.Length > 0 ? Html.Of($"<span class=\"path\">{change.Path}</span>") : Html.Empty;

    private static Html Direction(string name, Level? level) => level is { } known
        ? Html.Of($"<span>{name}: <b class=\"{Summary.Word(known)}\">{Summary.Word(known)}</b></span>")
        : Html.Empty;

    private static Html Api(ReviewChange change) => change.Api.Count == 0
        ? Html.Empty
        : Html.Of($"<div class=\"api\"><h4>In C#</h4>\n{Html.Join(change.Api.Select(Api))}</div>");

    private static Html Api(SurfaceChange api) => Html.Of($$"""
        <p><b class="{{Summary.Word(api.Level)}}">{{Summary.Word(api.Level)}}</b> {{api.Message}}</p>

        """);
}
