namespace Dari.Archiving;

/// <summary>What an archive held.</summary>
/// <param name="FileCount">Files and links in it, also those that were not taken because a file was kept.</param>
/// <param name="ContentBytes">The bytes of its files.</param>
public sealed record ExtractSummary(int FileCount, long ContentBytes);
