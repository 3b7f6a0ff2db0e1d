namespace Dari.Uploads.Tickets;

/// <summary>By what a source is known again.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Path">Where it is; null for a stream.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="ModifiedTicks">When a file was written last, in UTC ticks; 0 where that says nothing.</param>
/// <param name="Listing">Digest over names, sizes and times in a folder.</param>
internal sealed record SourceIdentity(
    SourceKind Kind, string? Path, long Length, long ModifiedTicks = 0, string? Listing = null);

internal enum SourceKind
{
    File,
    Folder,

    /// <summary>A stream that can seek; somebody has to bring it along again.</summary>
    Stream,

    /// <summary>A file of ours that holds all of a stream.</summary>
    Spool,

    /// <summary>A file of ours that does not hold all of a stream yet; if its process is gone, it never will.</summary>
    Spooling,
}
