using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Files;

namespace Dari.Emulator.Sandbox.Uploads;

/// <summary>Puts an unpacked folder in the place of what is at the target.</summary>
internal static class FolderReplacement
{
    /// <summary>Moves the old content aside, the new in, and then removes the old.</summary>
    /// <exception cref="ServiceFault">400: the new content has a reserved name. 409: a volume is mounted below.</exception>
    public static void Replace(FileView view, FileTree staged, FilePlace target, string stagingFolder, string owner)
    {
        if (view.Mounts.Any(mount => mount.At != target.Path && VirtualPath.IsAtOrBelow(mount.At, target.Path)))
        {
            throw SandboxFault.Conflict("A volume is mounted below the target.", "volume_busy");
        }

        var aside = FileTree.At(Path.Combine(stagingFolder, "replaced"));
        if (view.IsLocation(target.Path) || view.HasMountAtOrBelow(target.Path))
        {
            ReplaceContent(view, staged, target, aside, owner);
        }
        else
        {
            FileWriting.Move(target, Aside(aside, "folder"));
            FileWriting.Move(FolderMerge.Root(staged), target);
            target.Tree.SetAttributes(
                target.TreePath, EntryAttributes.Default(isFolder: true) with { Owner = owner });
        }

        FolderCopy.Remove(aside.Folder);
    }

    // A location or a mount point stays itself; only what is in it is exchanged.
    private static void ReplaceContent(FileView view, FileTree staged, FilePlace target, FileTree aside, string owner)
    {
        foreach (var entry in new FileView(staged, staged.Folder).Children(FolderMerge.Root(staged)))
        {
            view.Resolve(VirtualPath.Child(target.Path, VirtualPath.Name(entry.Path)), followLast: false);
        }

        foreach (var old in view.Children(target).ToArray())
        {
            FileWriting.Move(old, Aside(aside, VirtualPath.Name(old.Path)));
        }

        FolderMerge.Merge(view, staged, target.Path, owner);
    }

    private static FilePlace Aside(FileTree aside, string name)
    {
        var path = VirtualPath.Child(VirtualPath.Root, name);
        return new FilePlace(path, aside, path, IsReadOnly: false);
    }
}
