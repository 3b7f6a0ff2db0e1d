using Dari.Emulator.Hosting;

namespace Dari.Emulator.Sandbox.Files;

/// <summary>Changes files and folders of a view.</summary>
internal static class FileWriting
{
    /// <summary>Where a file may be written: parents are made, a folder there is refused.</summary>
    /// <exception cref="ServiceFault">400: no location of the sandbox. 409: a folder, or a file among the parents.</exception>
    public static FilePlace Destination(this FileView view, string path, string owner)
    {
        var place = view.Resolve(path).Writable();
        if (place.Entry is DirectoryInfo)
        {
            throw SandboxFault.Conflict("The path is a folder.");
        }

        view.RefuseLocation(place);
        view.MakeFolder(VirtualPath.Parent(place.Path), owner);
        return place;
    }

    /// <summary>Writes a whole file.</summary>
    public static FileEntry Write(this FileView view, string path, string owner, ReadOnlySpan<byte> bytes)
    {
        using var staged = StagedFile.In(view);
        File.WriteAllBytes(staged.Path, bytes);
        return view.Publish(staged.Path, path, owner);
    }

    /// <summary>Writes a whole file from bytes as they come in.</summary>
    /// <exception cref="ServiceFault">413: more than the limit.</exception>
    public static async Task<FileEntry> WriteAsync(
        this FileView view, string path, string owner, Stream bytes, long limit, CancellationToken cancellationToken)
    {
        view.Destination(path, owner);
        using var staged = StagedFile.In(view);
        await staged.FillAsync(bytes, limit, cancellationToken);
        return view.Publish(staged.Path, path, owner);
    }

    /// <summary>Puts a finished file at its destination in one step.</summary>
    /// <param name="view">The files.</param>
    /// <param name="staged">The finished file on the host; it is moved away.</param>
    /// <param name="path">Where it goes.</param>
    /// <param name="owner">Owner of what is new.</param>
    public static FileEntry Publish(this FileView view, string staged, string path, string owner)
    {
        lock (view.Gate)
        {
            var place = view.Destination(path, owner);
            place.Tree.Reserve(new FileInfo(staged).Length);
            var mode = place.IsFile ? place.Attributes.Mode : EntryAttributes.Default(isFolder: false).Mode;
            File.Move(staged, place.Physical, overwrite: true);
            place.Tree.SetAttributes(place.TreePath, new EntryAttributes(mode, owner));
            return FileEntry.Of(place);
        }
    }

    /// <summary>Makes a folder and its parents; one that is there already is fine.</summary>
    /// <exception cref="ServiceFault">400: no location of the sandbox. 409: a file is in the way.</exception>
    public static void MakeFolder(this FileView view, string path, string owner)
    {
        lock (view.Gate)
        {
            var made = VirtualPath.Root;
            foreach (var name in VirtualPath.Names(view.Resolve(path).Path))
            {
                made = VirtualPath.Child(made, name);
                view.MakeOne(view.Resolve(made), owner);
            }
        }
    }

    /// <summary>Sets the permission bits of an entry.</summary>
    /// <exception cref="ServiceFault">404: nothing there.</exception>
    public static void SetMode(this FileView view, string path, int mode)
    {
        var place = view.Resolve(path).Writable();
        _ = place.Entry ?? throw SandboxFault.NotFound("There is nothing at the path.");
        place.Tree.SetAttributes(place.TreePath, place.Attributes with { Mode = mode });
    }

    /// <summary>Moves an entry; a file at the destination is replaced.</summary>
    public static FileEntry Rename(this FileView view, string from, string to, string owner)
    {
        lock (view.Gate)
        {
            var source = view.Removable(from);
            var target = view.Resolve(to, followLast: false).Writable();
            if (VirtualPath.IsAtOrBelow(target.Path, source.Path))
            {
                return target.Path == source.Path
                    ? FileEntry.Of(source)
                    : throw SandboxFault.Invalid("A folder cannot move into itself.");
            }

            if (target.Entry is DirectoryInfo { LinkTarget: null } || (target.Entry is not null && source.IsFolder))
            {
                throw SandboxFault.Conflict("Something is at the new path already.");
            }

            view.RefuseLocation(target);
            view.MakeFolder(VirtualPath.Parent(target.Path), owner);
            Move(source, target);
            return FileEntry.Of(target);
        }
    }

    /// <summary>Removes an entry with everything below it; links are removed, not followed.</summary>
    public static void Remove(this FileView view, string path)
    {
        lock (view.Gate)
        {
            var place = view.Removable(path);
            if (place.IsFolder)
            {
                FolderCopy.Remove(place.Physical);
            }
            else
            {
                File.Delete(place.Physical);
            }

            place.Tree.TakeAttributes(place.TreePath);
        }
    }

    /// <summary>An entry that may be moved or removed.</summary>
    /// <exception cref="ServiceFault">404: nothing there. 400: a location of its own. 409: a mount in it.</exception>
    public static FilePlace Removable(this FileView view, string path)
    {
        var place = view.Resolve(path, followLast: false).Writable();
        _ = place.Entry ?? throw SandboxFault.NotFound("There is nothing at the path.");
        if (view.IsLocation(place.Path))
        {
            throw SandboxFault.Invalid("A location of the sandbox itself cannot be moved or removed.");
        }

        return view.HasMountAtOrBelow(place.Path)
            ? throw SandboxFault.Conflict("A volume is mounted there.", "volume_busy")
            : place;
    }

    /// <summary>Moves an entry with its attributes; nothing may be at the target but a file.</summary>
    public static void Move(FilePlace source, FilePlace target)
    {
        if (source.IsFolder)
        {
            Directory.Move(source.Physical, target.Physical);
        }
        else
        {
            File.Move(source.Physical, target.Physical, overwrite: true);
        }

        target.Tree.TakeAttributes(target.TreePath);
        target.Tree.PutAttributes(target.TreePath, source.Tree.TakeAttributes(source.TreePath));
    }

    /// <summary>Refuses to put something new beside the locations of a sandbox, or outside of them.</summary>
    public static void RefuseLocation(this FileView view, FilePlace place)
    {
        if (view.IsLocation(place.Path) || view.IsOutside(place.Path))
        {
            throw SandboxFault.Invalid("The path is in no location of the sandbox.");
        }
    }

    private static void MakeOne(this FileView view, FilePlace place, string owner)
    {
        switch (place.Entry)
        {
            case DirectoryInfo:
                return;
            case not null:
                throw SandboxFault.Conflict("A file is in the way of a folder.");
        }

        view.RefuseLocation(place);
        Directory.CreateDirectory(place.Writable().Physical);
        place.Tree.SetAttributes(
            place.TreePath, EntryAttributes.Default(isFolder: true) with { Owner = owner });
    }
}
