namespace Dari.Runtime.Tests.Archiving;

/// <summary>A folder with a folder of its own around it, so that what stays beside it is seen.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder()
    {
        Above = Directory.CreateTempSubdirectory("dari-tests-").FullName;
        Root = Directory.CreateDirectory(Path.Combine(Above, "root")).FullName;
    }

    public string Above { get; }

    public string Root { get; }

    public string this[string name] => Path.Combine(Root, name);

    public TemporaryFolder With(string name, string text = "text")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this;
    }

    public string[] Names() =>
    [
        .. Directory.EnumerateFileSystemEntries(Root, "*", new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.None,
        })
        .Where(static path => File.Exists(path) || new FileInfo(path).LinkTarget is not null)
        .Select(path => Path.GetRelativePath(Root, path).Replace(Path.DirectorySeparatorChar, '/')).Order(StringComparer.Ordinal),
    ];

    public string[] Beside() => [.. Directory.EnumerateFileSystemEntries(Above).Select(Path.GetFileName).Order()!];

    public void Dispose() => Directory.Delete(Above, recursive: true);
}
