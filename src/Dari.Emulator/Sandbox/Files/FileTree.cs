using System.Collections.Concurrent;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Sandbox.Files;

/// <summary>One folder of the host that holds the files of a sandbox or a volume.</summary>
/// <remarks>
/// Modes and owners are kept beside the files, not on them: a mode such as 0000 must not lock the emulator
/// out, and every host has to give the same answers.
/// </remarks>
internal sealed class FileTree
{
    private readonly ConcurrentDictionary<string, EntryAttributes> _attributes = new(StringComparer.Ordinal);

    private FileTree(string folder, long? capacity)
    {
        Folder = folder;
        Capacity = capacity;
    }

    /// <summary>The folder of the host.</summary>
    public string Folder { get; }

    /// <summary>Bytes it may hold, or null for no limit.</summary>
    public long? Capacity { get; }

    /// <summary>A tree over a folder, which is made when it is not there.</summary>
    public static FileTree At(string folder, long? capacity = null)
    {
        Directory.CreateDirectory(folder);
        return new FileTree(folder, capacity);
    }

    /// <summary>Refuses bytes that the tree has no room for.</summary>
    /// <exception cref="ServiceFault">429 <c>volume_quota_exceeded</c>.</exception>
    public void Reserve(long bytes)
    {
        if (Capacity is { } most && FolderCopy.Measure(Folder).Bytes > most - bytes)
        {
            throw SandboxFault.Exhausted("The volume has no room for that many bytes.", "volume_quota_exceeded");
        }
    }

    /// <summary>Place on the host of a normalized path of this tree.</summary>
    public string Physical(string path) => Path.Combine([Folder, .. VirtualPath.Names(path)]);

    /// <summary>True when a link stands somewhere on the way to a path, so that the host would follow it.</summary>
    public bool HasLinkOn(string path)
    {
        var place = Folder;
        foreach (var name in VirtualPath.Names(path))
        {
            place = Path.Combine(place, name);
            if (new DirectoryInfo(place).LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Mode and owner of an entry.</summary>
    public EntryAttributes Attributes(string path, bool isFolder) =>
        _attributes.GetValueOrDefault(path) ?? EntryAttributes.Default(isFolder);

    /// <summary>Sets mode and owner of an entry.</summary>
    public void SetAttributes(string path, EntryAttributes attributes) => _attributes[path] = attributes;

    /// <summary>Takes out what is kept for a path and everything below it, as pairs of relative path and attributes.</summary>
    public IReadOnlyList<KeyValuePair<string, EntryAttributes>> TakeAttributes(string path)
    {
        var taken = new List<KeyValuePair<string, EntryAttributes>>();
        foreach (var (key, value) in _attributes)
        {
            if (VirtualPath.IsAtOrBelow(key, path) && _attributes.TryRemove(key, out _))
            {
                taken.Add(new(VirtualPath.Below(key, path), value));
            }
        }

        return taken;
    }

    /// <summary>Puts back what was taken from a path, now at another path.</summary>
    public void PutAttributes(string path, IEnumerable<KeyValuePair<string, EntryAttributes>> taken)
    {
        foreach (var (below, value) in taken)
        {
            _attributes[below.Length == 0 ? path : VirtualPath.Child(path, below)] = value;
        }
    }

    /// <summary>Copies files, links and attributes into a new tree.</summary>
    public FileTree CopyTo(string folder, string? except = null)
    {
        var copy = At(folder);
        CopyInto(copy, VirtualPath.Root, except);
        return copy;
    }

    /// <summary>Copies files, links and attributes to a folder of another tree.</summary>
    public void CopyInto(FileTree target, string path, string? except = null)
    {
        FolderCopy.Copy(Folder, target.Physical(path), except is null ? null : Physical(except));
        target.PutAttributes(
            path,
            _attributes
                .Where(pair => except is null || !VirtualPath.IsAtOrBelow(pair.Key, except))
                .Select(pair => KeyValuePair.Create(VirtualPath.Below(pair.Key, VirtualPath.Root), pair.Value)));
    }
}
