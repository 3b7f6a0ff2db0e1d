namespace Dari.Archiving;

/// <summary>What was written.</summary>
/// <param name="Sha256">The digest of the archive's bytes: 64 lower-case hexadecimal digits.</param>
/// <param name="Size">The archive's size in bytes.</param>
/// <param name="FileCount">Files and links in it.</param>
/// <param name="ContentBytes">The bytes of all its files, uncompressed.</param>
public sealed record ArchiveSummary(string Sha256, long Size, int FileCount, long ContentBytes);
