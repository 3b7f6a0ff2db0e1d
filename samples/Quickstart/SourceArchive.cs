using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Quickstart;

/// <summary>A folder as tar.gz. Equal folders give equal bytes: the digest tells whether anything changed.</summary>
internal sealed record SourceArchive(string Path, string Sha256, long SizeBytes, int FileCount)
{
    private const UnixFileMode Plain =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private const UnixFileMode Executable =
        UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public static async Task<SourceArchive> PackAsync(string folder, string target, CancellationToken cancellation)
    {
        // Names with '/' on every system, sorted by their characters: no system lists files in the same order.
        string[] names = [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(folder, file))
            .Select(static name => name.Replace(System.IO.Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal)];
        await using FileStream archive = new(target, FileMode.Create, FileAccess.ReadWrite);
        await using (var compressed = new GZipStream(archive, CompressionLevel.SmallestSize, leaveOpen: true))
        await using (var tar = new TarWriter(compressed))
        {
            foreach (string name in names)
            {
                await AddAsync(tar, name, System.IO.Path.Combine(folder, name), cancellation);
            }
        }

        archive.Position = 0;
        byte[] digest = await SHA256.HashDataAsync(archive, cancellation);
        return new SourceArchive(target, Convert.ToHexStringLower(digest), archive.Length, names.Length);
    }

    // Ustar, because the extended headers of the newer formats hold the id of this process.
    private static async Task AddAsync(TarWriter tar, string name, string file, CancellationToken cancellation)
    {
        await using FileStream content = File.OpenRead(file);
        await tar.WriteEntryAsync(
            new UstarTarEntry(TarEntryType.RegularFile, name)
            {
                DataStream = content,
                Mode = IsExecutable(file) ? Plain | Executable : Plain,
                ModificationTime = DateTimeOffset.UnixEpoch,
            },
            cancellation);
    }

    private static bool IsExecutable(string file) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Executable) != 0;
}
