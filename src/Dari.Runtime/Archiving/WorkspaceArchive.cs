using System.IO.Compression;
using Dari.Archiving.Extracting;

namespace Dari.Archiving;

/// <summary>Extracts archives that others made: zip, tar and tar.gz, told apart by their bytes.</summary>
/// <remarks>
/// All or nothing: the archive is extracted to a new folder beside the target, checked, and moved when it is complete.
/// Only a process that ends in the middle of the moves into an existing folder leaves some of them done. Owners, times
/// and all permissions but the executable bit are not taken over.
/// </remarks>
public static class WorkspaceArchive
{
    /// <summary>Extracts an archive file.</summary>
    /// <param name="archivePath">The archive.</param>
    /// <param name="folder">The target; made when it is missing, with the folders above it.</param>
    /// <param name="options">What is accepted; null: the defaults.</param>
    /// <param name="progress">Told of every file; or null.</param>
    /// <param name="cancellationToken">Cancels it; the target stays as it was.</param>
    /// <returns>What the archive held.</returns>
    /// <exception cref="FileNotFoundException">There is no such archive.</exception>
    /// <exception cref="ArchiveException">
    /// The archive is damaged, leaves the folder, holds what is no file, exceeds a limit, or a file exists already.
    /// </exception>
    public static async Task<ExtractSummary> ExtractAsync(
        string archivePath,
        string folder,
        ExtractOptions? options = null,
        IProgress<ArchiveProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(archivePath);
        var archive = new FileStream(archivePath, FileMode.Open, FileAccess.Read, FileShare.Read);
        await using (archive.ConfigureAwait(false))
        {
            return await ExtractAsync(archive, folder, options, progress, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Extracts an archive from a stream.</summary>
    /// <param name="archive">
    /// The archive, from its position on. It is not closed. A zip's table stands at its end, so that a stream that
    /// cannot seek is kept in a temporary file.
    /// </param>
    /// <param name="folder">The target; made when it is missing, with the folders above it.</param>
    /// <param name="options">What is accepted; null: the defaults.</param>
    /// <param name="progress">Told of every file; or null.</param>
    /// <param name="cancellationToken">Cancels it; the target stays as it was.</param>
    /// <returns>What the archive held.</returns>
    /// <exception cref="ArchiveException">
    /// The archive is damaged, leaves the folder, holds what is no file, exceeds a limit, or a file exists already.
    /// </exception>
    public static Task<ExtractSummary> ExtractAsync(
        Stream archive,
        string folder,
        ExtractOptions? options = null,
        IProgress<ArchiveProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        string target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return Task.Run(
            () => RunAsync(archive, target, options ?? new ExtractOptions(), progress, cancellationToken),
            cancellationToken);
    }

    private static async Task<ExtractSummary> RunAsync(
        Stream archive,
        string target,
        ExtractOptions options,
        IProgress<ArchiveProgress>? progress,
        CancellationToken cancellationToken)
    {
        string above = Path.GetDirectoryName(target)
            ?? throw new ArgumentException("An archive is not extracted to the top of a file system.", nameof(target));
        if (File.Exists(target) || (new FileInfo(target).LinkTarget is not null && !Directory.Exists(target)))
        {
            throw new ArchiveException($"{target} is not a folder.");
        }

        Directory.CreateDirectory(above);

        // A target that is a link stands for the folder behind it; beside that, moves are one step.
        var there = new DirectoryInfo(target);
        string real = there.Exists ? there.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? target : target;
        string staged = Path.Combine(Path.GetDirectoryName(real) ?? above, $".{Guid.NewGuid():N}.part");
        Directory.CreateDirectory(staged);
        try
        {
            long compressed = 0;
            var source = new ArchiveSource(archive, count => compressed += count);
            var limits = new ExtractLimits(options, () => Math.Max(compressed, source.Length));
            var staging = new Staging(staged, options.Links, limits, progress);
            await UnpackAsync(source, staging, limits, options, cancellationToken).ConfigureAwait(false);
            staging.MakeLinks();
            new Placement(staged, real, options.Existing).Run();
            return new ExtractSummary(staging.Files, limits.ContentBytes);
        }
        finally
        {
            if (Directory.Exists(staged))
            {
                Directory.Delete(staged, recursive: true);
            }
        }
    }

    private static async Task UnpackAsync(
        ArchiveSource source,
        Staging staging,
        ExtractLimits limits,
        ExtractOptions options,
        CancellationToken cancellationToken)
    {
        try
        {
            Stream stream = await source.StartAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                if (source.IsZip)
                {
                    long most = options.MaxBytes + (1L << 20);
                    Stream zip = await source.SeekableAsync(stream, most, cancellationToken).ConfigureAwait(false);
                    await using (zip.ConfigureAwait(false))
                    {
                        await ZipExtraction.RunAsync(zip, staging, limits, cancellationToken).ConfigureAwait(false);
                    }
                }
                else if (source.IsGzip)
                {
                    using var gzip = new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
                    using var watched = new WatchedStream(gzip, count => limits.AddUnpacked(count));
                    await TarExtraction.RunAsync(watched, staging, cancellationToken).ConfigureAwait(false);

                    // Its checksum stands behind the end of the tar.
                    await watched.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
                }
                else
                {
                    await TarExtraction.RunAsync(stream, staging, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or FormatException
            or NotSupportedException)
        {
            throw new ArchiveException($"The archive is damaged or of an unknown kind: {error.Message}", null, error);
        }
    }
}
