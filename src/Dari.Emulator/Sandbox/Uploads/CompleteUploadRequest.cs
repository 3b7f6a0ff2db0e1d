namespace Dari.Emulator.Sandbox.Uploads;

/// <summary>Publishes an upload.</summary>
/// <param name="WholeChecksumSha256">Digest of all bytes in lower-case hex, if the caller knows it.</param>
internal sealed record CompleteUploadRequest(string? WholeChecksumSha256 = null);
