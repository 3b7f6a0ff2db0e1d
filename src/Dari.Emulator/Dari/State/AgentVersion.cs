using Dari.Emulator.Dari.Manifests;

namespace Dari.Emulator.Dari.State;

/// <summary>A published version. It has an archive of its own, so the snapshot it came from may go.</summary>
internal sealed class AgentVersion
{
    public required string Id { get; init; }

    public required string AgentId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string File { get; init; }

    public required string Sha256 { get; init; }

    public required long Size { get; init; }

    public required Manifest Manifest { get; init; }

    /// <summary>Where model calls go, when a router was set.</summary>
    public string? RouterId { get; init; }
}
