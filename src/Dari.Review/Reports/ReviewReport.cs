using Dari.Generator.Review;
using Dari.Generator.Specs.Syntax;

namespace Dari.Review.Reports;

/// <summary>What a report tells of a document.</summary>
/// <param name="Title">The document, or both.</param>
/// <param name="Diff">What changed.</param>
/// <param name="Old">The files of the old document; none where only its lock is there.</param>
/// <param name="New">The files of the new document: itself, what it refers to, and its overlays.</param>
internal sealed record ReviewReport(string Title, SpecDiff Diff, IReadOnlyList<SpecSource> Old, IReadOnlyList<SpecSource> New)
{
    /// <summary>Lines of the project that the changes break.</summary>
    public IReadOnlyList<CallerLine> Callers { get; init; } = [];

    public ReportPaths Paths { get; init; } = new();

    /// <summary>What the new document is called while it does not stand at its place yet.</summary>
    public string? NewName { get; init; }

    public string? OldPlace(ReviewChange change) => Summary.Place(change.OldLocation, Paths.Shown);

    public string? NewPlace(ReviewChange change) => Summary.Place(change.NewLocation, NewPath);

    /// <summary>Where the document has it now, else where it had it.</summary>
    public string? Place(ReviewChange change) => NewPlace(change) ?? OldPlace(change);

    private string NewPath(string path) => NewName is not null && path == New[0].Path ? NewName : Paths.Shown(path);
}
