namespace Dari.Emulator.Hosting;

/// <summary>The folder with an emulator's bytes; removed when it is disposed.</summary>
internal sealed class DataFolder : IDisposable
{
    public DataFolder(string? root)
    {
        Path = System.IO.Path.Combine(
            root is null ? System.IO.Path.GetTempPath() : System.IO.Path.GetFullPath(root),
            Ids.New("dari-emulator-"));
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public string Make(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
