using System.Formats.Tar;
using Dari.Archiving;
using Dari.Cli.Output;
using Dari.Sandboxes;

namespace Dari.Cli.Transfers;

/// <summary>
/// Downloads a folder of a sandbox: its files, one after the other, into an archive beside the target, which is then
/// extracted as any archive is that others made, all of it or nothing.
/// </summary>
internal sealed class FolderDownloader(ISandboxClient sandbox, FileDownloadRequest request, Action<string> showProgress)
{
    /// <summary>Downloads the folder.</summary>
    /// <param name="source">What the service says of it.</param>
    /// <param name="cancellationToken">Ends it; the target stays as it was.</param>
    /// <returns>How many files there are, and their bytes.</returns>
    /// <exception cref="CliException">The target exists, or something cannot be downloaded.</exception>
    /// <exception cref="ArchiveException">A name or link would leave the folder, or a file exists.</exception>
    public async Task<DownloadedFolder> RunAsync(FileEntry source, CancellationToken cancellationToken)
    {
        CheckTarget();

        // Always the same name, so that what a killed process leaves is removed by the next.
        string staging = Path.Combine(Path.GetDirectoryName(request.Target)!, $".{Path.GetFileName(request.Target)}.dari-part");
        Remove(staging);
        Directory.CreateDirectory(staging);
        try
        {
            string archive = Path.Combine(staging, "folder.tar");
            DownloadedFolder result = await PackAsync(source, staging, archive, cancellationToken);
            if (request.IsArchive)
            {
                File.Move(archive, request.Target, request.Overwrites);
                return result;
            }

            // The size is known already, and to be as large is no attack.
            var options = new ExtractOptions
            {
                Existing = request.Overwrites ? ExistingFiles.Replace : ExistingFiles.Refuse,
                MaxBytes = Math.Max(1, result.Size),
                MaxEntries = int.MaxValue,
            };
            await WorkspaceArchive.ExtractAsync(archive, request.Target, options, null, cancellationToken);
            return result;
        }
        finally
        {
            Remove(staging);
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private void CheckTarget()
    {
        bool isFile = File.Exists(request.Target);
        bool isFolder = Directory.Exists(request.Target);

        // An archive replaces a file, a folder goes into one; neither takes the place of the other.
        bool isOfOtherKind = request.IsArchive ? isFolder : isFile;
        bool isTaken = isFile || (isFolder && Directory.EnumerateFileSystemEntries(request.Target).Any());
        if (isOfOtherKind || (isTaken && !request.Overwrites))
        {
            throw new CliException("target_conflict", $"{request.Target} exists already.")
            {
                Hint = isOfOtherKind ? "Give another name." : "Give another name, or replace what is there with --force.",
            };
        }

        if (!Directory.Exists(Path.GetDirectoryName(request.Target)))
        {
            throw new CliException("invalid_path", $"There is no folder {Path.GetDirectoryName(request.Target)}.");
        }
    }

    private async Task<DownloadedFolder> PackAsync(
        FileEntry source, string staging, string archive, CancellationToken cancellationToken)
    {
        IReadOnlyList<(string Name, FileEntry Entry)> entries = await FolderListing.ReadAsync(
            sandbox, request.Source, request.User, source.Path, cancellationToken);
        int files = 0;
        long bytes = 0;
        await using var file = new FileStream(archive, FileMode.Create, FileAccess.Write, FileShare.None);
        await using var tar = new TarWriter(file, TarEntryFormat.Pax);
        foreach ((string name, FileEntry entry) in entries)
        {
            if (FolderListing.IsFolder(entry))
            {
                await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.Directory, name), cancellationToken);
                continue;
            }

            showProgress($"{files} of {entries.Count} entries, {Sizes.Text(bytes)}");
            files++;
            bytes += await AddAsync(tar, staging, name, entry, cancellationToken);
        }

        return new DownloadedFolder(files, bytes);
    }

    /// <returns>The bytes of the file.</returns>
    private async Task<long> AddAsync(
        TarWriter tar, string staging, string name, FileEntry entry, CancellationToken cancellationToken)
    {
        if (entry.SymlinkTarget is { } target)
        {
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.SymbolicLink, name) { LinkName = target }, cancellationToken);
            return 0;
        }

        // Its size has to stand before its bytes, and a broken connection is to be made again.
        string part = Path.Combine(staging, "file");
        var one = request with
        {
            Source = request.Source with { Path = entry.Path },
            Target = part,
            IsResumed = false,
            Overwrites = true,
        };
        DownloadedFile got = await new Downloader(sandbox, one, static _ => { }).RunAsync(cancellationToken);
        await using var content = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.Read);
        var added = new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = content, Mode = Mode(entry) };
        await tar.WriteEntryAsync(added, cancellationToken);
        return got.Size;
    }

    private static UnixFileMode Mode(FileEntry entry)
    {
        const UnixFileMode Plain = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        try
        {
            return entry.Mode is { } mode ? (UnixFileMode)(Convert.ToInt32(mode, 8) & 0b111_111_111) : Plain;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException)
        {
            return Plain;
        }
    }
}
