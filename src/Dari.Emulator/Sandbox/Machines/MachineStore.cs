using System.Collections.Concurrent;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Files;
using Dari.Emulator.Sandbox.Templates;
using Dari.Emulator.Sandbox.Volumes;
using Dari.Emulator.Sandbox.WarmPools;

namespace Dari.Emulator.Sandbox.Machines;

/// <summary>The sandboxes of one organization.</summary>
internal sealed class MachineStore(
    string folder, SandboxSettings settings, AttachmentStore attachments, TemplateStore templates, WarmPoolStore pools)
{
    private readonly ConcurrentDictionary<string, Machine> _machines = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>Their snapshots.</summary>
    public SnapshotShelf Snapshots { get; } = new(Path.Combine(folder, "snapshots"), settings.Clock);

    /// <summary>All of them in the order of their creation, destroyed ones too, each in the stage that the clock says.</summary>
    public IReadOnlyList<Machine> All()
    {
        var machines = _machines.Values
            .OrderBy(machine => machine.CreatedAt)
            .ThenBy(machine => machine.Id, StringComparer.Ordinal)
            .ToArray();
        foreach (var machine in machines)
        {
            Settle(machine);
        }

        return machines;
    }

    /// <summary>Makes one.</summary>
    public Machine Create(CreateMachineRequest request)
    {
        lock (_gate)
        {
            var origin = request.SnapshotId is { } id ? Snapshots.Find(id) : null;
            if (origin is { IsPaused: true })
            {
                throw SandboxFault.Conflict("The snapshot belongs to a paused sandbox. Resume it instead.");
            }

            var spec = request.Spec(origin?.Spec);
            if (origin is null)
            {
                templates.Check(spec.Template, spec.Config.DiskMb);
            }

            RefuseBeyondCapacity();
            attachments.CheckAll(request.Volumes ?? []);
            var checkout = pools.CheckOut(request.WarmPool);
            var name = Ids.New("sb_", 8);
            var machine = Keep(new Machine(name, spec, NewTree(name, origin?.Files), settings)
            {
                OriginSnapshotId = origin?.Id,
                Checkout = checkout,
            });
            AttachAll(machine, request.Volumes ?? []);
            return machine;
        }
    }

    /// <summary>A sandbox in whatever stage, for reading about it.</summary>
    /// <exception cref="ServiceFault">404 <c>sandbox_not_found</c>.</exception>
    public Machine Find(string id)
    {
        if (!_machines.TryGetValue(id, out var machine))
        {
            throw SandboxFault.NotFound("There is no such sandbox.", "sandbox_not_found");
        }

        Settle(machine);
        return machine;
    }

    /// <summary>A sandbox that is not destroyed.</summary>
    /// <exception cref="ServiceFault">404 <c>sandbox_not_found</c>.</exception>
    public Machine Living(string id) =>
        Find(id) is { Status: not MachineStatus.Destroyed } machine
            ? machine
            : throw SandboxFault.NotFound("The sandbox is destroyed.", "sandbox_not_found");

    /// <summary>A sandbox that runs; one that resumes by itself is woken.</summary>
    /// <exception cref="ServiceFault">404 <c>sandbox_not_found</c>, or 409 <c>sandbox_not_ready</c>.</exception>
    public Machine Awake(string id)
    {
        var machine = Living(id);
        lock (machine.Gate)
        {
            if (machine.Status == MachineStatus.Paused && machine.Spec.AutoResume)
            {
                Snapshots.Remove(machine.PausedSnapshotId!);
                machine.Start();
                attachments.Remount(machine.Id);
            }
        }

        return machine.Status == MachineStatus.Running ? machine : throw NotReady();
    }

    /// <summary>Pauses a sandbox; the answer is its snapshot.</summary>
    public Snapshot Hibernate(string id)
    {
        var machine = Living(id);
        lock (machine.Gate)
        {
            return machine.Status == MachineStatus.Running ? Pause(machine) : throw NotReady();
        }
    }

    /// <summary>Turns a paused snapshot into a running sandbox with a new id; the paused one is gone.</summary>
    public Machine Resume(string snapshotId)
    {
        var snapshot = Snapshots.Find(snapshotId);
        if (!snapshot.IsPaused)
        {
            throw SandboxFault.Conflict("The snapshot is a reusable one. Create a sandbox from it instead.", "incompatible_snapshot");
        }

        var paused = Living(snapshot.SandboxId);
        RefuseBeyondCapacity();
        lock (paused.Gate)
        {
            _ = Snapshots.Find(snapshotId);
            var resumed = Copy(paused);
            attachments.CopyTo(paused.Id, resumed);
            Snapshots.Remove(snapshotId);
            End(paused);
            return resumed;
        }
    }

    /// <summary>Makes a running copy of a running sandbox.</summary>
    public Machine Fork(string id)
    {
        var parent = Awake(id);
        RefuseBeyondCapacity();
        var child = Copy(parent);
        attachments.CopyTo(parent.Id, child);
        return child;
    }

    /// <summary>Destroys a sandbox; its volumes and reusable snapshots stay.</summary>
    public void Destroy(string id)
    {
        var machine = Living(id);
        lock (machine.Gate)
        {
            if (machine.PausedSnapshotId is { } paused)
            {
                Snapshots.Remove(paused);
            }

            End(machine);
        }
    }

    /// <summary>Removes a snapshot that nothing depends on.</summary>
    /// <exception cref="ServiceFault">409 <c>snapshot_in_use</c>: a sandbox that is not destroyed comes from it or waits in it.</exception>
    public void DeleteSnapshot(string id)
    {
        var snapshot = Snapshots.Find(id);
        if (All().Any(machine => machine.Status != MachineStatus.Destroyed
            && (machine.OriginSnapshotId == id || machine.PausedSnapshotId == id)))
        {
            throw SandboxFault.Conflict("A sandbox depends on the snapshot.", "snapshot_in_use");
        }

        Snapshots.Remove(snapshot.Id);
    }

    private static ServiceFault NotReady() => SandboxFault.Conflict("The sandbox does not run.", "sandbox_not_ready");

    private void Settle(Machine machine)
    {
        lock (machine.Gate)
        {
            if (machine.IsDue)
            {
                if (machine.Spec.TimeoutAction == "hibernate")
                {
                    Pause(machine);
                }
                else
                {
                    End(machine);
                }
            }
        }
    }

    private void AttachAll(Machine machine, IReadOnlyList<AttachRequest> requests)
    {
        try
        {
            foreach (var request in requests)
            {
                attachments.Attach(machine, request);
            }
        }
        catch (ServiceFault)
        {
            // A sandbox without the volumes that were asked for is none.
            End(machine);
            _machines.TryRemove(machine.Id, out _);
            throw;
        }
    }

    private Snapshot Pause(Machine machine)
    {
        var snapshot = Snapshots.Pause(machine);
        machine.Pause(snapshot.Id);
        attachments.Pause(machine.Id);
        return snapshot;
    }

    private void End(Machine machine)
    {
        machine.End();
        attachments.Release(machine.Id);
        pools.Return(machine.Checkout);
        FolderCopy.Remove(machine.Files.Tree.Folder);
    }

    private Machine Copy(Machine source)
    {
        var id = Ids.New("sb_", 8);
        lock (source.Files.Gate)
        {
            return Keep(new Machine(id, source.Spec, NewTree(id, source.Files.Tree), settings)
            {
                OriginSnapshotId = source.OriginSnapshotId,
            });
        }
    }

    private FileTree NewTree(string id, FileTree? source)
    {
        var place = Path.Combine(folder, "sandboxes", id);
        return source is null ? FileTree.At(place) : source.CopyTo(place, MachineFolder.Reserved);
    }

    private Machine Keep(Machine machine) => _machines[machine.Id] = machine;

    private void RefuseBeyondCapacity()
    {
        if (All().Count(machine => machine.Status == MachineStatus.Running) >= settings.Sandbox.MaxRunningSandboxes)
        {
            throw SandboxFault.Exhausted("No more sandboxes can run at once.", "capacity_exceeded", isRetryable: true);
        }
    }
}
