using Dari.Archiving.Ignoring;

namespace Dari.Archiving.Selecting;

/// <summary>
/// Lists a folder in the order of the archive. Only the folders on the way down are held, so the memory does not depend
/// on the size of the tree.
/// </summary>
internal sealed class FolderWalk
{
    private readonly string _root;
    private readonly string _prefix;
    private readonly string? _ignoreFileName;
    private readonly Func<string, bool, bool> _skips;

    /// <param name="root">The folder.</param>
    /// <param name="prefix">Its path below the top that ignore files count from, with a closing slash.</param>
    /// <param name="ignoreFileName">The ignore file that is followed in every folder; null: none.</param>
    /// <param name="skips">Says of a name, and whether it is a folder, that it is left out everywhere.</param>
    internal FolderWalk(string root, string prefix, string? ignoreFileName, Func<string, bool, bool> skips)
    {
        _root = root;
        _prefix = prefix;
        _ignoreFileName = ignoreFileName;
        _skips = skips;
    }

    internal IEnumerable<SourceFile> Files(IgnoreRules? rules)
    {
        var open = new Stack<Level>();
        open.Push(Open(new DirectoryInfo(_root), "", rules));
        while (open.TryPeek(out Level? level))
        {
            if (level.Next == level.Entries.Length)
            {
                open.Pop();
                continue;
            }

            FileSystemInfo entry = level.Entries[level.Next++];
            string name = level.Name + entry.Name;
            bool isFolder = IsFolder(entry);
            if (_skips(entry.Name, isFolder) || level.Rules?.Ignores(_prefix + name, isFolder) == true)
            {
                continue;
            }

            if (isFolder)
            {
                open.Push(Open((DirectoryInfo)entry, name + "/", level.Rules));
            }
            else
            {
                yield return new SourceFile(name, entry);
            }
        }
    }

    private Level Open(DirectoryInfo folder, string name, IgnoreRules? outer)
    {
        try
        {
            FileSystemInfo[] entries = folder.GetFileSystemInfos();
            string[] keys = Array.ConvertAll(entries, static entry => IsFolder(entry) ? entry.Name + "/" : entry.Name);
            Array.Sort(keys, entries, EntryOrder.Instance);
            string? ignore = _ignoreFileName is null ? null : Path.Combine(folder.FullName, _ignoreFileName);
            IgnoreRules? rules = ignore is not null && File.Exists(ignore)
                ? IgnoreRules.Read(File.ReadAllBytes(ignore), _prefix + name, outer)
                : outer;
            return new Level(entries, name, rules);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            string shown = name.Length == 0 ? folder.FullName : name;
            throw new ArchiveException($"The folder {shown} cannot be read: {error.Message}", name, error);
        }
    }

    // A link to a folder is a link.
    private static bool IsFolder(FileSystemInfo entry) => entry is DirectoryInfo && entry.LinkTarget is null;

    private sealed class Level(FileSystemInfo[] entries, string name, IgnoreRules? rules)
    {
        internal FileSystemInfo[] Entries => entries;

        internal string Name => name;

        internal IgnoreRules? Rules => rules;

        internal int Next { get; set; }
    }
}
