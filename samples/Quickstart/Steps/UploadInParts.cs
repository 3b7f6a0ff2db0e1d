using System.Security.Cryptography;
using Dari;
using Dari.Sandboxes;

namespace Quickstart.Steps;

/// <summary>
/// Uploads a file in parts, as one does with files too large for a single request: the service says how large the
/// parts are and how many may be on their way at once, and a part that got lost is simply sent again.
/// </summary>
internal sealed class UploadInParts(ISandboxClient client, StepLog log, TemporaryFolder folder)
{
    private const int FileSize = 20_000_000;
    private const string TargetPath = "/workspace/random.bin";

    public async Task RunAsync(string sandboxId)
    {
        using LocalFile file = await log.RunAsync("Make a large file", MakeFileAsync);
        UploadSession upload = await log.RunAsync("Open an upload", step => OpenAsync(step, sandboxId, file));
        await log.RunAsync("Send the parts", step => SendPartsAsync(step, sandboxId, upload, file));
        await log.RunAsync("Complete the upload", step => CompleteAsync(step, sandboxId, upload, file));
        await log.RunAsync("Read the file back", step => ReadBackAsync(step, sandboxId, file));
    }

    private async Task<LocalFile> MakeFileAsync(Step step)
    {
        LocalFile file = await LocalFile.CreateAsync(folder.File("random.bin"), FileSize, step.Cancellation);
        step.Result = $"{file.Length} random bytes, SHA-256 {file.Sha256[..12]}…";
        return file;
    }

    private async Task<UploadSession> OpenAsync(Step step, string sandboxId, LocalFile file)
    {
        var wanted = new CreateUploadRequest
        {
            Kind = UploadKind.File,
            SourceKind = UploadSourceKind.RestartableFile,
            TargetPath = TargetPath,
            ContentLength = (ulong)file.Length,
            Conflict = UploadConflictPolicy.Error,
            WholeChecksumSha256 = file.Sha256,
        };
        UploadCreated created = await client.Uploads.CreateAsync(
            sandboxId, wanted, cancellationToken: step.Cancellation);
        UploadSession upload = created.Session;
        bool fits = upload.PartSize > 0
            && upload.PartCount == (upload.ContentLength + upload.PartSize - 1) / upload.PartSize;
        step.Check(upload.ContentLength == (ulong)file.Length, $"the service expects {upload.ContentLength} bytes");
        step.Check(fits, $"{upload.PartCount} parts of {upload.PartSize} bytes do not make up the file");
        step.Result = $"{upload.UploadId}: {upload.PartCount} parts of up to {upload.PartSize} bytes";
        return upload;
    }

    private async Task SendPartsAsync(Step step, string sandboxId, UploadSession upload, LocalFile file)
    {
        var limit = new ParallelOptions
        {
            MaxDegreeOfParallelism = (int)Math.Clamp(upload.MaxConcurrency, 1, 16),
            CancellationToken = step.Cancellation,
        };
        await Parallel.ForAsync(0L, upload.PartCount, limit, async (part, cancellation) =>
        {
            long offset = part * (long)upload.PartSize;
            long length = Math.Min((long)upload.PartSize, file.Length - offset);
            byte[] bytes = await file.ReadAsync(offset, length, cancellation);
            string sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
            await client.Uploads.SendPartAsync(
                sandboxId, upload.UploadId, part, new MemoryStream(bytes), sha256, cancellationToken: cancellation);
        });

        UploadSession sent = await client.Uploads.GetAsync(
            sandboxId, upload.UploadId, cancellationToken: step.Cancellation);
        bool isWhole = sent.AcceptedBytes == sent.ContentLength;
        step.Check(isWhole, $"only {sent.AcceptedBytes} of {sent.ContentLength} bytes have arrived");
        step.Check(sent.Status == UploadStatus.Staged, $"the upload is {sent.Status}, not staged");
        step.Result = $"{sent.AcceptedBytes} bytes, up to {limit.MaxDegreeOfParallelism} parts at a time";
    }

    private async Task CompleteAsync(Step step, string sandboxId, UploadSession upload, LocalFile file)
    {
        UploadPublished published = await client.Uploads.CompleteAsync(
            sandboxId,
            upload.UploadId,
            new CompleteUploadRequest { WholeChecksumSha256 = file.Sha256 },
            cancellationToken: step.Cancellation);
        step.Check(published.Session.Status == UploadStatus.Completed, $"the upload is {published.Session.Status}");
        step.Check(
            published is { PublishedFileCount: 1 } && published.PublishedBytes == (ulong)file.Length,
            $"{published.PublishedFileCount} files with {published.PublishedBytes} bytes were published");
        step.Result = $"{upload.TargetPath}, checksum verified";
    }

    private async Task ReadBackAsync(Step step, string sandboxId, LocalFile file)
    {
        await using FileDownload download = await client.Files.DownloadAsync(
            sandboxId, TargetPath, cancellationToken: step.Cancellation);
        string sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(download.Content, step.Cancellation));
        step.Check(sha256 == file.Sha256, "the sandbox gives back other bytes than were sent");
        step.Result = $"the same {file.Length} bytes";
    }
}
