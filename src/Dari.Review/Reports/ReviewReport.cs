using Dari.Generator.Review;
using Dari.Generator.Specs.Syntax;

namespace Dari.Review.Reports;

/// <summary>What a report tells.</summary>
/// <param name="Title">The document, or both.</param>
/// <param name="Diff">What changed.</param>
/// <param name="Old">The old document; <see langword="null"/> where only its lock is there.</param>
/// <param name="New">The new document.</param>
/// <param name="Callers">Lines of the project that the changes break.</param>
internal sealed record ReviewReport(string Title, SpecDiff Diff, SpecSource? Old, SpecSource? New, IReadOnlyList<CallerLine> Callers);

/// <summary>A line of C# that a change breaks; line and column count from 1.</summary>
internal sealed record CallerLine(string File, int Line, int Column, string Code, string Reason);
