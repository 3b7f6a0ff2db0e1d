using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Files;

namespace Dari.Emulator.Sandbox.Uploads;

/// <summary>Lays an unpacked folder over what is at the target.</summary>
internal static class FolderMerge
{
    /// <summary>Checks every entry first, so that a clash leaves the target as it was; then moves them.</summary>
    /// <exception cref="ServiceFault">409 <c>upload_conflict</c>: a file meets a folder.</exception>
    public static void Merge(FileView view, FileTree staged, string target, string owner)
    {
        var entries = new FileView(staged, staged.Folder).Below(Root(staged)).ToArray();
        foreach (var entry in entries)
        {
            Check(view, entry, view.Resolve(At(target, entry), followLast: false).Writable());
        }

        var place = view.Resolve(target);
        if (place.Entry is null)
        {
            // Nobody has seen the target yet: one move makes all of it appear.
            view.RefuseLocation(place);
            view.MakeFolder(VirtualPath.Parent(place.Path), owner);
            FileWriting.Move(Root(staged), place);
            place.Tree.SetAttributes(
                place.TreePath, EntryAttributes.Default(isFolder: true) with { Owner = owner });
            return;
        }

        foreach (var entry in entries)
        {
            Move(view, entry, At(target, entry), owner);
        }
    }

    /// <summary>The root of an unpacked folder.</summary>
    public static FilePlace Root(FileTree staged) =>
        new(VirtualPath.Root, staged, VirtualPath.Root, IsReadOnly: false);

    private static string At(string target, FilePlace entry) =>
        VirtualPath.Resolve(target, VirtualPath.Below(entry.Path, VirtualPath.Root));

    private static void Check(FileView view, FilePlace entry, FilePlace place)
    {
        var isFolder = entry.IsFolder;
        if (place.Entry is null)
        {
            view.RefuseLocation(place);
        }
        else if (place.IsFolder != isFolder)
        {
            throw UploadPublication.Clash("A file and a folder of the same name meet at the target.");
        }
    }

    private static void Move(FileView view, FilePlace entry, string path, string owner)
    {
        var place = view.Resolve(path, followLast: false);
        if (!entry.IsFolder)
        {
            FileWriting.Move(entry, place);
            return;
        }

        view.MakeFolder(path, owner);
        place.Tree.SetAttributes(place.TreePath, entry.Attributes);
    }
}
