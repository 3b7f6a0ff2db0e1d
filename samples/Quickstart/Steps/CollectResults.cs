using System.IO.Compression;
using Dari;
using Dari.Agents;

namespace Quickstart.Steps;

/// <summary>Looks at what a session has left: its files, its transcript and its whole workspace.</summary>
internal sealed class CollectResults(IDariClient dari, StepLog log, TemporaryFolder folder)
{
    private const string Folder = "/output";

    public async Task RunAsync(Session session, SentSessionEvent sent, UploadedFile note)
    {
        SessionFileList files = await log.RunAsync("List the session's files", step => ListFilesAsync(step, session));
        await log.RunAsync("Fetch the transcript", step => FetchTranscriptAsync(step, sent, note));
        await log.RunAsync("Download workspace.zip", step => DownloadAsync(step, session, files));
    }

    private async Task<SessionFileList> ListFilesAsync(Step step, Session session)
    {
        SessionFileList files = await dari.Sessions.ListFilesAsync(
            session.Id, path: Folder, cancellationToken: step.Cancellation);
        step.Check(files.Entries.Any(static entry => entry.Type == "file"), $"no file is in {Folder}");
        step.Result = string.Join(", ", files.Entries.Select(static entry => entry.Path));
        return files;
    }

    private async Task FetchTranscriptAsync(Step step, SentSessionEvent sent, UploadedFile note)
    {
        Transcript transcript = await dari.Sessions.GetTranscriptAsync(
            sent.Event.SessionId, cancellationToken: step.Cancellation);
        TranscriptItem[] items =
            [.. transcript.Timeline.Items.Where(item => item.MessageId == sent.Event.MessageId)];

        UserMessageItem? question = items.OfType<UserMessageItem>().FirstOrDefault();
        bool isWithFile = question?.Content.OfType<FileBlock>().Any(block => block.FileId == note.Id) ?? false;
        step.Check(isWithFile, "the message with its file is not there");

        AssistantMessageItem? answer = items.OfType<AssistantMessageItem>().LastOrDefault();
        string text = string.Concat(answer?.Content.OfType<TextBlock>().Select(static block => block.Text) ?? []);
        step.Check(answer?.Status == MessageStatus.Completed && text.Length > 0, "the agent's answer is not there");
        step.Result = $"{items.Length} items; the agent says: {Shortened(text)}";
    }

    private async Task DownloadAsync(Step step, Session session, SessionFileList files)
    {
        string path = folder.File("workspace.zip");
        await using FileDownload download = await dari.Sessions.DownloadWorkspaceAsync(
            session.Id, cancellationToken: step.Cancellation);
        await download.SaveAsync(path, cancellationToken: step.Cancellation);

        await using ZipArchive zip = await ZipFile.OpenReadAsync(path, step.Cancellation);
        foreach (SessionFileEntry listed in files.Entries.Where(static entry => entry.Type == "file"))
        {
            ZipArchiveEntry? packed = zip.GetEntry(listed.Path.TrimStart('/'));
            step.Check(packed is not null, $"{listed.Path} was listed, but is not in the archive");

            await using Stream content = await packed!.OpenAsync(step.Cancellation);
            using var unpacked = new MemoryStream();
            await content.CopyToAsync(unpacked, step.Cancellation);
            bool isWhole = listed.SizeBytes is null || listed.SizeBytes == unpacked.Length;
            step.Check(isWhole, $"{listed.Path} has {unpacked.Length} bytes in the archive, not {listed.SizeBytes}");
        }

        step.Result = $"{new FileInfo(path).Length} bytes with {zip.Entries.Count} entries";
    }

    private static string Shortened(string text)
    {
        string line = text.ReplaceLineEndings(" ").Trim();
        return line.Length > 80 ? $"{line[..80]}…" : line;
    }
}
