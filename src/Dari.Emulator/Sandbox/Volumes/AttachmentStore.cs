using System.Collections.Concurrent;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Files;
using Dari.Emulator.Sandbox.Machines;

namespace Dari.Emulator.Sandbox.Volumes;

/// <summary>Which volumes are mounted in which sandboxes of one organization.</summary>
internal sealed class AttachmentStore(VolumeStore volumes, TimeProvider clock)
{
    private const int MostPerSandbox = 8;
    private readonly ConcurrentDictionary<string, Attachment> _attachments = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>Mounts of a sandbox or a volume, oldest first.</summary>
    public IReadOnlyList<Attachment> List(Func<Attachment, bool> filter) =>
        [.. _attachments.Values.Where(filter)
            .OrderBy(attachment => attachment.CreatedAt)
            .ThenBy(attachment => attachment.Id, StringComparer.Ordinal)];

    /// <summary>Checks mounts for a sandbox that is not there yet.</summary>
    /// <exception cref="ServiceFault">As <see cref="Attach"/>.</exception>
    public void CheckAll(IReadOnlyList<AttachRequest> requests)
    {
        var paths = new List<string>();
        foreach (var request in requests)
        {
            _ = volumes.Find(request.Ref).Files.Folder(Subpath(request));
            paths.Add(Checked(MountPath(request.MountPath), paths));
        }
    }

    /// <summary>Mounts a volume.</summary>
    /// <exception cref="ServiceFault">404: no volume or subpath. 409: overlapping. 422: no place for it. 429: too many.</exception>
    public Attachment Attach(Machine machine, AttachRequest request)
    {
        var volume = volumes.Find(request.Ref);
        var subpath = volume.Files.Folder(Subpath(request)).Path;
        var path = MountPath(request.MountPath);
        lock (_gate)
        {
            Checked(path, [.. machine.Files.Mounts.Select(mount => mount.At)]);
            if (machine.Files.Resolve(path).Path != path || machine.Files.Resolve(path).IsFile)
            {
                throw InvalidPlace();
            }

            return Mount(machine, volume, path, subpath, request.ReadOnly ?? false, request.Subpath);
        }
    }

    /// <summary>One mount of a sandbox, checked anew.</summary>
    /// <exception cref="ServiceFault">404.</exception>
    public Attachment Refresh(string sandboxId, string id)
    {
        var attachment = _attachments.GetValueOrDefault(id);
        return attachment?.SandboxId == sandboxId
            ? Turn(attachment, attachment.State)
            : throw SandboxFault.NotFound("There is no such attachment.");
    }

    /// <summary>Drops the leases of a sandbox that pauses.</summary>
    public void Pause(string sandboxId) => TurnAll(sandboxId, Attachment.Paused);

    /// <summary>Takes the leases of a sandbox again that was woken.</summary>
    public void Remount(string sandboxId) => TurnAll(sandboxId, Attachment.Mounted);

    /// <summary>Ends the mounts of a sandbox that is destroyed.</summary>
    public void Release(string sandboxId) => TurnAll(sandboxId, Attachment.Released);

    /// <summary>Mounts in a new sandbox what another one has.</summary>
    public void CopyTo(string sandboxId, Machine machine)
    {
        lock (_gate)
        {
            foreach (var attachment in List(one => one.SandboxId == sandboxId && one.IsActive))
            {
                var volume = volumes.Find(attachment.VolumeId);
                var subpath = VirtualPath.Resolve(VirtualPath.Root, attachment.Subpath ?? VirtualPath.Root);
                Mount(machine, volume, attachment.MountPath, subpath, attachment.ReadOnly, attachment.Subpath);
            }
        }
    }

    private static string Subpath(AttachRequest request) =>
        VirtualPath.Resolve(VirtualPath.Root, request.Subpath is { Length: > 0 } subpath ? subpath : VirtualPath.Root);

    private static string MountPath(string path)
    {
        if (!path.StartsWith('/'))
        {
            throw InvalidPlace();
        }

        var normal = VirtualPath.Absolute(path);
        return normal == VirtualPath.Root
            || VirtualPath.IsAtOrBelow(normal, MachineFolder.Reserved)
            || VirtualPath.IsAtOrBelow(MachineFolder.Reserved, normal)
            ? throw InvalidPlace()
            : normal;
    }

    private static string Checked(string path, IReadOnlyList<string> mounted)
    {
        if (mounted.Count >= MostPerSandbox)
        {
            throw SandboxFault.Exhausted($"A sandbox has at most {MostPerSandbox} volumes.", "volume_limit_exceeded");
        }

        return mounted.Any(other => VirtualPath.IsAtOrBelow(path, other) || VirtualPath.IsAtOrBelow(other, path))
            ? throw SandboxFault.Conflict("The mount path overlaps with another one.", "volume_overlapping_mounts")
            : path;
    }

    private static ServiceFault InvalidPlace() => new(
        422, "volume_invalid_mount_path", "A mount path is absolute, not the root, not reserved, and no file or link.");

    private Attachment Mount(
        Machine machine, Volume volume, string path, string subpath, bool isReadOnly, string? asked)
    {
        var now = clock.GetUtcNow();
        machine.Files.Mount(new FileMount(path, volume.Files.Tree, subpath, isReadOnly));
        var id = Ids.New("att_", 8);
        return _attachments[id] = new Attachment(
            id, volume.Id, machine.Id, path, isReadOnly, Attachment.Mounted, now, now, asked);
    }

    private void TurnAll(string sandboxId, string state)
    {
        lock (_gate)
        {
            foreach (var attachment in List(one => one.SandboxId == sandboxId && one.IsActive))
            {
                Turn(attachment, state);
            }
        }
    }

    private Attachment Turn(Attachment attachment, string state) =>
        _attachments[attachment.Id] = attachment with { State = state, UpdatedAt = clock.GetUtcNow() };
}
