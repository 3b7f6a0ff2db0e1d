using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Files;

namespace Dari.Emulator.Sandbox.Machines;

/// <summary>The snapshots of one organization.</summary>
internal sealed class SnapshotShelf(string folder, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Snapshot> _snapshots = new(StringComparer.Ordinal);

    /// <summary>Copies the files of a running sandbox.</summary>
    public Snapshot Take(Machine machine)
    {
        var id = Ids.New("snap_", 8);
        lock (machine.Files.Gate)
        {
            var files = machine.Files.Tree.CopyTo(Path.Combine(folder, id), MachineFolder.Reserved);
            return Keep(new Snapshot(
                id, machine.Id, FolderCopy.Measure(files.Folder).Bytes, clock.GetUtcNow(), machine.Spec, files));
        }
    }

    /// <summary>Makes the one snapshot that stands for a paused sandbox.</summary>
    public Snapshot Pause(Machine machine) => Keep(new Snapshot(
        Ids.New("snap_", 8),
        machine.Id,
        FolderCopy.Measure(machine.Files.Tree.Folder).Bytes,
        clock.GetUtcNow(),
        machine.Spec,
        Files: null));

    /// <summary>A snapshot.</summary>
    /// <exception cref="ServiceFault">404 <c>snapshot_not_found</c>.</exception>
    public Snapshot Find(string id) =>
        _snapshots.GetValueOrDefault(id) ?? throw SandboxFault.NotFound("There is no such snapshot.", "snapshot_not_found");

    /// <summary>Snapshots, oldest first. Paused ones are only listed for their sandbox, and have no metadata to match.</summary>
    public IEnumerable<Snapshot> List(string? sandboxId, JsonObject? metadata) => _snapshots.Values
        .Where(snapshot => sandboxId is null ? !snapshot.IsPaused : snapshot.SandboxId == sandboxId)
        .Where(snapshot => SandboxJson.HasAll(snapshot.IsPaused ? null : snapshot.Spec.Metadata, metadata))
        .OrderBy(snapshot => snapshot.CreatedAt)
        .ThenBy(snapshot => snapshot.Id, StringComparer.Ordinal);

    /// <summary>Takes a snapshot off the shelf, with its files.</summary>
    public void Remove(string id)
    {
        if (_snapshots.TryRemove(id, out var snapshot) && snapshot.Files is { } files)
        {
            FolderCopy.Remove(files.Folder);
        }
    }

    private Snapshot Keep(Snapshot snapshot) => _snapshots[snapshot.Id] = snapshot;
}
