using Dari.Generator.Model;
using Dari.Generator.Review;
using Dari.Generator.Review.Locks;
using Dari.Review.Documents;

namespace Dari.Review.Projects;

/// <summary>A document of a project and what changed in it since somebody approved it.</summary>
/// <param name="Document">The item.</param>
/// <param name="File">The document as it is.</param>
/// <param name="Diff"><see langword="null"/> where it has no lock yet, or cannot be read.</param>
internal sealed record ReviewedDocument(LockedDocument Document, DocumentFile File, SpecDiff? Diff)
{
    /// <summary>What the changes break, as the analyzer is told.</summary>
    public IReadOnlyList<PendingUseModel> Uses { get; } = Diff is null ? [] : [.. PendingUses.Of(Diff)];

    /// <summary>Words for people alone need no approval.</summary>
    public bool IsPending => Diff is null || !Diff.IsEmpty;

    /// <exception cref="DocumentException">The lock is there and is none.</exception>
    public static ReviewedDocument Read(LockedDocument document, CancellationToken cancellationToken)
    {
        DocumentFile file = DocumentFile.Read(document.Request, cancellationToken);
        SpecDiff? diff = file.Version is { } version && Approved(document, cancellationToken) is { } approved
            ? SpecDiff.Compare(approved, version, cancellationToken)
            : null;
        return new ReviewedDocument(document, file, diff);
    }

    /// <summary>Whether it is what breaks a line for that reason.</summary>
    public bool Breaks(string reason) => Uses.Any(use => use.Reason == reason);

    private static SpecVersion? Approved(LockedDocument document, CancellationToken cancellationToken)
    {
        if (!System.IO.File.Exists(document.LockPath))
        {
            return null;
        }

        return LockText.Read(DiskText.Source(document.LockPath), out string reason, cancellationToken)?.ToVersion()
            ?? throw new DocumentException(
                "'" + document.LockPath + "' is not the lock of a document: "
                + (reason.Length > 0 ? reason : "its digests are not those of what it holds") + "; delete it to approve the document anew.");
    }
}
