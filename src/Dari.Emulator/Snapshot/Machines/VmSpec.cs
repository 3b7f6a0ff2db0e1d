using System.Text.Json.Nodes;
using Dari.Emulator.Contract;

namespace Dari.Emulator.Snapshot.Machines;

/// <summary>What a machine is to be.</summary>
internal sealed record VmSpec
{
    private static readonly TimeSpan DefaultLifetime = TimeSpan.FromSeconds(300);

    // Ten years; beyond it, times could leave the calendar.
    private const long LongestSeconds = 315_360_000;

    public required TimeSpan Lifetime { get; init; }

    public required int VcpuCount { get; init; }

    public required int MemoryMb { get; init; }

    public required JsonObject Metadata { get; init; }

    public required IReadOnlyDictionary<string, string> Env { get; init; }

    public JsonObject? EgressPolicy { get; init; }

    public bool SnapshotOnTerminate { get; init; }

    public string? SnapshotName { get; init; }

    /// <summary>Reads what session and machine requests share, within the ranges of machines.</summary>
    public static VmSpec Read(JsonObject body)
    {
        RequireLifetime(body, 1, LongestSeconds);
        SnapshotFault.RequireRange(body.Whole("memory_mb"), 1, int.MaxValue, "/memory_mb");
        SnapshotFault.RequireRange(body.Whole("vcpu_count"), 1, int.MaxValue, "/vcpu_count");
        return new VmSpec
        {
            Lifetime = LifetimeIn(body) ?? DefaultLifetime,
            VcpuCount = (int)(body.Whole("vcpu_count") ?? 2),
            MemoryMb = (int)(body.Whole("memory_mb") ?? 512),
            Metadata = body.Copy("metadata"),
            Env = body.Texts("env"),
            EgressPolicy = body["egress_policy"]?.DeepClone() as JsonObject,
            SnapshotOnTerminate = body.Truth("snapshot_on_terminate") ?? false,
            SnapshotName = body.Text("snapshot_name"),
        };
    }

    /// <summary>Reads a session request, for which narrower ranges are published.</summary>
    public static VmSpec ReadSession(JsonObject body)
    {
        RequireLifetime(body, 20, 86_400);
        SnapshotFault.RequireRange(body.Whole("memory_mb"), 128, 8192, "/memory_mb");
        if (body.Whole("memory_mb") % 2 == 1)
        {
            throw SnapshotFault.Invalid("memory_mb must be a multiple of 2", "/memory_mb");
        }

        return body.Whole("vcpu_count") is null or 1 or 2 or 4 or 6 or 8
            ? Read(body)
            : throw SnapshotFault.Invalid("vcpu_count must be one of 1, 2, 4, 6, 8", "/vcpu_count");
    }

    /// <summary>The lifetime in a request; null for none.</summary>
    public static TimeSpan? LifetimeIn(JsonObject body)
    {
        RequireLifetime(body, 1, LongestSeconds);
        return body.Whole("vm_lifetime_seconds") is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    private static void RequireLifetime(JsonObject body, long least, long most) =>
        SnapshotFault.RequireRange(body.Whole("vm_lifetime_seconds"), least, most, "/vm_lifetime_seconds");
}
