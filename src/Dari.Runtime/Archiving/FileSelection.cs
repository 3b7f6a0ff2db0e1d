namespace Dari.Archiving;

/// <summary>Which files of a folder go into its archive.</summary>
public enum FileSelection
{
    /// <summary>
    /// In a git work tree: the tracked files and the untracked ones that are not ignored, as git lists them; where git
    /// is not installed, the <c>.gitignore</c> files are followed. Elsewhere every file, without the folders
    /// <c>.dari .git .pytest_cache .venv __pycache__ node_modules</c> and files named <c>.DS_Store</c>.
    /// </summary>
    Git,

    /// <summary>
    /// Every file that neither the ignore file in the folder nor <see cref="SourceArchiveOptions.IgnorePatterns"/>
    /// leaves out.
    /// </summary>
    IgnoreFile,
}
