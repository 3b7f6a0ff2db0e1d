namespace Dari.Archiving;

/// <summary>
/// What is accepted when an archive is extracted. Nothing outside the limits is written to the target.
/// </summary>
public sealed class ExtractOptions
{
    /// <summary>What happens to files that exist already.</summary>
    public ExistingFiles Existing { get; init; } = ExistingFiles.Refuse;

    /// <summary>What happens to symbolic links.</summary>
    public LinkPolicy Links { get; init; } = LinkPolicy.KeepInside;

    /// <summary>The most bytes that all files may have together; 4 GiB by default.</summary>
    public long MaxBytes { get; init; } = 4L << 30;

    /// <summary>The most entries, folders included; 200,000 by default.</summary>
    public int MaxEntries { get; init; } = 200_000;

    /// <summary>
    /// How many times the size of the compressed bytes the content may have; 200 by default. It counts from 16 MiB of
    /// content on, since small text may well shrink more.
    /// </summary>
    public double MaxRatio { get; init; } = 200;
}
