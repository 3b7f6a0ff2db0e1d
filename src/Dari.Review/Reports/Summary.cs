using System.Globalization;
using Dari.Generator.Diagnostics;
using Dari.Generator.Review;
using Dari.Generator.Review.Rules;

namespace Dari.Review.Reports;

/// <summary>What all forms of a report say alike.</summary>
internal static class Summary
{
    /// <summary>The page that explains the rules.</summary>
    public const string Rules = "https://github.com/dari-generator/dari-generator/blob/main/docs/rules.md";

    /// <summary>The line that scripts look for; its form never changes.</summary>
    public static string Line(SpecDiff diff) => string.Create(
        CultureInfo.InvariantCulture,
        $"changes: {diff.Changes.Count}, breaking: {diff.Count(Level.Breaking)}, risky: {diff.Count(Level.Risky)}, safe: {diff.Count(Level.Safe)}");

    /// <summary>What is said of words for people; <see langword="null"/> where they are the same.</summary>
    public static string? Words(SpecDiff diff) => !diff.HasOtherWords ? null
        : diff.Words.Count == 0 ? "descriptions changed"
        : string.Create(CultureInfo.InvariantCulture, $"descriptions changed: {diff.Words.Count}");

    public static string Word(Level level) => level.ToString().ToLowerInvariant();

    public static string Word(Level? level) => level is { } known ? Word(known) : "-";

    public static string PageOf(Rule rule) => Rules + "#" + rule.Id;

    /// <summary><c>petstore.yaml:12:5</c></summary>
    public static string? Place(LocationInfo? location, Func<string, string> shown) => location is null
        ? null
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{shown(location.Path)}:{location.LineSpan.Start.Line + 1}:{location.LineSpan.Start.Character + 1}");

    public static string Where(ReviewChange change) => change.Path.Length > 0 ? change.Group + ", " + change.Path : change.Group;
}
