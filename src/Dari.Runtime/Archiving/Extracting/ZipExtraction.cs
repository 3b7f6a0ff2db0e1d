using System.IO.Compression;
using System.Text;

namespace Dari.Archiving.Extracting;

/// <summary>Extracts a zip.</summary>
internal static class ZipExtraction
{
    private const int TypeMask = 0xF000;
    private const int LinkType = 0xA000;
    private const int FolderType = 0x4000;
    private const int FileType = 0x8000;
    private const int ExecuteMask = 0x49;
    private const int LongestTarget = 4096;

    internal static async Task RunAsync(
        Stream zip, Staging staging, ExtractLimits limits, CancellationToken cancellationToken)
    {
        using var archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await AddAsync(entry, staging, limits, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask AddAsync(
        ZipArchiveEntry entry, Staging staging, ExtractLimits limits, CancellationToken cancellationToken)
    {
        // Old archivers on Windows write backslashes; no name in a zip may hold one otherwise.
        string raw = entry.FullName.Replace('\\', '/');
        string name = EntryNames.Clean(raw);
        int mode = entry.ExternalAttributes >>> 16;
        int type = mode & TypeMask;
        if (type is not (0 or LinkType or FolderType or FileType))
        {
            throw new ArchiveException(
                $"The archive's entry \"{name}\" is neither a file nor a folder nor a link.", name);
        }

        if (raw.EndsWith('/') || type == FolderType)
        {
            staging.AddFolder(name);
            return;
        }

        Stream packed = entry.Open();
        await using (packed.ConfigureAwait(false))
        {
            var content = new WatchedStream(packed, count => limits.AddUnpacked(count));
            if (type == LinkType)
            {
                staging.AddLink(name, await TargetAsync(name, content, cancellationToken).ConfigureAwait(false));
            }
            else
            {
                await staging.AddFileAsync(name, content, (mode & ExecuteMask) != 0, cancellationToken)
                    .ConfigureAwait(false);
            }
        }
    }

    private static async ValueTask<string> TargetAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestTarget + 1];
        int count = await content.ReadAtLeastAsync(buffer, buffer.Length, false, cancellationToken)
            .ConfigureAwait(false);
        return count <= LongestTarget
            ? Encoding.UTF8.GetString(buffer, 0, count)
            : throw new ArchiveException($"The target of the archive's link \"{name}\" is too long.", name);
    }
}
