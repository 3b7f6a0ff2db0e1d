using System.Diagnostics;
using System.Runtime.Versioning;
using Dari.Archiving;

namespace Dari.Runtime.Tests.Archiving;

public sealed class SourceFaultTests
{
    [Fact]
    public async Task A_file_that_vanishes_is_named()
    {
        using TemporaryFolder folder = new TemporaryFolder().With("a").With("b");
        await Refused(folder, "b", new Told(_ => File.Delete(folder["b"])));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5_000_000)]
    [InlineData(13_000_000)]
    public async Task A_file_that_changes_while_it_is_read_is_named(int length)
    {
        using TemporaryFolder folder = new TemporaryFolder().With("a").With("big", new string('x', 9_000_000));
        await Refused(folder, "big", new Told(step =>
        {
            if (step.EntryName == "big")
            {
                using var file = new FileStream(folder["big"], FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
                file.SetLength(length);
            }
        }));
    }

    [Fact]
    public async Task Cancelling_leaves_nothing()
    {
        using TemporaryFolder folder = new TemporaryFolder().With("a").With("b");
        using var source = new CancellationTokenSource();
        var options = new SourceArchiveOptions { OutputPath = Path.Combine(folder.Above, "out.tar.gz") };
        await Should.ThrowAsync<OperationCanceledException>(() => SourceArchive.CreateAsync(
            folder.Root, options, new Told(_ => source.Cancel()), source.Token));
        folder.Beside().ShouldBe(["root"]);
    }

    [Theory]
    [InlineData("d/link", "../a", true)]
    [InlineData("link", "d", true)]
    [InlineData("link", "missing", true)]
    [InlineData("link", "../root/a", false)]
    [InlineData("link", "/etc/passwd", false)]
    [InlineData("link", "d/../../x", false)]
    public async Task Links_are_refused_or_stay_inside(string name, string target, bool isInside)
    {
        using TemporaryFolder folder = new TemporaryFolder().With("a").With("d/b");
        File.CreateSymbolicLink(folder[name], target);
        await Refused(folder, name);
        var keep = new SourceArchiveOptions { Links = LinkPolicy.KeepInside };
        if (!isInside)
        {
            await Refused(folder, name, null, keep);
            return;
        }

        using SourceArchive archive = await SourceArchive.CreateAsync(folder.Root, keep);
        string copy = Path.Combine(folder.Above, "copy");
        await WorkspaceArchive.ExtractAsync(archive.FilePath, copy);
        new FileInfo(Path.Combine(copy, name)).LinkTarget.ShouldBe(target);
        Directory.GetFileSystemEntries(copy).Length.ShouldBe(Directory.GetFileSystemEntries(folder.Root).Length);
    }

    [Fact]
    public async Task A_pipe_is_named_and_does_not_block()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using TemporaryFolder folder = new TemporaryFolder().With("a");
        using (Process made = Process.Start("mkfifo", folder["pipe"]))
        {
            await made.WaitForExitAsync();
        }

        await Refused(folder, "pipe");
    }

    [UnprivilegedFact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_file_that_cannot_be_read_is_named()
    {
        using TemporaryFolder folder = new TemporaryFolder().With("a").With("b");
        File.SetUnixFileMode(folder["b"], UnixFileMode.None);
        await Refused(folder, "b");
    }

    private static async Task Refused(
        TemporaryFolder folder, string name, IProgress<ArchiveProgress>? progress = null, SourceArchiveOptions? options = null)
    {
        options = new SourceArchiveOptions
        {
            Links = options?.Links ?? LinkPolicy.Refuse,
            OutputPath = Path.Combine(folder.Above, "out.tar.gz"),
        };
        ArchiveException error = await Should.ThrowAsync<ArchiveException>(
            () => SourceArchive.CreateAsync(folder.Root, options, progress).WaitAsync(TimeSpan.FromSeconds(30)));
        error.EntryName.ShouldBe(name);
        error.Message.ShouldContain(name);
        folder.Beside().ShouldBe(["root"]);
    }
}
