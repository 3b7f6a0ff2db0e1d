namespace Dari.Cli.Transfers;

/// <summary>A folder that was downloaded.</summary>
/// <param name="Files">How many files and links are in it.</param>
/// <param name="Size">Their bytes.</param>
internal sealed record DownloadedFolder(int Files, long Size);
