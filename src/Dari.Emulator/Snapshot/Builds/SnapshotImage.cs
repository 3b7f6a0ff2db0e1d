using System.Text.Json.Nodes;
using Dari.Emulator.Sandbox.Files;

namespace Dari.Emulator.Snapshot.Builds;

/// <summary>A snapshot, from the start of its build on.</summary>
internal sealed class SnapshotImage : IShelved
{
    public const string Pending = "pending";
    public const string Building = "building";
    public const string Ready = "ready";
    public const string Failed = "failed";

    private DateTimeOffset _updatedAt;

    public SnapshotImage(string id, DateTimeOffset createdAt, TimeSpan buildTime)
    {
        Id = id;
        CreatedAt = _updatedAt = createdAt;
        EndsAt = createdAt + buildTime;
    }

    public string Id { get; }

    public DateTimeOffset CreatedAt { get; }

    /// <summary>When the build ends.</summary>
    public DateTimeOffset EndsAt { get; }

    public string Status { get; private set; } = Pending;

    public string? Name { get; init; }

    public string? SourceVmId { get; init; }

    public string? OciImage { get; init; }

    public required string Type { get; init; }

    public required int VcpuCount { get; init; }

    public required int MemoryMb { get; init; }

    /// <summary>Variables that machines booted from it have.</summary>
    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>();

    /// <summary>Files that machines booted from it have; null for none.</summary>
    public FileTree? Disk { get; init; }

    public required BuildOutcome Outcome { get; init; }

    /// <summary>Why the build failed; null while it runs and when it did not.</summary>
    public string? Error => Status == Failed ? Outcome.Error : null;

    /// <summary>Moves on to where it is by now.</summary>
    /// <returns>Whether it has just ended.</returns>
    public bool Settle(DateTimeOffset now)
    {
        if (Status is Ready or Failed)
        {
            return false;
        }

        if (now >= EndsAt)
        {
            (Status, _updatedAt) = (Outcome.Error is null ? Ready : Failed, EndsAt);
            return true;
        }

        DateTimeOffset buildsFrom = CreatedAt + ((EndsAt - CreatedAt) / 3);
        if (Status == Pending && now >= buildsFrom)
        {
            (Status, _updatedAt) = (Building, buildsFrom);
        }

        return false;
    }

    public JsonObject View() => new()
    {
        ["id"] = Id,
        ["name"] = Name,
        ["status"] = Status,
        ["source_vm_id"] = SourceVmId,
        ["snapshot_type"] = SourceVmId is null ? "oci" : "vm",
        ["type"] = Type,
        ["oci_image"] = OciImage,
        ["vcpu_count"] = VcpuCount,
        ["memory_mb"] = MemoryMb,
        ["size_bytes"] = Status == Ready ? Outcome.SizeBytes : 0,
        ["is_public"] = false,
        ["last_error"] = Error,
        ["created_at"] = ServiceTimes.Plain(CreatedAt),
        ["updated_at"] = ServiceTimes.Plain(_updatedAt),
    };
}
