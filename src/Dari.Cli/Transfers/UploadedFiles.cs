namespace Dari.Cli.Transfers;

/// <summary>What an upload has published.</summary>
/// <param name="UploadId">The upload.</param>
/// <param name="TargetPath">Where it is in the sandbox.</param>
/// <param name="Bytes">Bytes that were sent; null when the answer that says it was lost.</param>
/// <param name="FileCount">Files that were published; null likewise.</param>
internal sealed record UploadedFiles(string UploadId, string TargetPath, long? Bytes, long? FileCount);
