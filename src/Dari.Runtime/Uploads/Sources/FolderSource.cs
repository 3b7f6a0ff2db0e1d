using System.Security.Cryptography;
using System.Text;
using Dari.Archiving;
using Dari.Archiving.Packing;
using Dari.Archiving.Selecting;
using Dari.Uploads.Tickets;
using Microsoft.Win32.SafeHandles;

namespace Dari.Uploads.Sources;

/// <summary>
/// A folder as a tar that exists nowhere: sizes and places are known from the listing, and the bytes of any place are made
/// when they are read, so that parts can be sent at once, and again.
/// </summary>
internal sealed class FolderSource : UploadSource
{
    private const int EndLength = 2 * TarHeader.BlockSize;

    private readonly FolderEntry[] _entries;

    private FolderSource(FolderEntry[] entries, SourceIdentity identity)
        : base(identity) => _entries = entries;

    internal static FolderSource Open(string path, UploadOptions options)
    {
        if (!Directory.Exists(path))
        {
            throw new DirectoryNotFoundException($"There is no folder {path}.");
        }

        var how = new SourceArchiveOptions
        {
            Selection = FileSelection.IgnoreFile,
            IgnoreFileName = options.IgnoreFileName,
            IgnorePatterns = options.IgnorePatterns,
        };
        var entries = new List<FolderEntry>();
        using var listing = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long end = 0;
        foreach (SourceFile file in SourceFiles.Of(path, how))
        {
            FolderEntry entry = FolderEntry.Of(file, options.Links, end);
            entries.Add(entry);
            listing.AppendData(entry.Header());
            listing.AppendData(Encoding.ASCII.GetBytes($"{entry.ModifiedTicks};"));
            end = entry.End;
        }

        string digest = Hex.Lower(listing.GetHashAndReset());
        return new FolderSource([.. entries], new SourceIdentity(SourceKind.Folder, path, end + EndLength, 0, digest));
    }

    protected override async ValueTask<int> ReadAsync(
        long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        buffer = buffer[..(int)Math.Min(buffer.Length, Length - offset)];
        int index = IndexAt(offset);
        for (int done = 0; done < buffer.Length;)
        {
            if (index == _entries.Length)
            {
                // Two empty blocks end a tar.
                buffer[done..].Span.Clear();
                break;
            }

            FolderEntry entry = _entries[index++];
            int count = (int)Math.Min(buffer.Length - done, entry.End - offset);
            await ReadAsync(entry, offset - entry.Offset, buffer.Slice(done, count), cancellationToken).ConfigureAwait(false);
            done += count;
            offset += count;
        }

        return buffer.Length;
    }

    // Header, content, zeros up to the next block.
    private static async ValueTask ReadAsync(
        FolderEntry entry, long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (offset < entry.HeaderLength)
        {
            ReadOnlyMemory<byte> header = entry.Header().AsMemory((int)offset);
            int count = Math.Min(header.Length, buffer.Length);
            header[..count].CopyTo(buffer);
            buffer = buffer[count..];
            offset += count;
        }

        long at = offset - entry.HeaderLength;
        int content = (int)Math.Max(0, Math.Min(buffer.Length, entry.Length - at));
        if (content > 0)
        {
            await ReadFileAsync(entry, at, buffer[..content], cancellationToken).ConfigureAwait(false);
        }

        buffer[content..].Span.Clear();
    }

    private static async ValueTask ReadFileAsync(
        FolderEntry entry, long at, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        const FileShare Shared = FileShare.ReadWrite | FileShare.Delete;
        try
        {
            using SafeFileHandle file = File.OpenHandle(entry.Path, FileMode.Open, FileAccess.Read, Shared);
            while (buffer.Length > 0)
            {
                int count = await RandomAccess.ReadAsync(file, buffer, at, cancellationToken).ConfigureAwait(false);
                if (count == 0)
                {
                    break;
                }

                at += count;
                buffer = buffer[count..];
            }

            if (buffer.Length > 0 || RandomAccess.GetLength(file) != entry.Length
                || File.GetLastWriteTimeUtc(file).Ticks != entry.ModifiedTicks)
            {
                throw Changed($"{entry.Name} has changed");
            }
        }
        catch (FileNotFoundException)
        {
            throw Changed($"{entry.Name} has vanished");
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new ArchiveException($"{entry.Name} cannot be read: {error.Message}", entry.Name, error);
        }
    }

    private int IndexAt(long offset)
    {
        int low = 0;
        int high = _entries.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_entries[middle].End <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
