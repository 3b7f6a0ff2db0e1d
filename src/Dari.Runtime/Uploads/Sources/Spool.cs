using System.Buffers;
using Dari.Uploads.Sending;
using Microsoft.Win32.SafeHandles;

namespace Dari.Uploads.Sources;

/// <summary>Keeps a stream that cannot seek: in memory at first, then on disk, up to a limit.</summary>
internal sealed class Spool(UploadOptions options, ProgressMeter progress)
{
    private const int ChunkSize = 128 * 1024;

    internal static string NewPath(UploadOptions options) => Path.Combine(
        Path.GetFullPath(options.SpoolFolder ?? Path.GetTempPath()), $"dari-upload-{Guid.NewGuid():N}.spool");

    /// <summary>For an upload that ends with its process: nothing is left on disk, however it ends.</summary>
    internal async Task<UploadSource> KeepAsync(Stream content, CancellationToken cancellationToken)
    {
        byte[] memory = new byte[options.SpoolMemory + 1];
        int count = await content.ReadAtLeastAsync(memory, memory.Length, false, cancellationToken).ConfigureAwait(false);
        progress.Prepared(count);
        if (count <= Math.Min(options.SpoolMemory, options.SpoolLimit))
        {
            return new MemorySource(memory.AsMemory(0, count));
        }

        string path = NewPath(options);
        SafeFileHandle file = File.OpenHandle(
            path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, FileOptions.DeleteOnClose);
        try
        {
            if (!OperatingSystem.IsWindows())
            {
                // Without its name the file is nobody else's, and is gone when the process is, killed or not.
                File.Delete(path);
            }

            await RandomAccess.WriteAsync(file, memory.AsMemory(0, count), 0, cancellationToken).ConfigureAwait(false);
            await FillAsync(file, content, count, cancellationToken).ConfigureAwait(false);
            return FileSource.OfSpool(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>For an upload that another process may go on with.</summary>
    internal async Task<UploadSource> KeepAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        using (SafeFileHandle file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete))
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            await FillAsync(file, content, 0, cancellationToken).ConfigureAwait(false);
            RandomAccess.FlushToDisk(file);
        }

        return FileSource.OpenSpool(path);
    }

    private async Task FillAsync(SafeFileHandle file, Stream content, long length, CancellationToken cancellationToken)
    {
        byte[] chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            Check(length);
            for (int count; (count = await content.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0;)
            {
                Check(length + count);
                await RandomAccess.WriteAsync(file, chunk.AsMemory(0, count), length, cancellationToken)
                    .ConfigureAwait(false);
                length += count;
                progress.Prepared(length);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    private void Check(long length)
    {
        if (length > options.SpoolLimit)
        {
            throw new UploadException(
                UploadFault.SourceTooLong,
                $"The stream has more than {options.SpoolLimit} bytes, the limit of UploadOptions.SpoolLimit.");
        }
    }
}
