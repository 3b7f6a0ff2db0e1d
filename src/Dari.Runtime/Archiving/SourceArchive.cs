using Dari.Archiving.Packing;
using Dari.Archiving.Selecting;

namespace Dari.Archiving;

/// <summary>An archive of a folder's sources, on disk. Dispose it, and a temporary one is deleted.</summary>
/// <remarks>
/// It holds files and, if asked, links, sorted by the bytes of their names; no folders, owners or times. The same files
/// give the same bytes. Memory does not depend on how many or how large they are.
/// </remarks>
public sealed class SourceArchive : IDisposable
{
    private readonly bool _isTemporary;

    private SourceArchive(string path, ArchiveSummary summary, bool isTemporary)
    {
        FilePath = path;
        Summary = summary;
        _isTemporary = isTemporary;
    }

    /// <summary>The full path of the archive.</summary>
    public string FilePath { get; }

    /// <summary>Its digest, size and what it holds.</summary>
    public ArchiveSummary Summary { get; }

    /// <summary>The archive's SHA-256: 64 lower-case hexadecimal digits.</summary>
    public string Sha256 => Summary.Sha256;

    /// <summary>The archive's size in bytes.</summary>
    public long Size => Summary.Size;

    /// <summary>Makes an archive on disk, which appears only when it is complete.</summary>
    /// <param name="folder">The folder; names in the archive are relative to it.</param>
    /// <param name="options">What is taken and how; null: as Dari expects it.</param>
    /// <param name="progress">Told of every file, and every 4 MiB of large ones; or null.</param>
    /// <param name="cancellationToken">Cancels it; nothing stays on disk.</param>
    /// <returns>The archive.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="ArchiveException">
    /// A file cannot be taken: it is unreadable, vanished or changed meanwhile, or is a link or device.
    /// </exception>
    /// <exception cref="IOException">The archive cannot be written.</exception>
    public static async Task<SourceArchive> CreateAsync(
        string folder,
        SourceArchiveOptions? options = null,
        IProgress<ArchiveProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new SourceArchiveOptions();
        bool isTemporary = options.OutputPath is null;
        string name = $"dari-{Guid.NewGuid():N}{(options.Format == ArchiveFormat.Tar ? ".tar" : ".tar.gz")}";
        string path = Path.GetFullPath(options.OutputPath ?? Path.Combine(Path.GetTempPath(), name));

        // Beside the target, so that the move is one step and never a copy.
        string partial = Path.Combine(Path.GetDirectoryName(path)!, $".{Guid.NewGuid():N}.part");
        try
        {
            FileStreamOptions create = new()
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                BufferSize = 0,
                Options = FileOptions.Asynchronous,
            };
            if (isTemporary && !OperatingSystem.IsWindows())
            {
                // The folder for temporary files is everybody's.
                create.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            ArchiveSummary summary;
            var file = new FileStream(partial, create);
            await using (file.ConfigureAwait(false))
            {
                summary = await RunAsync(folder, file, options, progress, [path, partial], cancellationToken)
                    .ConfigureAwait(false);
            }

            File.Move(partial, path, overwrite: true);
            return new SourceArchive(path, summary, isTemporary);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>Writes an archive to a stream. After an exception what was written is not a complete archive.</summary>
    /// <param name="folder">The folder; names in the archive are relative to it.</param>
    /// <param name="destination">Where the archive goes, in order. It is not closed.</param>
    /// <param name="options">
    /// What is taken and how; null: as Dari expects it. <see cref="SourceArchiveOptions.OutputPath"/> is not written.
    /// </param>
    /// <param name="progress">Told of every file, and every 4 MiB of large ones; or null.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The digest and size of what was written.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="ArchiveException">
    /// A file cannot be taken: it is unreadable, vanished or changed meanwhile, or is a link or device.
    /// </exception>
    public static Task<ArchiveSummary> WriteAsync(
        string folder,
        Stream destination,
        SourceArchiveOptions? options = null,
        IProgress<ArchiveProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        return RunAsync(folder, destination, options ?? new SourceArchiveOptions(), progress, [], cancellationToken);
    }

    /// <summary>Opens the archive for reading.</summary>
    /// <returns>A stream that can seek.</returns>
    public Stream OpenRead() =>
        new FileStream(FilePath, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, useAsync: true);

    /// <summary>Deletes the archive if it is a temporary one.</summary>
    public void Dispose()
    {
        if (_isTemporary)
        {
            File.Delete(FilePath);
        }
    }

    private static Task<ArchiveSummary> RunAsync(
        string folder,
        Stream destination,
        SourceArchiveOptions options,
        IProgress<ArchiveProgress>? progress,
        string[] except,
        CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        string root = Path.GetFullPath(folder);
        if (!Directory.Exists(root))
        {
            throw new DirectoryNotFoundException($"There is no folder {root}.");
        }

        // Files are read without waiting, which must not hold the caller's thread.
        IEnumerable<SourceFile> files = SourceFiles.Of(root, options)
            .Where(file => !except.Contains(file.Info.FullName, StringComparer.Ordinal));
        return Task.Run(() => PackAsync(files, destination, options, progress, cancellationToken), cancellationToken);
    }

    private static async Task<ArchiveSummary> PackAsync(
        IEnumerable<SourceFile> files,
        Stream destination,
        SourceArchiveOptions options,
        IProgress<ArchiveProgress>? progress,
        CancellationToken cancellationToken)
    {
        using var output = new ArchiveOutput(destination);
        ArchiveSink sink = options.Format == ArchiveFormat.Tar
            ? new PlainSink(output)
            : new GzipSink(
                output,
                options.Speed == ArchiveSpeed.Fastest ? new NativeBlockDeflater() : new ManagedBlockDeflater());
        await using (sink.ConfigureAwait(false))
        {
            var packer = new TarPacker(sink, options.Links, progress);
            await packer.PackAsync(files, cancellationToken).ConfigureAwait(false);
            await destination.FlushAsync(cancellationToken).ConfigureAwait(false);
            return new ArchiveSummary(output.Sha256(), output.Size, packer.Files, packer.Bytes);
        }
    }
}
