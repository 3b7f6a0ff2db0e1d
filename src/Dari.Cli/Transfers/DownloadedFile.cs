namespace Dari.Cli.Transfers;

/// <summary>A file that was downloaded.</summary>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Sha256">Its SHA-256: 64 lower-case hexadecimal digits.</param>
/// <param name="ResumedAt">The bytes that an earlier try had left.</param>
internal sealed record DownloadedFile(long Size, string Sha256, long ResumedAt);
