using System.Buffers;
using Dari.Archiving.Selecting;
using Microsoft.Win32.SafeHandles;

namespace Dari.Archiving.Packing;

/// <summary>Writes files and links as a tar.</summary>
internal sealed class TarPacker(ArchiveSink sink, LinkPolicy links, IProgress<ArchiveProgress>? progress)
{
    private const int BufferSize = 128 * 1024;

    // How often a large file is reported.
    private const long ReportEvery = 4 << 20;

    private static readonly byte[] Zeros = new byte[2 * TarHeader.BlockSize];

    internal int Files { get; private set; }

    internal long Bytes { get; private set; }

    internal async Task PackAsync(IEnumerable<SourceFile> files, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            foreach (SourceFile file in files)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await AddAsync(file, buffer, cancellationToken).ConfigureAwait(false);
                Files++;
                progress?.Report(new ArchiveProgress(Files, Bytes, file.Name));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        await sink.WriteAsync(Zeros, cancellationToken).ConfigureAwait(false);
        await sink.FinishAsync(cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask AddAsync(SourceFile file, byte[] buffer, CancellationToken cancellationToken)
    {
        if (file.Name.Any(static c => c is '\uFFFD') && !file.Info.Exists)
        {
            throw new ArchiveException($"The name of {file.Name} is not valid UTF-8.", file.Name);
        }

        if (file.Info.LinkTarget is { } target)
        {
            await AddLinkAsync(file.Name, target, cancellationToken).ConfigureAwait(false);
            return;
        }

        using SafeFileHandle? handle = Open(file);
        long length = handle is null ? 0 : RandomAccess.GetLength(handle);
        byte[] header = TarHeader.Of(file.Name, "", length, IsExecutable(file.Info), TarHeader.File);
        await sink.WriteAsync(header, cancellationToken).ConfigureAwait(false);
        if (handle is not null)
        {
            await AddContentAsync(file.Name, handle, length, buffer, cancellationToken).ConfigureAwait(false);
        }
    }

    internal static bool IsExecutable(FileSystemInfo file) => !OperatingSystem.IsWindows() && (file.UnixFileMode
        & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0;

    /// <summary>The target of a link as the archive has it.</summary>
    /// <exception cref="ArchiveException">The archive may not hold it.</exception>
    internal static string CheckLink(string name, string target, LinkPolicy links)
    {
        target = OperatingSystem.IsWindows() ? target.Replace('\\', '/') : target;
        if (links == LinkPolicy.Refuse)
        {
            throw new ArchiveException($"{name} is a symbolic link, which the archive may not hold.", name);
        }

        return LinkTargets.StaysInside(name, target)
            ? target
            : throw new ArchiveException($"{name} is a symbolic link that may lead out of the folder.", name);
    }

    private ValueTask AddLinkAsync(string name, string target, CancellationToken cancellationToken)
    {
        string kept = CheckLink(name, target, links);
        return sink.WriteAsync(TarHeader.Of(name, kept, 0, false, TarHeader.Link), cancellationToken);
    }

    // Null for an empty file.
    private static SafeFileHandle? Open(SourceFile file)
    {
        try
        {
            file.Info.Refresh();
            if (((FileInfo)file.Info).Length == 0)
            {
                return SpecialFiles.IsRegular(file.Info.FullName)
                    ? null
                    : throw new ArchiveException($"{file.Name} is a pipe, socket or device, not a file.", file.Name);
            }

            // Others may write meanwhile; that is noticed afterwards.
            const FileShare Shared = FileShare.ReadWrite | FileShare.Delete;
            return File.OpenHandle(
                file.Info.FullName, FileMode.Open, FileAccess.Read, Shared, FileOptions.SequentialScan);
        }
        catch (FileNotFoundException error)
        {
            throw new ArchiveException($"{file.Name} vanished while the archive was written.", file.Name, error);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or (IOException and not ArchiveException))
        {
            throw new ArchiveException($"{file.Name} cannot be read: {error.Message}", file.Name, error);
        }
    }

    private async ValueTask AddContentAsync(
        string name, SafeFileHandle handle, long length, byte[] buffer, CancellationToken cancellationToken)
    {
        DateTime written = File.GetLastWriteTimeUtc(handle);
        long reported = 0;
        for (long done = 0; done < length;)
        {
            int wanted = (int)Math.Min(buffer.Length, length - done);
            int count = Read(name, handle, buffer.AsSpan(0, wanted), done);
            if (count == 0)
            {
                throw Changed(name);
            }

            await sink.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            done += count;
            Bytes += count;
            if (done - reported >= ReportEvery)
            {
                reported = done;
                progress?.Report(new ArchiveProgress(Files, Bytes, name));
            }
        }

        if (RandomAccess.GetLength(handle) != length || File.GetLastWriteTimeUtc(handle) != written)
        {
            throw Changed(name);
        }

        int padding = (int)(-length & (TarHeader.BlockSize - 1));
        await sink.WriteAsync(Zeros.AsMemory(0, padding), cancellationToken).ConfigureAwait(false);
    }

    private static int Read(string name, SafeFileHandle handle, Span<byte> buffer, long offset)
    {
        try
        {
            return RandomAccess.Read(handle, buffer, offset);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ArchiveException($"{name} cannot be read: {error.Message}", name, error);
        }
    }

    private static ArchiveException Changed(string name) => new($"{name} changed while it was read.", name);
}
