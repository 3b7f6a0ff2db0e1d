using System.Text.Json.Nodes;
using Dari.Emulator.Sandbox.Files;
using Dari.Emulator.Snapshot.Python;
using Dari.Emulator.Snapshot.Volumes;

namespace Dari.Emulator.Snapshot.Machines;

/// <summary>A virtual machine.</summary>
internal sealed class Vm : IShelved
{
    private readonly string _staging;
    private readonly List<VolumeMount> _mounts = [];

    public const string Provisioning = "provisioning";
    public const string Active = "active";
    public const string Killed = "killed";

    public Vm(string id, Session session, VmSpec spec, FileTree disk, string staging, DateTimeOffset now)
    {
        Id = id;
        Session = session;
        Spec = spec;
        Disk = disk;
        _staging = staging;
        Files = new FileView(disk, staging);
        StartedAt = now;
        ReadyAt = now + ServiceTimes.Boot;
        ExpiresAt = now + spec.Lifetime;
    }

    public string Id { get; }

    public Session Session { get; }

    public VmSpec Spec { get; set; }

    /// <summary>Its own files, without what is mounted.</summary>
    public FileTree Disk { get; }

    /// <summary>The files as programs in it see them.</summary>
    public FileView Files { get; private set; }

    /// <summary>The snapshot that it was booted from, if any.</summary>
    public string? SnapshotId { get; init; }

    public DateTimeOffset StartedAt { get; }

    public DateTimeOffset ReadyAt { get; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public bool IsAlive => EndedAt is null;

    public IReadOnlyList<VolumeMount> Mounts => _mounts;

    /// <summary>Variables that Python code has left.</summary>
    public PythonScope Python { get; } = new();

    /// <summary>Held while Python code runs, which shares its variables.</summary>
    public SemaphoreSlim PythonTurn { get; } = new(1);

    /// <summary>Changes what is mounted. Commands that run go on with what they started with.</summary>
    public void Remount(IEnumerable<VolumeMount> mounts)
    {
        VolumeMount[] now = [.. mounts];
        var files = new FileView(Disk, _staging);
        foreach (VolumeMount mount in now)
        {
            files.Mount(mount.Files);
        }

        _mounts.Clear();
        _mounts.AddRange(now);
        Files = files;
    }

    /// <summary>Whether its lifetime is over and it has not ended yet.</summary>
    public bool IsDue(DateTimeOffset now) => IsAlive && now >= ExpiresAt;

    public string Status(DateTimeOffset now) => !IsAlive ? Killed : now < ReadyAt ? Provisioning : Active;

    /// <summary>Time left; none once it has ended.</summary>
    public TimeSpan Left(DateTimeOffset now) => IsAlive && ExpiresAt > now ? ExpiresAt - now : TimeSpan.Zero;

    public JsonObject View(DateTimeOffset now) => new()
    {
        ["vm_id"] = Id,
        ["session_id"] = Session.Id,
        ["status"] = Status(now),
        ["name"] = Id,
        ["metadata"] = Spec.Metadata.DeepClone(),
        ["vcpu_count"] = Spec.VcpuCount,
        ["memory_mb"] = Spec.MemoryMb,
        ["snapshot_id"] = SnapshotId,
        ["egress_policy"] = Spec.EgressPolicy?.DeepClone(),
        ["vm_lifetime_seconds"] = (long)(ExpiresAt - StartedAt).TotalSeconds,
        ["created_at"] = ServiceTimes.Plain(StartedAt),
        ["expires_at"] = ServiceTimes.Plain(ExpiresAt),
    };
}
