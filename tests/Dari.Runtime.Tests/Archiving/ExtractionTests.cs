using System.Formats.Tar;
using System.IO.Compression;
using Dari.Archiving;

namespace Dari.Runtime.Tests.Archiving;

public sealed class ExtractionTests
{
    public static TheoryData<string, TarEntryType, string> Attacks => new()
    {
        { "../evil", TarEntryType.RegularFile, "" },
        { "d/../../evil", TarEntryType.RegularFile, "" },
        { "/evil", TarEntryType.RegularFile, "" },
        { "C:/evil", TarEntryType.RegularFile, "" },
        { "\\\\host\\evil", TarEntryType.RegularFile, "" },
        { "../evil/", TarEntryType.Directory, "" },
        { "link", TarEntryType.SymbolicLink, "../evil" },
        { "link", TarEntryType.SymbolicLink, "/etc" },
        { "link", TarEntryType.SymbolicLink, "d/../../evil" },
        { "link", TarEntryType.HardLink, "../evil" },
        { "link", TarEntryType.HardLink, "/etc/passwd" },
        { "good", TarEntryType.SymbolicLink, "x" },
        { "good/x", TarEntryType.RegularFile, "" },
        { "good", TarEntryType.RegularFile, "" },
        { "dev", TarEntryType.CharacterDevice, "" },
        { "dev", TarEntryType.BlockDevice, "" },
        { "pipe", TarEntryType.Fifo, "" },
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task What_leaves_the_folder_is_refused_and_nothing_is_written(string name, TarEntryType type, string target)
    {
        using var folder = new TemporaryFolder();
        byte[] tar = Tar(Entry("good"), Entry(name, type, target));
        await Refused(folder, tar);
        await Refused(folder, Gzip(tar));
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("..\\evil")]
    [InlineData("/evil")]
    [InlineData("C:\\evil")]
    [InlineData("d/../../evil")]
    public async Task A_zip_that_leaves_the_folder_is_refused(string name)
    {
        using var folder = new TemporaryFolder();
        await Refused(folder, Zip(("good", "text", 0), (name, "text", 0)));
    }

    [Theory]
    [InlineData("../evil", 0xA1FF)]
    [InlineData("/etc/passwd", 0xA1FF)]
    [InlineData("x", 0x21FF)]
    public async Task A_zip_with_links_out_or_devices_is_refused(string content, int mode)
    {
        using var folder = new TemporaryFolder();
        await Refused(folder, Zip(("good", "text", 0), ("link", content, mode)));
    }

    [Fact]
    public async Task Nothing_is_written_through_a_link()
    {
        using var folder = new TemporaryFolder();
        await Refused(folder, Tar(Entry("d/l", TarEntryType.SymbolicLink, "."), Entry("d/l/x")));
        await Refused(folder, Tar(Entry("d/l/x"), Entry("d/l", TarEntryType.SymbolicLink, ".")));

        string outside = Directory.CreateDirectory(Path.Combine(folder.Above, "outside")).FullName;
        Directory.CreateSymbolicLink(folder["d"], outside);
        await Should.ThrowAsync<ArchiveException>(() => Extract(Tar(Entry("a"), Entry("d/x")), folder.Root, ExistingFiles.Keep));
        Directory.GetFileSystemEntries(outside).ShouldBeEmpty();
        File.Exists(folder["a"]).ShouldBeFalse();
    }

    [Fact]
    public async Task Bombs_are_refused()
    {
        using var folder = new TemporaryFolder();
        var zeros = new string('\0', 30_000_000);
        byte[] tar = Tar(Entry("zeros", content: zeros));
        await Refused(folder, Gzip(tar));
        await Refused(folder, Zip(("zeros", zeros, 0)));
        await Refused(folder, tar, new ExtractOptions { MaxBytes = 29_999_999 });
        await Refused(folder, Tar(Entry("a"), Entry("b"), Entry("c")), new ExtractOptions { MaxEntries = 2 });
        TarEntry[] copies = [.. Enumerable.Range(0, 9).Select(static i => Entry($"c{i}", TarEntryType.HardLink, "a"))];
        await Refused(folder, Tar([Entry("a", content: new string('x', 100)), .. copies]), new ExtractOptions { MaxBytes = 999 });
        ExtractSummary all = await WorkspaceArchive.ExtractAsync(
            new MemoryStream(Gzip(tar)), folder.Root, new ExtractOptions { MaxRatio = 2000 });
        all.ShouldBe(new ExtractSummary(1, 30_000_000));
    }

    [Fact]
    public async Task Damaged_archives_are_refused()
    {
        using var folder = new TemporaryFolder();
        byte[] gzip = Gzip(Tar(Entry("a", content: string.Concat(Enumerable.Range(0, 9999)))));
        await Refused(folder, gzip[..(gzip.Length / 2)]);
        gzip[^6] ^= 1;
        await Refused(folder, gzip);
        await Refused(folder, []);
        await Refused(folder, "This is no archive, whatever its name says."u8.ToArray());
        await Refused(folder, new byte[600].Select(static (_, i) => (byte)(i * 7)).ToArray());
        byte[] zip = Zip(("a", "text", 0));
        await Refused(folder, zip[..^10]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_zip_is_extracted(bool canSeek)
    {
        using var folder = new TemporaryFolder();
        byte[] zip = Zip(("d\\a.txt", "A", 0), ("run", "B", 0x81ED), ("d/link", "../run", 0xA1FF), ("e/", "", 0));
        var stream = new MemoryStream(zip);
        await WorkspaceArchive.ExtractAsync(canSeek ? stream : OneWay(stream), folder["new"]);
        folder.Names().ShouldBe(["new/d/a.txt", "new/d/link", "new/run"]);
        File.ReadAllText(folder["new/d/link"]).ShouldBe("B");
        Directory.Exists(folder["new/e"]).ShouldBeTrue();
        if (!OperatingSystem.IsWindows())
        {
            ((int)File.GetUnixFileMode(folder["new/run"])).ShouldBe(0x1ED);
        }
    }

    [Fact]
    public async Task Existing_files_stay_unless_asked()
    {
        using TemporaryFolder folder = new TemporaryFolder().With("a", "old").With("d/x", "old");
        byte[] tar = Tar(Entry("./a", content: "new"), Entry("./d/y", content: "new"), Entry("e/f/z", content: "new"));
        await Should.ThrowAsync<ArchiveException>(() => Extract(tar, folder.Root, ExistingFiles.Refuse));
        folder.Names().ShouldBe(["a", "d/x"]);
        await Extract(tar, folder.Root, ExistingFiles.Keep);
        folder.Names().ShouldBe(["a", "d/x", "d/y", "e/f/z"]);
        File.ReadAllText(folder["a"]).ShouldBe("old");
        await Extract(tar, folder.Root, ExistingFiles.Replace);
        File.ReadAllText(folder["a"]).ShouldBe("new");
        folder.Names().ShouldBe(["a", "d/x", "d/y", "e/f/z"]);
        folder.Beside().ShouldBe(["root"]);
    }

    // Decompression gives a stream that cannot seek.
    private static GZipStream OneWay(MemoryStream content) =>
        new(new MemoryStream(Gzip(content.ToArray())), CompressionMode.Decompress);

    private static Task Extract(byte[] archive, string folder, ExistingFiles existing) =>
        WorkspaceArchive.ExtractAsync(new MemoryStream(archive), folder, new ExtractOptions { Existing = existing });

    private static async Task Refused(TemporaryFolder folder, byte[] archive, ExtractOptions? options = null)
    {
        foreach (string target in (string[])[folder.Root, folder["new"]])
        {
            await Should.ThrowAsync<ArchiveException>(
                () => WorkspaceArchive.ExtractAsync(new MemoryStream(archive), target, options));
            folder.Names().ShouldBeEmpty();
            Directory.GetFileSystemEntries(folder.Root).ShouldBeEmpty();
            folder.Beside().ShouldBe(["root"]);
        }
    }

    private static PaxTarEntry Entry(
        string name, TarEntryType type = TarEntryType.RegularFile, string target = "", string content = "text")
    {
        var entry = new PaxTarEntry(type, name);
        if (type == TarEntryType.RegularFile)
        {
            entry.DataStream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content));
        }
        else if (target.Length > 0)
        {
            entry.LinkName = target;
        }

        return entry;
    }

    private static byte[] Tar(params TarEntry[] entries)
    {
        var result = new MemoryStream();
        using (var writer = new TarWriter(result))
        {
            Array.ForEach(entries, writer.WriteEntry);
        }

        return result.ToArray();
    }

    private static byte[] Gzip(byte[] content)
    {
        var result = new MemoryStream();
        using (var gzip = new GZipStream(result, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return result.ToArray();
    }

    private static byte[] Zip(params (string Name, string Content, int Mode)[] entries)
    {
        var result = new MemoryStream();
        using (var zip = new ZipArchive(result, ZipArchiveMode.Create))
        {
            foreach ((string name, string content, int mode) in entries)
            {
                ZipArchiveEntry entry = zip.CreateEntry(name);
                entry.ExternalAttributes = mode << 16;
                using Stream stream = entry.Open();
                stream.Write(System.Text.Encoding.UTF8.GetBytes(content));
            }
        }

        return result.ToArray();
    }
}
