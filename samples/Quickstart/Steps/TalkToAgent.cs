using Dari;
using Dari.Agents;

namespace Quickstart.Steps;

/// <summary>Starts a session with the agent, sends it a text together with a file, and collects what it did.</summary>
internal sealed class TalkToAgent(IDariClient dari, StepLog log, TemporaryFolder folder)
{
    private const string Note = "The quick brown fox jumps over the lazy dog.\n";

    private const string Wish =
        "Count the words in the attached note and write the number to /workspace/output/words.txt.";

    public async Task RunAsync(CreatedAgent agent)
    {
        Session session = await log.RunAsync("Create a session", step => CreateSessionAsync(step, agent));
        UploadedFile note = await log.RunAsync("Upload a file", UploadNoteAsync);
        SentSessionEvent sent = await log.RunAsync("Send text and file", step => SendAsync(step, session, note));
        await log.RunAsync("Stream the events", step => FollowAsync(step, sent));
        await new CollectResults(dari, log, folder).RunAsync(session, sent, note);
    }

    private async Task<Session> CreateSessionAsync(Step step, CreatedAgent agent)
    {
        Session session = await dari.Sessions.CreateAsync(
            agent.Id,
            new CreateSessionRequest { Metadata = new Dictionary<string, string> { ["origin"] = "quickstart" } },
            cancellationToken: step.Cancellation);
        step.Check(session.AgentId == agent.Id, "the session belongs to another agent");
        step.Check(session.VersionId == agent.ActiveVersionId, "the session runs another version of the agent");
        step.Result = $"{session.Id}, {session.Status}";
        return session;
    }

    private async Task<UploadedFile> UploadNoteAsync(Step step)
    {
        var note = new UploadFileRequest { File = FileUpload.FromText(Note, "note.txt") };
        UploadedFile file = await dari.Files.UploadAsync(note, cancellationToken: step.Cancellation);
        step.Check(file.Filename == "note.txt", $"the file is called {file.Filename}");
        step.Check(file.SizeBytes == Note.Length, $"the file has {file.SizeBytes} bytes instead of {Note.Length}");
        step.Result = $"{file.Filename}, {file.Id}, {file.SizeBytes} bytes";
        return file;
    }

    private async Task<SentSessionEvent> SendAsync(Step step, Session session, UploadedFile note)
    {
        var message = new UserMessageInput
        {
            Content = [new TextBlock { Text = Wish }, new FileBlock { FileId = note.Id }],
        };
        SentSessionEvent sent = await dari.Sessions.SendEventAsync(
            session.Id, message, cancellationToken: step.Cancellation);
        step.Check(sent.Event.Type == SessionEventType.UserMessage, $"it was recorded as {sent.Event.Type}");
        step.Check(sent.Event.MessageId is not null, "no message came of it");
        step.Result = $"{sent.Event.MessageId}, {message.Content.Count} blocks";
        return sent;
    }

    private async Task FollowAsync(Step step, SentSessionEvent sent)
    {
        // From the event just sent: nothing is missed between the two calls, and nothing comes twice.
        IAsyncEnumerable<SessionEvent> events = dari.Sessions.StreamEventsAsync(
            sent.Event.SessionId, lastEventId: sent.Event.Id, cancellationToken: step.Cancellation);

        long last = sent.Event.SequenceNumber;
        int count = 0;
        await foreach (SessionEvent next in events)
        {
            step.Check(next.SequenceNumber > last, $"event {next.SequenceNumber} came after {last}");
            last = next.SequenceNumber;
            count++;
            step.Progress(next.Type.Value);

            // The stream stays open for the next message, so it is left when this one has ended.
            if (next.MessageId == sent.Event.MessageId && await IsCompletedAsync(step, next))
            {
                step.Result = $"{count} events, the message is completed";
                return;
            }
        }

        step.Check(false, $"the stream ended after {count} events, before the message was completed");
    }

    private async Task<bool> IsCompletedAsync(Step step, SessionEvent happened)
    {
        bool mayBeTheEnd = happened.Type == SessionEventType.MessageStatusChanged
            || happened.Type == SessionEventType.AssistantMessageCompleted;
        if (!mayBeTheEnd)
        {
            return false;
        }

        Message message = await dari.Messages.GetAsync(happened.MessageId!, cancellationToken: step.Cancellation);
        step.Check(message.Status != MessageStatus.Failed, $"the message failed: {message.Output?.Error}");
        step.Check(message.Status != MessageStatus.WaitingForTool, "the agent waits for a tool that is not ours");
        return message.Status == MessageStatus.Completed;
    }
}
