namespace Dari.Emulator.Sandbox.Uploads;

/// <summary>An upload as the service answers it.</summary>
internal sealed record UploadSessionView(
    string UploadId,
    string Kind,
    string SourceKind,
    string TargetPath,
    long ContentLength,
    long AcceptedBytes,
    long ReservedStagingBytes,
    long PartSize,
    int PartCount,
    int MaxConcurrency,
    string Status,
    string Conflict,
    string ChecksumAlgorithm,
    UploadLimits Limits,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset ExpiresAt,
    string? User,
    int? NextPart,
    string? ArchiveFormat,
    string? WholeChecksumSha256);
