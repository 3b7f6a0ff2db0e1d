using Dari.Archiving;
using Dari.Cli.Manifests;
using Dari.Cli.Output;
using Microsoft.Win32.SafeHandles;

namespace Dari.Cli.Deploying;

/// <summary>
/// The archive of an agent's folder. It has no name on disk for as long as the system can do that, so nothing of it stays
/// however the command ends.
/// </summary>
internal sealed class Bundle : IAsyncDisposable
{
    private readonly FileStream _content;

    private Bundle(FileStream content, ArchiveSummary summary)
    {
        _content = content;
        Summary = summary;
    }

    public ArchiveSummary Summary { get; }

    /// <summary>Packs a folder, and makes sure that all its manifest names is in the archive.</summary>
    /// <exception cref="CliException">Something that the manifest names is left out.</exception>
    /// <exception cref="ArchiveException">A file cannot be packed.</exception>
    public static async Task<Bundle> PackAsync(
        string folder, AgentManifest manifest, Action<string> showProgress, CancellationToken cancellationToken)
    {
        FileStream content = Create();
        try
        {
            var watch = new BundleWatch([Root, .. manifest.Files], showProgress);
            ArchiveSummary summary = await SourceArchive.WriteAsync(folder, content, progress: watch, cancellationToken: cancellationToken);
            watch.ThrowIfLeftOut();
            return new Bundle(content, summary);
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }

    private static ManifestFile Root { get; } = new(ManifestReader.FileName, Place.Start(ManifestReader.FileName));

    /// <summary>The bytes, to be read at any place by any number of readers.</summary>
    public SafeFileHandle Content => _content.SafeFileHandle;

    public ValueTask DisposeAsync() => _content.DisposeAsync();

    private static FileStream Create()
    {
        string path = Path.Combine(Path.GetTempPath(), $"dari-{Guid.NewGuid():N}.tar.gz");
        FileStreamOptions options = new()
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(path, options);
        if (!OperatingSystem.IsWindows())
        {
            // Open files live on without a name; Windows deletes them itself, also after a crash.
            File.Delete(path);
        }

        return file;
    }
}
