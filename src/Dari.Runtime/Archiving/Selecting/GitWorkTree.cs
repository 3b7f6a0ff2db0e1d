namespace Dari.Archiving.Selecting;

/// <summary>What git says about the files of a folder.</summary>
internal static class GitWorkTree
{
    /// <summary>The top of the work tree around a folder, or null. Nothing is started for that.</summary>
    internal static string? TopOf(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            // In a linked work tree or a submodule it is a file.
            string mark = Path.Combine(at.FullName, ".git");
            if (Directory.Exists(mark) || File.Exists(mark))
            {
                return at.FullName;
            }
        }

        return null;
    }

    /// <summary>The program, taken from PATH alone: never from the folder that is packed.</summary>
    internal static string? FindGit()
    {
        string name = OperatingSystem.IsWindows() ? "git.exe" : "git";
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.Where(Path.IsPathFullyQualified).Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>Whether git sees a work tree there; false inside its own folder.</summary>
    internal static bool Covers(string git, string folder)
    {
        using var answer = new GitListing(git, folder, ["rev-parse", "--is-inside-work-tree"]);
        string text = string.Concat(answer.Names());
        return text.Trim() == "true";
    }

    /// <summary>Merges the tracked and the untracked files, which git lists in the order of their bytes.</summary>
    internal static IEnumerable<SourceFile> Files(string git, string folder)
    {
        using var tracked = new GitListing(git, folder, ["ls-files", "-z", "--cached"]);
        using var others = new GitListing(git, folder, ["ls-files", "-z", "--others", "--exclude-standard"]);
        string? last = null;
        string checkedFolder = "";
        foreach (string name in Merge(tracked.Names(), others.Names()))
        {
            // A file in conflict is listed once for every side.
            if (name != last && Find(folder, name, ref checkedFolder) is { } info)
            {
                yield return new SourceFile(name, info);
            }

            last = name;
        }
    }

    private static IEnumerable<string> Merge(IEnumerable<string> first, IEnumerable<string> second)
    {
        using IEnumerator<string> a = first.GetEnumerator();
        using IEnumerator<string> b = second.GetEnumerator();
        bool hasA = a.MoveNext();
        bool hasB = b.MoveNext();
        while (hasA || hasB)
        {
            if (hasA && (!hasB || EntryOrder.Instance.Compare(a.Current, b.Current) <= 0))
            {
                yield return a.Current;
                hasA = a.MoveNext();
            }
            else
            {
                yield return b.Current;
                hasB = b.MoveNext();
            }
        }
    }

    // Null: tracked, but deleted from the work tree.
    private static FileInfo? Find(string folder, string name, ref string checkedFolder)
    {
        string path = Path.Combine(folder, name);
        if (name.Contains('\uFFFD', StringComparison.Ordinal) && !File.Exists(path))
        {
            throw new ArchiveException($"The name of {name} is not valid UTF-8.", name);
        }

        string parent = name[..(name.TrimEnd('/').LastIndexOf('/') + 1)];
        if (parent != checkedFolder)
        {
            if (IsBehindLink(folder, parent))
            {
                return null;
            }

            checkedFolder = parent;
        }

        var info = new FileInfo(path.TrimEnd('/'));
        return info.LinkTarget is not null || info.Exists
            ? info
            : Directory.Exists(path)
                ? throw new ArchiveException(
                    $"{name.TrimEnd('/')} is a git repository of its own, whose files cannot be taken.",
                    name.TrimEnd('/'))
                : null;
    }

    // git takes a file for deleted when one of its folders has become a link.
    private static bool IsBehindLink(string folder, string parent)
    {
        for (int slash = parent.IndexOf('/'); slash >= 0; slash = parent.IndexOf('/', slash + 1))
        {
            if (new DirectoryInfo(Path.Combine(folder, parent[..slash])).LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }
}
