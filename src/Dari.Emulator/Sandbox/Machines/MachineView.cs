using System.Text.Json.Nodes;

namespace Dari.Emulator.Sandbox.Machines;

/// <summary>A sandbox as the service answers it.</summary>
internal sealed record MachineView(
    string Id,
    string Status,
    MachineConfig Config,
    string Template,
    DateTimeOffset CreatedAt,
    JsonObject? Metadata,
    DateTimeOffset StartedAt,
    long? TimeoutMs,
    DateTimeOffset? TimeoutAt,
    DateTimeOffset? ExpiresAt,
    string? TimeoutAction,
    string? Cwd,
    string? SnapshotId,
    PoolCheckout? WarmPoolCheckout)
{
    /// <summary>The one-time secret; only the answer to the creation has it.</summary>
    public string? TrafficAccessToken { get; init; }
}
