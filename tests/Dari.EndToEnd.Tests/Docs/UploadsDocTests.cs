using Dari.Emulator;
using Dari.Sandboxes;
using Dari.Uploads;

namespace Dari.EndToEnd.Tests.Docs;

public sealed class UploadsDocTests
{
    [Fact]
    public async Task The_sample_of_the_page_uploads_the_file()
    {
        DocSample.ShouldBeIn("docs/uploads.md");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("dari-doc-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "model.bin"), "bytes");
        await using DariEmulator emulator = await DariEmulator.StartAsync();
        using var client = new SandboxClient(new ClientOptions { BaseUrl = emulator.SandboxUrl, ApiKey = emulator.SandboxApiKey });
        CreatedSandbox sandbox = await client.Sandboxes.CreateAsync(new());

        UploadPublished published = await RunAsync(client, sandbox.Id, folder.FullName + Path.DirectorySeparatorChar, new Progress<TransferProgress>());

        Assert.Equal(5ul, published.PublishedBytes);
        Assert.Single(folder.EnumerateFiles());
        folder.Delete(recursive: true);
    }

    private static async Task<UploadPublished> RunAsync(
        ISandboxClient client, string sandboxId, string folder, IProgress<TransferProgress> progress)
    {
        // sample
        var upload = new UploadOptions
        {
            Ticket = new UploadTicketFile(folder + "model.bin.ticket"),
            Progress = progress,
        };
        var target = new UploadTarget { TargetPath = "/workspace/model.bin", Conflict = UploadConflictPolicy.Error };

        UploadPublished published = await client.Uploads.UploadFileAsync(sandboxId, folder + "model.bin", target, upload);
        // end
        return published;
    }
}
