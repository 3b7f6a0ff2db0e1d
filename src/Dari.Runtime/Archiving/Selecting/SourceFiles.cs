using System.Text;
using Dari.Archiving.Ignoring;

namespace Dari.Archiving.Selecting;

/// <summary>Chooses the files of a folder.</summary>
internal static class SourceFiles
{
    internal static IEnumerable<SourceFile> Of(string folder, SourceArchiveOptions options)
    {
        if (options.Selection == FileSelection.IgnoreFile)
        {
            return ByIgnoreFile(folder, options);
        }

        string? top = GitWorkTree.TopOf(folder);
        return top is null
            ? new FolderWalk(folder, "", null, BuiltInExclusions.Skips).Files(null)
            : GitWorkTree.FindGit() is { } git && GitWorkTree.Covers(git, folder)
                ? GitWorkTree.Files(git, folder)
                : ByGitIgnore(folder, top);
    }

    /// <summary>Follows the <c>.gitignore</c> files from the top of a work tree on, without git.</summary>
    internal static IEnumerable<SourceFile> ByGitIgnore(string folder, string top)
    {
        string exclude = Path.Combine(top, ".git", "info", "exclude");
        IgnoreRules? rules = Read(exclude, "", null);

        // The folders from the top to the one that is packed; the walk reads the last one's file itself.
        string prefix = "";
        string relative = Path.GetRelativePath(top, folder);
        string[] parts = relative == "." ? [] : relative.Split(Path.DirectorySeparatorChar);
        foreach (string part in parts)
        {
            rules = Read(Path.Combine(top, prefix, ".gitignore"), prefix, rules);
            if (rules?.Ignores(prefix + part, isFolder: true) == true)
            {
                return [];
            }

            prefix += part + "/";
        }

        return new FolderWalk(folder, prefix, ".gitignore", BuiltInExclusions.Skips).Files(rules);
    }

    private static IEnumerable<SourceFile> ByIgnoreFile(string folder, SourceArchiveOptions options)
    {
        IgnoreRules? rules = Read(Path.Combine(folder, options.IgnoreFileName), "", null);
        if (options.IgnorePatterns.Count > 0)
        {
            rules = IgnoreRules.Read(Encoding.UTF8.GetBytes(string.Join('\n', options.IgnorePatterns)), "", rules);
        }

        return new FolderWalk(folder, "", null, static (_, _) => false).Files(rules);
    }

    private static IgnoreRules? Read(string path, string folder, IgnoreRules? outer)
    {
        try
        {
            return File.Exists(path) ? IgnoreRules.Read(File.ReadAllBytes(path), folder, outer) : outer;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ArchiveException($"The ignore file {path} cannot be read: {error.Message}", null, error);
        }
    }
}
