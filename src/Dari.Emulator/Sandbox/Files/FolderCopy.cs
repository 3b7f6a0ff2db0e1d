namespace Dari.Emulator.Sandbox.Files;

/// <summary>Copies, measures and removes folders of the host without ever following a link.</summary>
internal static class FolderCopy
{
    /// <summary>Copies everything in a folder, leaving out one folder if asked.</summary>
    public static void Copy(string source, string target, string? except = null)
    {
        Directory.CreateDirectory(target);
        foreach (var entry in new DirectoryInfo(source).EnumerateFileSystemInfos())
        {
            var destination = Path.Combine(target, entry.Name);
            if (string.Equals(entry.FullName, except, VirtualPath.Comparison))
            {
                continue;
            }

            if (entry.LinkTarget is { } link)
            {
                File.CreateSymbolicLink(destination, link);
            }
            else if (entry is DirectoryInfo)
            {
                Copy(entry.FullName, destination, except);
            }
            else
            {
                ((FileInfo)entry).CopyTo(destination);
            }
        }
    }

    /// <summary>Bytes of all files below a folder, and the number of its entries.</summary>
    public static (long Bytes, long Entries) Measure(string folder)
    {
        var (bytes, entries) = (0L, 0L);
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
        {
            entries++;
            if (entry.LinkTarget is not null)
            {
                continue;
            }

            var (below, count) = entry is FileInfo file ? (file.Length, 0) : Measure(entry.FullName);
            bytes += below;
            entries += count;
        }

        return (bytes, entries);
    }

    /// <summary>Removes a folder of the emulator if it is there; links in it are removed, not followed.</summary>
    public static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
