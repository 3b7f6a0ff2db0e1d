namespace Dari.Review.Reports;

/// <summary>How a report writes the paths of files.</summary>
/// <param name="Folder">What they are told relative to; <see langword="null"/>: as they are.</param>
/// <param name="Links">Where the report stands, which its links start from; <see langword="null"/>: as told.</param>
internal sealed record ReportPaths(string? Folder = null, string? Links = null)
{
    /// <summary>For people.</summary>
    public string Shown(string path) => Relative(Folder, path);

    /// <summary>For a link, with slashes on every system.</summary>
    public string Linked(string path) => (Links is null ? Shown(path) : Relative(Links, path)).Replace('\\', '/');

    private static string Relative(string? folder, string path) =>
        folder is null || !Path.IsPathRooted(path) ? path : Path.GetRelativePath(folder, path);
}
