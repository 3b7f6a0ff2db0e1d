using Dari.Emulator.Hosting;

namespace Dari.Emulator.Sandbox.Files;

/// <summary>A file that is being written and that nobody sees yet; gone when it is not published.</summary>
internal sealed class StagedFile : IDisposable
{
    private StagedFile(string path) => Path = path;

    /// <summary>Place on the host.</summary>
    public string Path { get; }

    /// <summary>A new one for a view.</summary>
    public static StagedFile In(FileView view)
    {
        Directory.CreateDirectory(view.StagingFolder);
        return new StagedFile(System.IO.Path.Combine(view.StagingFolder, Ids.New("file_")));
    }

    /// <summary>Fills it with bytes as they come in.</summary>
    /// <exception cref="ServiceFault">413: more than the limit.</exception>
    public async Task FillAsync(Stream bytes, long limit, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(
            Path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous });
        var chunk = new byte[1 << 16];
        for (int read; (read = await bytes.ReadAsync(chunk, cancellationToken)) > 0;)
        {
            if (file.Position + read > limit)
            {
                throw SandboxFault.TooLarge($"The file has more than {limit} bytes.");
            }

            await file.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (File.Exists(Path))
        {
            File.Delete(Path);
        }
    }
}
