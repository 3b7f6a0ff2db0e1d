using System.Text.Json.Nodes;
using Dari.Emulator.Dari.State;
using Dari.Emulator.Dari.Views;
using Dari.Emulator.Dari.Webhooks;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Dari.Turns;

/// <summary>Takes the messages of each session one after the other, as fast as the clock says.</summary>
internal sealed class TurnQueue(ServiceContext context, DariState state, WebhookSender webhooks)
{
    private readonly TurnRunner _runner = new(context, state, webhooks);

    /// <summary>Adds a message to a session and starts work on it. The caller holds the gate.</summary>
    public Message Enqueue(Session session, JsonArray content, JsonObject? metadata)
    {
        CheckFiles(session, content);
        string id = Ids.New("msg_");
        JsonObject data = new()
        {
            ["content"] = content.DeepClone(),
            ["metadata"] = metadata?.DeepClone() ?? new JsonObject(),
            ["message_id"] = id,
        };
        var message = new Message
        {
            Id = id,
            Organization = session.Organization,
            CreatedAt = context.Now,
            Session = session,
            Sequence = session.Messages.Count + 1,
            Parts = (JsonArray)content.DeepClone(),
            Metadata = (JsonObject?)metadata?.DeepClone(),
            Opening = null!,
        };
        message.Opening = session.Append(context.Now, "user.message", "user", message, data);
        session.Messages.Add(message);
        state.Messages.Add(message);
        if (session.Status != "running")
        {
            SetStatus(session, "running");
            context.Run(stopping => RunAsync(session, stopping));
        }

        return message;
    }

    private void CheckFiles(Session session, JsonArray content)
    {
        foreach (JsonNode? block in content)
        {
            if ((string?)block!["file_id"] is { } id && state.Files.TryFind(id, session.Organization) is null)
            {
                throw new ServiceFault(422, "invalid_request", "A content block names a file that was not uploaded.");
            }
        }
    }

    private async Task RunAsync(Session session, CancellationToken stopping)
    {
        while (Next(session) is { } message)
        {
            await _runner.RunAsync(message, stopping);
        }
    }

    /// <summary>The next message; without one the session is idle, which is decided under the gate.</summary>
    private Message? Next(Session session)
    {
        lock (state.Gate)
        {
            Message? next = session.Messages.Find(static message => !message.IsFinished);
            if (next is null)
            {
                SetStatus(session, "idle");
                EndTurns(session);
            }

            return next;
        }
    }

    private void EndTurns(Session session)
    {
        Message last = session.LastMessage!;
        webhooks.Push(session.Agent, session, last.Status == "failed" ? "session.failed" : "session.completed", new JsonObject
        {
            ["session_id"] = session.Id,
            ["message_id"] = last.Id,
            ["status"] = session.Status,
            ["metadata"] = SessionViews.Whole(session)["metadata"]!.DeepClone(),
        });
        foreach (Batch batch in state.Batches.All(new Caller(session.Organization, "")))
        {
            PushEnd(batch);
        }
    }

    /// <summary>Pushes the end of a batch once. The caller holds the gate.</summary>
    public void PushEnd(Batch batch)
    {
        if (!batch.EndPushed && batch.Status is ("completed" or "failed" or "partial_failed"))
        {
            batch.EndPushed = true;
            webhooks.Push(batch.Agent, null, "batch." + batch.Status, new JsonObject { ["batch_id"] = batch.Id, ["metadata"] = new JsonObject() });
        }
    }

    private void SetStatus(Session session, string status)
    {
        string before = session.Status;
        session.Status = status;
        session.Append(context.Now, "session.status_changed", "system", null, new JsonObject { ["status"] = status, ["previous_status"] = before });
    }
}
