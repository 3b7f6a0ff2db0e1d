using System.Text.Json.Nodes;

namespace Dari.Emulator.Sandbox.WarmPools;

/// <summary>A warm pool to create, or what to change about one; members left out stay.</summary>
internal sealed record PoolRequest
{
    public string? Name { get; init; }

    public string? TemplateRef { get; init; }

    public string? Template { get; init; }

    public int? MinReady { get; init; }

    public int? MaxReady { get; init; }

    public PoolResources? Resources { get; init; }

    public string? CheckoutPolicy { get; init; }

    public int? IdleTimeoutSeconds { get; init; }

    public int? StaleAfterSeconds { get; init; }

    public string? VersionPolicy { get; init; }

    public string? TrackTag { get; init; }

    public Dictionary<string, string>? Labels { get; init; }

    public JsonObject? Metadata { get; init; }

    /// <summary>What results when a change is laid over this.</summary>
    public PoolRequest With(PoolRequest change) => new()
    {
        Name = change.Name ?? Name,
        TemplateRef = change.TemplateRef ?? change.Template ?? TemplateRef ?? Template,
        MinReady = change.MinReady ?? MinReady,
        MaxReady = change.MaxReady ?? MaxReady,
        Resources = change.Resources ?? Resources,
        CheckoutPolicy = change.CheckoutPolicy ?? CheckoutPolicy,
        IdleTimeoutSeconds = change.IdleTimeoutSeconds ?? IdleTimeoutSeconds,
        StaleAfterSeconds = change.StaleAfterSeconds ?? StaleAfterSeconds,
        VersionPolicy = change.VersionPolicy ?? VersionPolicy,
        TrackTag = change.TrackTag ?? TrackTag,
        Labels = change.Labels ?? Labels,
        Metadata = change.Metadata ?? Metadata,
    };

    /// <summary>Refuses members that do not go together.</summary>
    /// <exception cref="Hosting.ServiceFault">422.</exception>
    public void Check()
    {
        if (MinReady is < 0 || MaxReady < (MinReady ?? 0))
        {
            throw SandboxFault.Fields("A pool has at least zero ready machines, and at most no fewer than at least.");
        }

        if (VersionPolicy == "pinned_build" && TrackTag is not null)
        {
            throw SandboxFault.Fields("A pool that is pinned to a build tracks no tag.");
        }
    }
}

/// <summary>Size of each machine of a pool.</summary>
internal sealed record PoolResources(int? Vcpus, int? MemoryMb, int? DiskMb);
