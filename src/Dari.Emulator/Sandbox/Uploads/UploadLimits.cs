namespace Dari.Emulator.Sandbox.Uploads;

/// <summary>Limits in force for an upload. One of the two quotas is set, by where the upload goes.</summary>
internal sealed record UploadLimits(
    long MaxUploadBytes,
    long MaxPartBytes,
    int MaxConcurrency,
    long? SandboxStagingQuotaBytes,
    long? StagingQuotaBytes);
