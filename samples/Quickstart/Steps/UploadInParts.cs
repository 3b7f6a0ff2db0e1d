using System.Security.Cryptography;
using Dari;
using Dari.Sandboxes;
using Dari.Uploads;

namespace Quickstart.Steps;

/// <summary>
/// Uploads a file in parts, as one does with files too large for a single request: the service says how large the
/// parts are and how many may be on their way at once. Killed and run again, it would go on from its ticket.
/// </summary>
internal sealed class UploadInParts(ISandboxClient client, StepLog log, TemporaryFolder folder)
{
    private const int FileSize = 20_000_000;
    private const string TargetPath = "/workspace/random.bin";

    public async Task RunAsync(string sandboxId)
    {
        string sha256 = await log.RunAsync("Make a large file", MakeFileAsync);
        await log.RunAsync("Upload it in parts", step => UploadAsync(step, sandboxId));
        await log.RunAsync("Read the file back", step => ReadBackAsync(step, sandboxId, sha256));
    }

    private string Source => folder.File("random.bin");

    private async Task<string> MakeFileAsync(Step step)
    {
        byte[] bytes = RandomNumberGenerator.GetBytes(FileSize);
        await File.WriteAllBytesAsync(Source, bytes, step.Cancellation);
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        step.Result = $"{bytes.Length} random bytes, SHA-256 {sha256[..12]}…";
        return sha256;
    }

    private async Task UploadAsync(Step step, string sandboxId)
    {
        TransferProgress last = default;
        var upload = new UploadOptions
        {
            Ticket = new UploadTicketFile(Source + ".ticket"),
            Progress = new Shown(now => step.Progress($"{(last = now).ConfirmedBytes} of {now.TotalBytes} bytes")),
        };
        var target = new UploadTarget { TargetPath = TargetPath, Conflict = UploadConflictPolicy.Error };
        UploadPublished published = await client.Uploads.UploadFileAsync(
            sandboxId, Source, target, upload, cancellationToken: step.Cancellation);
        step.Check(published.Session.Status == UploadStatus.Completed, $"the upload is {published.Session.Status}");
        step.Check(
            published is { PublishedFileCount: 1, PublishedBytes: FileSize },
            $"{published.PublishedFileCount} files with {published.PublishedBytes} bytes were published");
        step.Check(!File.Exists(Source + ".ticket"), "the ticket is left behind");
        step.Result = $"{published.Session.TargetPath}, {last.TotalParts} parts of up to {published.Session.PartSize} bytes, checksum verified";
    }

    private async Task ReadBackAsync(Step step, string sandboxId, string sent)
    {
        await using FileDownload download = await client.Files.DownloadAsync(
            sandboxId, TargetPath, cancellationToken: step.Cancellation);
        string sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(download.Content, step.Cancellation));
        step.Check(sha256 == sent, "the sandbox gives back other bytes than were sent");
        step.Result = $"the same {FileSize} bytes";
    }

    /// <summary>Says at once how far the upload is; the framework's <see cref="Progress{T}"/> says it a little later.</summary>
    private sealed class Shown(Action<TransferProgress> show) : IProgress<TransferProgress>
    {
        public void Report(TransferProgress value) => show(value);
    }
}
