namespace Dari.Benchmarks.Documents;

/// <summary>
/// What is read: large real documents where they are at hand, else one that is written from a seed and is as large.
/// </summary>
internal static class Inputs
{
    private static readonly string[] Real =
    [
        "github__api.github.com__2022-06-11.json",
        "stripe__spec3__2023-09-12.yaml",
        "openai__openapi__2.3.0.yaml",
        "tryagi-Anthropic__Anthropic-openapi__x.yaml",
        "discord__openapi__10.json",
    ];

    /// <summary>A folder of documents beside the repository, if there is one.</summary>
    public static string? Nearby()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dari.Generator.sln")))
        {
            folder = folder.Parent;
        }

        string? nearby = folder is null ? null : Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "corpus", "dev"));
        return Directory.Exists(nearby) ? nearby : null;
    }

    /// <summary>Set by <c>--documents FOLDER</c>.</summary>
    public static string? Folder { get; set; }

    /// <summary>Name and path, the largest first.</summary>
    public static IReadOnlyList<(string Name, string Path)> Large()
    {
        string[] found = Folder is null ? [] : [.. Real.Select(name => Path.Combine(Folder, name)).Where(File.Exists)];
        return found.Length > 0 ? [.. found.Select(path => (ShortName(path), path))] : [Written("json"), Written("yaml")];
    }

    public static (string Name, string Path) Json() =>
        Large().Where(one => one.Path.EndsWith(".json", StringComparison.Ordinal)).Append(Written("json")).First();

    private static (string Name, string Path) Written(string format)
    {
        string path = Path.Combine(Path.GetTempPath(), "dari-benchmarks", "written." + format);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var document = new WrittenDocument(operations: 1000, schemas: 2000, seed: 1);
        File.WriteAllText(path, format == "json" ? document.Json() : document.Yaml());
        return ("written." + format, path);
    }

    private static string ShortName(string path)
    {
        string name = Path.GetFileName(path);
        return name[..name.IndexOf("__", StringComparison.Ordinal)].Replace("tryagi-", "", StringComparison.Ordinal).ToLowerInvariant()
            + Path.GetExtension(path);
    }
}
