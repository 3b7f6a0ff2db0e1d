namespace Dari.Archiving.Extracting;

/// <summary>Moves an extracted folder to its place; on failure everything is put back.</summary>
internal sealed class Placement(string staged, string target, ExistingFiles existing)
{
    private readonly List<(string From, string To)> _moved = [];
    private readonly string _replaced = staged + ".old";

    internal void Run()
    {
        if (!Path.Exists(target))
        {
            Directory.Move(staged, target);
            return;
        }

        Check("");
        try
        {
            Merge("");
        }
        catch
        {
            Undo();
            throw;
        }
        finally
        {
            if (Directory.Exists(_replaced))
            {
                Directory.Delete(_replaced, recursive: true);
            }
        }
    }

    // Everything that speaks against it is found before anything is moved.
    private void Check(string folder)
    {
        foreach (FileSystemInfo entry in new DirectoryInfo(Path.Combine(staged, folder)).EnumerateFileSystemInfos())
        {
            string name = Path.Combine(folder, entry.Name);
            bool isFolder = IsFolder(entry);
            FileSystemInfo? there = Find(name);
            if (there is null)
            {
                continue;
            }

            // A link to a folder would lead out of the target.
            if (isFolder != IsFolder(there) || (!isFolder && existing == ExistingFiles.Refuse))
            {
                string shown = name.Replace(Path.DirectorySeparatorChar, '/');
                throw new ArchiveException($"\"{shown}\" exists already in {target}.", shown);
            }

            if (isFolder)
            {
                Check(name);
            }
        }
    }

    private void Merge(string folder)
    {
        // Read at once: entries go away meanwhile.
        foreach (FileSystemInfo entry in new DirectoryInfo(Path.Combine(staged, folder)).GetFileSystemInfos())
        {
            string name = Path.Combine(folder, entry.Name);
            FileSystemInfo? there = Find(name);
            if (there is not null && IsFolder(there) && IsFolder(entry))
            {
                Merge(name);
                continue;
            }

            if (there is not null && existing == ExistingFiles.Keep)
            {
                continue;
            }

            if (there is not null && existing == ExistingFiles.Replace)
            {
                string old = Path.Combine(_replaced, name);
                Directory.CreateDirectory(Path.GetDirectoryName(old)!);
                Move(there.FullName, old);
            }

            Move(entry.FullName, Path.Combine(target, name));
        }
    }

    private void Move(string from, string to)
    {
        // Neither replaces anything that came meanwhile.
        if (IsFolder(new DirectoryInfo(from)))
        {
            Directory.Move(from, to);
        }
        else
        {
            File.Move(from, to);
        }

        _moved.Add((from, to));
    }

    private void Undo()
    {
        for (int i = _moved.Count - 1; i >= 0; i--)
        {
            (string from, string to) = _moved[i];
            if (IsFolder(new DirectoryInfo(to)))
            {
                Directory.Move(to, from);
            }
            else
            {
                File.Move(to, from);
            }
        }
    }

    private FileSystemInfo? Find(string name)
    {
        string path = Path.Combine(target, name);
        var folder = new DirectoryInfo(path);
        var file = new FileInfo(path);
        return folder.LinkTarget is null && folder.Exists ? folder
            : file.Exists || file.LinkTarget is not null ? file
            : null;
    }

    private static bool IsFolder(FileSystemInfo entry) =>
        entry is DirectoryInfo { Exists: true } && entry.LinkTarget is null;
}
