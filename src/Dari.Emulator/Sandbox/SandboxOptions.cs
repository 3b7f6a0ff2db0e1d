namespace Dari.Emulator.Sandbox;

/// <summary>Limits and times that only the sandbox service has.</summary>
public sealed record SandboxOptions
{
    /// <summary>Bytes that all open uploads of one sandbox or volume may reserve together; 0 or more.</summary>
    public long StagingQuotaBytes { get; init; } = 32L << 30;

    /// <summary>Largest file in a JSON or form body, in bytes.</summary>
    public long MaxInlineBytes { get; init; } = 16L << 20;

    /// <summary>Time a signed file address works.</summary>
    public TimeSpan SignedUrlLifetime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Time a preview address works when the caller names none.</summary>
    public TimeSpan PreviewLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Sandboxes of one organization that may run at once; above it 429 <c>capacity_exceeded</c>.</summary>
    public int MaxRunningSandboxes { get; init; } = 100;

    /// <summary>Volumes of one organization; above it 429 <c>volume_limit_exceeded</c>.</summary>
    public int MaxVolumes { get; init; } = 100;

    /// <summary>Largest volume in bytes; above it 429 <c>volume_quota_exceeded</c>. Null for no limit.</summary>
    public long? MaxVolumeBytes { get; init; }

    /// <summary>Time a pool machine takes to become ready, and to go away when it is drained.</summary>
    public TimeSpan WarmUpTime { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Time an agent's run or service stays in each of its stages.</summary>
    public TimeSpan AgentStageTime { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// True lets accounts issue API keys. By default those routes answer 403 <c>feature_unavailable</c>, as
    /// the service does.
    /// </summary>
    public bool SelfServiceKeys { get; init; }
}
