using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using Dari.Archiving;

namespace Dari.Runtime.Tests.Archiving;

public sealed class SourceArchiveTests
{
    [Theory]
    [InlineData(ArchiveSpeed.Reproducible)]
    [InlineData(ArchiveSpeed.Fastest)]
    public async Task An_archive_is_the_same_every_time_and_holds_the_files(ArchiveSpeed speed)
    {
        using TemporaryFolder folder = Large();
        var options = new SourceArchiveOptions { Speed = speed };
        using SourceArchive first = await SourceArchive.CreateAsync(folder.Root, options);
        Directory.GetFiles(folder.Root).ToList().ForEach(static path => File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch));
        var stream = new MemoryStream();
        ArchiveSummary second = await SourceArchive.WriteAsync(folder.Root, stream, options);

        byte[] bytes = await File.ReadAllBytesAsync(first.FilePath);
        bytes.ShouldBe(stream.ToArray());
        first.Summary.ShouldBe(second);
        first.Size.ShouldBe(bytes.Length);
        first.Sha256.ShouldBe(Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant());
        List<(string Name, byte[] Content, TarEntry Entry)> entries = Read(bytes);
        entries.Select(static entry => entry.Name).ShouldBe(["-", "a.txt", "a/b", "empty", "noise", "\uFF5E", "\U0001F600"]);
        foreach ((string name, byte[] content, TarEntry entry) in entries)
        {
            content.AsSpan().SequenceEqual(File.ReadAllBytes(folder[name])).ShouldBeTrue(name);
            (entry.Uid, entry.Gid, entry.ModificationTime).ShouldBe((0, 0, DateTimeOffset.UnixEpoch));
        }

        first.Dispose();
        File.Exists(first.FilePath).ShouldBeFalse();
    }

    [Fact]
    public async Task Reproducible_bytes_are_these()
    {
        // A change here means that digests of all archives change: say so in the change log.
        using TemporaryFolder folder = Large();
        File.Delete(folder["noise"]);
        using SourceArchive archive = await SourceArchive.CreateAsync(folder.Root);
        archive.Sha256.ShouldBe("6d831894a709795a2299ea080ef7c5505972b382455a3d650ab9590ff21297d3");
    }

    [Theory]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(260)]
    [InlineData(900)]
    public async Task Long_names_are_kept(int length)
    {
        using var folder = new TemporaryFolder();
        string name = string.Join('/', new string('n', length - 1).Chunk(100).Select(static c => new string(c))) + "\u00e9";
        folder.With(name).With(name[..^1] + "x");
        using SourceArchive archive = await SourceArchive.CreateAsync(folder.Root);
        Read(File.ReadAllBytes(archive.FilePath)).Select(static entry => entry.Name).ShouldBe([name[..^1] + "x", name]);
    }

    [Fact]
    public void Sizes_from_8_GiB_on_go_into_an_extended_header()
    {
        byte[] header = Dari.Archiving.Packing.TarHeader.Of("big", "", 9L << 30, false, (byte)'0');
        header.Length.ShouldBe(3 * 512);
        header.AsSpan(512, 20).SequenceEqual("19 size=9663676416\n\0"u8).ShouldBeTrue();
    }

    [Fact]
    public async Task Executable_bits_are_kept()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using TemporaryFolder folder = new TemporaryFolder().With("run").With("text");
        File.SetUnixFileMode(folder["run"], (UnixFileMode)0x9ED);
        File.SetUnixFileMode(folder["text"], UnixFileMode.UserRead);
        using SourceArchive archive = await SourceArchive.CreateAsync(folder.Root);
        Read(File.ReadAllBytes(archive.FilePath)).Select(static entry => (int)entry.Entry.Mode).ShouldBe([0x1ED, 0x1A4]);
    }

    private static TemporaryFolder Large()
    {
        var noise = new byte[1_500_000];
        new Random(5).NextBytes(noise);
        TemporaryFolder folder = new TemporaryFolder()
            .With("a/b", string.Concat(Enumerable.Range(0, 200_000).Select(static i => $"line {i % 977}\n")))
            .With("a.txt").With("-").With("empty", "").With("\U0001F600").With("\uFF5E");
        File.WriteAllBytes(folder["noise"], noise);
        return folder;
    }

    private static List<(string Name, byte[] Content, TarEntry Entry)> Read(byte[] archive)
    {
        var entries = new List<(string, byte[], TarEntry)>();
        using var reader = new TarReader(new GZipStream(new MemoryStream(archive), CompressionMode.Decompress));
        while (reader.GetNextEntry() is { } entry)
        {
            var content = new MemoryStream();
            entry.DataStream?.CopyTo(content);
            entries.Add((entry.Name, content.ToArray(), entry));
        }

        return entries;
    }
}
