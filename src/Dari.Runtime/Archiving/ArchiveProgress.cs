namespace Dari.Archiving;

/// <summary>How far an archive is.</summary>
/// <param name="Files">Files and links that are done.</param>
/// <param name="Bytes">Bytes of files that were read or written so far, uncompressed.</param>
/// <param name="EntryName">The file at hand, relative to the folder and with <c>/</c>.</param>
public readonly record struct ArchiveProgress(int Files, long Bytes, string EntryName);
