namespace Dari.Archiving;

/// <summary>How a folder becomes an archive. The defaults are what Dari expects of a source bundle.</summary>
public sealed class SourceArchiveOptions
{
    /// <summary>Which files are taken.</summary>
    public FileSelection Selection { get; init; } = FileSelection.Git;

    /// <summary>
    /// The ignore file in the folder that <see cref="FileSelection.IgnoreFile"/> follows; the one of the sandbox by
    /// default. It need not exist.
    /// </summary>
    public string IgnoreFileName { get; init; } = ".nullspaceignore";

    /// <summary>
    /// More patterns for <see cref="FileSelection.IgnoreFile"/>, with the syntax of <c>.gitignore</c>. They come after
    /// those of the file; later ones win.
    /// </summary>
    public IReadOnlyList<string> IgnorePatterns { get; init; } = [];

    /// <summary>What is written.</summary>
    public ArchiveFormat Format { get; init; } = ArchiveFormat.TarGzip;

    /// <summary>Whether reproducible bytes or speed matter more.</summary>
    public ArchiveSpeed Speed { get; init; } = ArchiveSpeed.Reproducible;

    /// <summary>What happens to symbolic links.</summary>
    public LinkPolicy Links { get; init; } = LinkPolicy.Refuse;

    /// <summary>
    /// The file to write, replaced when it exists; its folder must exist. Null: a temporary file, deleted when the
    /// <see cref="SourceArchive"/> is disposed. It is never part of the archive itself.
    /// </summary>
    public string? OutputPath { get; init; }
}
