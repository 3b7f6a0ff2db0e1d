using Dari.Emulator.Hosting;

namespace Dari.Emulator.Sandbox.Files;

/// <summary>The files as one sandbox or volume sees them: its own tree and what is mounted into it.</summary>
/// <remarks>
/// Links are resolved here, step by step and inside the view, and never by the host. So a link can
/// neither lead out of the root nor into the reserved folder, wherever it was moved to.
/// </remarks>
/// <param name="tree">The tree below the mounts.</param>
/// <param name="stagingFolder">Folder of the host, on the same disk, for what is not finished yet.</param>
/// <param name="reserved">Folder that nobody but the service may touch, if there is one.</param>
/// <param name="hasLocations">True when the folders at the top are given and stay as they are.</param>
internal sealed class FileView(FileTree tree, string stagingFolder, string? reserved = null, bool hasLocations = false)
{
    private const int MostLinks = 40;
    private volatile FileMount[] _mounts = [];

    /// <summary>The tree below the mounts.</summary>
    public FileTree Tree { get; } = tree;

    /// <summary>Folder of the host for what is not finished yet.</summary>
    public string StagingFolder { get; } = stagingFolder;

    /// <summary>What is mounted now.</summary>
    public IReadOnlyList<FileMount> Mounts => _mounts;

    /// <summary>Held while several steps have to look like one.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Shows a mount; its folder is made in the tree so that listings have it.</summary>
    public void Mount(FileMount mount)
    {
        Directory.CreateDirectory(Tree.Physical(mount.At));
        _mounts = [.. _mounts, mount];
    }

    /// <summary>True for what can neither be made nor moved nor removed by the caller.</summary>
    public bool IsLocation(string path) =>
        path == VirtualPath.Root || (hasLocations && VirtualPath.Parent(path) == VirtualPath.Root);

    /// <summary>True for a path that is in none of the folders at the top.</summary>
    public bool IsOutside(string path) =>
        hasLocations && VirtualPath.Names(path) is [var top, ..] && !Directory.Exists(Tree.Physical(top));

    /// <summary>True for the reserved folder and everything below it.</summary>
    public bool IsReserved(string path) => reserved is not null && VirtualPath.IsAtOrBelow(path, reserved);

    /// <summary>Resolves an absolute path; the entry itself need not exist.</summary>
    /// <param name="path">The path, absolute.</param>
    /// <param name="followLast">False looks at a link at the very end instead of going where it points.</param>
    /// <exception cref="ServiceFault">400: reserved, climbing out, or a loop of links.</exception>
    public FilePlace Resolve(string path, bool followLast = true)
    {
        var waiting = new Stack<string>(VirtualPath.Names(VirtualPath.Absolute(path)).Reverse());
        var place = Locate(VirtualPath.Root);
        for (var links = 0; waiting.TryPop(out var name);)
        {
            var next = Locate(VirtualPath.Child(place.Path, name));
            var isLast = waiting.Count == 0;
            if ((isLast && !followLast) || next.Entry?.LinkTarget is not { } target)
            {
                place = next;
                continue;
            }

            if (++links > MostLinks)
            {
                throw SandboxFault.Invalid("The path goes through too many links.");
            }

            foreach (var step in VirtualPath.Names(VirtualPath.Resolve(place.Path, target)).Reverse())
            {
                waiting.Push(step);
            }

            place = Locate(VirtualPath.Root);
        }

        return Allowed(place);
    }

    /// <summary>The entries of a folder, by name, without what is reserved.</summary>
    public IEnumerable<FilePlace> Children(FilePlace folder) =>
        new DirectoryInfo(folder.Physical).EnumerateFileSystemInfos()
            .Select(entry => VirtualPath.Child(folder.Path, entry.Name))
            .Where(path => !IsReserved(path))
            .Order(StringComparer.Ordinal)
            .Select(Locate);

    /// <summary>Everything below a folder, folders before what is in them; links are not followed.</summary>
    public IEnumerable<FilePlace> Below(FilePlace folder, int depth = int.MaxValue)
    {
        foreach (var child in Children(folder))
        {
            yield return child;
            if (depth > 1 && child.IsFolder)
            {
                foreach (var entry in Below(child, depth - 1))
                {
                    yield return entry;
                }
            }
        }
    }

    /// <summary>True when a mount stands at a path or below it.</summary>
    public bool HasMountAtOrBelow(string path) => _mounts.Any(mount => VirtualPath.IsAtOrBelow(mount.At, path));

    private FilePlace Locate(string path)
    {
        var mount = _mounts
            .Where(mount => VirtualPath.IsAtOrBelow(path, mount.At))
            .MaxBy(mount => mount.At.Length);
        if (mount is null)
        {
            return new FilePlace(path, Tree, path, IsReadOnly: false);
        }

        // The mounted folder can have been swapped for a link through another mount of the same volume.
        if (mount.Tree.HasLinkOn(mount.Subpath))
        {
            throw SandboxFault.Conflict("The mounted folder of the volume is gone.", "volume_busy");
        }

        var below = VirtualPath.Below(path, mount.At);
        var inside = below.Length == 0 ? mount.Subpath : VirtualPath.Child(mount.Subpath, below);
        return new FilePlace(path, mount.Tree, inside, mount.IsReadOnly);
    }

    private FilePlace Allowed(FilePlace place) =>
        IsReserved(place.Path) ? throw SandboxFault.Invalid("The path is reserved for the service.") : place;
}
