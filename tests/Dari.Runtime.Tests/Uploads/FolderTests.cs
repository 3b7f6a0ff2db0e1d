using Dari.Archiving;
using Dari.Runtime.Tests.Archiving;
using Dari.Uploads;

namespace Dari.Runtime.Tests.Uploads;

public sealed class FolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FolderTests()
    {
        _folder.With("a.txt", "a").With("empty", "").With("sub/b.bin", new string('b', 3000)).With("sub/c.pyc", "no")
            .With("sub/keep.pyc", "yes").With(".nullspaceignore", "*.pyc\n!keep.pyc\n")
            .With(string.Concat(Enumerable.Repeat("deep/", 30)) + "ü.txt", new string('u', 513));
        File.CreateSymbolicLink(_folder["sub/link"], "../a.txt");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(100)]
    [InlineData(512)]
    [InlineData(777)]
    [InlineData(100_000)]
    public async Task A_folder_is_the_tar_that_an_archive_of_it_would_be(int partSize)
    {
        await using var service = new UploadService { PartSize = partSize };
        using var tar = new MemoryStream();
        await SourceArchive.WriteAsync(_folder.Root, tar, new SourceArchiveOptions
        {
            Selection = FileSelection.IgnoreFile,
            Format = ArchiveFormat.Tar,
            Links = LinkPolicy.KeepInside,
        });

        await service.Client.SendFolderAsync(_folder.Root, UploadService.Request, null, null, default);

        service.Published.ShouldBe(tar.ToArray());
    }

    [Fact]
    public async Task A_file_that_changes_meanwhile_is_named()
    {
        await using var service = new UploadService { PartSize = 512, MaxConcurrency = 1 };
        service.Fault = (call, before, _) =>
        {
            if (call == "POST /uploads")
            {
                File.AppendAllText(_folder["sub/keep.pyc"], "more");
            }

            return Task.FromResult(false);
        };

        UploadException changed = await Should.ThrowAsync<UploadException>(() =>
            service.Client.SendFolderAsync(_folder.Root, UploadService.Request, null, null, default));

        changed.Fault.ShouldBe(UploadFault.SourceChanged);
        changed.Message.ShouldContain("sub/keep.pyc");
    }

    [Fact]
    public async Task A_folder_goes_on_and_a_changed_one_does_not()
    {
        await using var service = new UploadService { PartSize = 512 };
        var options = new UploadOptions { Ticket = new UploadTicketFile(Path.Combine(_folder.Above, "ticket")), MaxRetries = 0 };
        Task<string> Send() => service.Client.SendFolderAsync(_folder.Root, UploadService.Request, options, null, default);
        service.Fault = async (call, _, answer) =>
        {
            if (call == "PUT /uploads/u1/5")
            {
                await answer.SendAsync(500, "");
            }

            return call == "PUT /uploads/u1/5";
        };
        await Should.ThrowAsync<ApiException>(Send);
        service.Fault = static (_, _, _) => Task.FromResult(false);
        string text = await File.ReadAllTextAsync(_folder["a.txt"]);
        DateTime time = File.GetLastWriteTimeUtc(_folder["a.txt"]);

        await File.WriteAllTextAsync(_folder["a.txt"], "b");
        File.SetLastWriteTimeUtc(_folder["a.txt"], time.AddSeconds(2));
        (await Should.ThrowAsync<UploadException>(Send)).Fault.ShouldBe(UploadFault.SourceChanged);

        await File.WriteAllTextAsync(_folder["a.txt"], text);
        File.SetLastWriteTimeUtc(_folder["a.txt"], time);
        await Send();
        service.Published!.Length.ShouldBe((int)service.Length);
        _folder.Beside().ShouldBe(["root"]);
    }
}
