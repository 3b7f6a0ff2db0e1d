using System.Globalization;
using Dari.Generator.Diagnostics;
using Dari.Generator.Review;
using Dari.Generator.Review.Rules;

namespace Dari.Review.Reports;

/// <summary>What all forms of a report say alike.</summary>
internal static class Summary
{
    private const string Page = "https://github.com/dari-generator/dari-generator/blob/main/docs/rules.md#";

    /// <summary>The line that scripts look for; its form never changes.</summary>
    public static string Line(SpecDiff diff) => string.Create(
        CultureInfo.InvariantCulture,
        $"changes: {diff.Changes.Count}, breaking: {diff.Count(Level.Breaking)}, risky: {diff.Count(Level.Risky)}, safe: {diff.Count(Level.Safe)}");

    public static string Word(Level level) => level.ToString().ToLowerInvariant();

    public static string Word(Level? level) => level is { } known ? Word(known) : "-";

    public static string PageOf(Rule rule) => Page + rule.Id;

    /// <summary><c>petstore.yaml:12:5</c></summary>
    public static string? Place(LocationInfo? location) => location is null
        ? null
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{location.Path}:{location.LineSpan.Start.Line + 1}:{location.LineSpan.Start.Character + 1}");

    public static string Where(ReviewChange change) => change.Path.Length > 0 ? change.Group + ", " + change.Path : change.Group;
}
