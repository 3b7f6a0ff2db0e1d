using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Files;
using Dari.Emulator.Snapshot.Builds;

namespace Dari.Emulator.Snapshot.Machines;

/// <summary>Starts, copies and ends machines. Callers hold the account's gate.</summary>
internal sealed class MachineDesk(SnapshotWorld world)
{
    /// <summary>Folder that relative paths start from.</summary>
    public const string Workspace = "/app";

    private static readonly string[] Folders = [Workspace, "/root", "/tmp"];

    private DateTimeOffset Now => world.Context.Now;

    /// <summary>Boots a machine for a session.</summary>
    /// <param name="account">The account.</param>
    /// <param name="session">The session, which has no living machine.</param>
    /// <param name="snapshot">What to boot from; nothing for an empty disk.</param>
    public Vm Boot(Account account, Session session, SnapshotImage? snapshot = null)
    {
        string folder = NewFolder(out string id);
        string files = Path.Combine(folder, "files");
        FileTree disk = snapshot?.Disk?.CopyTo(files) ?? FileTree.At(files);
        VmSpec spec = snapshot is null ? session.Spec : session.Spec with { Env = Merge(snapshot.Env, session.Spec.Env) };
        return Add(account, new Vm(id, session, spec, disk, Path.Combine(folder, "staging"), Now) { SnapshotId = snapshot?.Id });
    }

    /// <summary>The machine of a session, booted if it is the first time that one is needed.</summary>
    /// <exception cref="ServiceFault">401: the session had a machine, and it has ended.</exception>
    public Vm Use(Account account, Session session) => session.Vm switch
    {
        null => Boot(account, session),
        { IsAlive: true } vm => vm,
        _ => throw SnapshotFault.Unauthorized("The session has expired."),
    };

    /// <summary>Starts to take a snapshot of a machine's files as they are now.</summary>
    public SnapshotImage Snapshot(Account account, Vm vm, string? name)
    {
        string id = Ids.New("snap_");
        FileTree disk;
        lock (vm.Files.Gate)
        {
            disk = vm.Disk.CopyTo(Path.Combine(world.Context.Folder, "snapshots", id));
        }

        SnapshotImage snapshot = account.Snapshots.Add(new SnapshotImage(id, Now, world.Context.Options.BuildDuration)
        {
            Name = name,
            SourceVmId = vm.Id,
            Type = "user",
            VcpuCount = vm.Spec.VcpuCount,
            MemoryMb = vm.Spec.MemoryMb,
            Env = vm.Spec.Env,
            Disk = disk,
            Outcome = new BuildOutcome(FolderCopy.Measure(disk.Folder).Bytes, null),
        });
        world.SettleAt(account, snapshot.EndsAt);
        return snapshot;
    }

    /// <summary>Starts an ended machine again, with its files, under a new id.</summary>
    public Vm Resume(Account account, Vm ended)
    {
        string folder = NewFolder(out string id);
        var vm = new Vm(id, ended.Session, ended.Spec, ended.Disk, Path.Combine(folder, "staging"), Now)
        {
            SnapshotId = ended.SnapshotId,
        };
        account.Vms.Remove(ended);
        return Add(account, vm);
    }

    /// <summary>Ends a machine, with all that lives no longer than it.</summary>
    public void End(Account account, Vm vm, DateTimeOffset time)
    {
        if (!vm.IsAlive)
        {
            return;
        }

        vm.EndedAt = time;
        vm.Remount([]);
        foreach (Sharing.Share share in account.Shares.All.Where(share => share.Vm == vm).ToArray())
        {
            account.Shares.Remove(share);
        }

        if (vm.Spec.SnapshotOnTerminate)
        {
            Snapshot(account, vm, vm.Spec.SnapshotName);
        }
    }

    private Vm Add(Account account, Vm vm)
    {
        foreach (string path in Folders)
        {
            Directory.CreateDirectory(vm.Disk.Physical(path));
        }

        account.Vms.Add(vm);
        vm.Session.Vm = vm;
        world.SettleAt(account, vm.ExpiresAt);
        return vm;
    }

    private string NewFolder(out string id)
    {
        id = Ids.New("vmid-", 12);
        return Path.Combine(world.Context.Folder, "vms", id);
    }

    private static Dictionary<string, string> Merge(IReadOnlyDictionary<string, string> lower, IReadOnlyDictionary<string, string> upper)
    {
        var merged = new Dictionary<string, string>(lower, StringComparer.Ordinal);
        foreach ((string name, string value) in upper)
        {
            merged[name] = value;
        }

        return merged;
    }
}
