using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Dari.Emulator.Dari.Manifests;
using Dari.Emulator.Dari.State;
using Dari.Emulator.Dari.Turns;
using Dari.Emulator.Dari.Views;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Dari.Routes;

/// <summary>Writes and lists the events of a session.</summary>
internal sealed class SessionEventRoutes(DariParts parts)
{
    private readonly DariState _state = parts.State;

    public void Map(OperationRoutes routes)
    {
        routes.Map("sendSessionEvent", Send);
        routes.Map("listSessionEvents", List);
    }

    private Reply Send(Call call)
    {
        lock (_state.Gate)
        {
            Session session = _state.UsableSession(call.Path("session_id"), call.Caller);
            return (string?)call.Body["type"] == "user.message" ? SendMessage(call, session) : SendResult(call, session);
        }
    }

    private Reply SendMessage(Call call, Session session)
    {
        string? key = call.Header("Idempotency-Key");
        string digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(call.Body.ToJsonString())));
        if (key is not null && session.EventsByKey.TryGetValue(key, out IdempotentEvent? known))
        {
            return known.BodyDigest == digest
                ? Reply.Json(202, SessionViews.Sent(known.Event, known.Message))
                : throw new ServiceFault(409, "conflict", "The idempotency key was used for another event.");
        }

        Message message = parts.Turns.Enqueue(session, (JsonArray)call.Body["content"]!, call.Body["metadata"] as JsonObject);
        if (key is not null)
        {
            session.EventsByKey.Add(key, new IdempotentEvent(digest, message.Opening, message));
        }

        return Reply.Json(202, SessionViews.Sent(message.Opening, message));
    }

    private Reply SendResult(Call call, Session session)
    {
        JsonNode? result = call.Body["result"];
        bool isError = call.Body.Flag("is_error");
        Message? message = session.Messages.Find(message => message.Id == call.Body.Text("message_id"));
        ToolCall tool = message?.ToolCalls.Find(tool => tool.Id == call.Body.Text("tool_call_id"))
            ?? throw new ServiceFault(404, "not_found", "The session has no such tool call.");
        if (tool.CompletedAt is not null || message!.IsFinished)
        {
            throw new ServiceFault(409, "conflict", "The tool call was already answered.");
        }

        CheckResult(session, tool, call.Body, isError);
        LedgerEvent entry = session.Append(parts.Context.Now, "tool.result_submitted", "user", message, new JsonObject
        {
            ["message_id"] = message.Id,
            ["tool_call_id"] = tool.Id,
            ["is_error"] = isError,
            ["result"] = result?.DeepClone(),
        });
        ToolRunner.Finish(parts.Context.Now, message, tool, result, isError);
        return Reply.Json(202, SessionViews.Sent(entry, message));
    }

    private static void CheckResult(Session session, ToolCall tool, JsonObject body, bool isError)
    {
        if (isError)
        {
            return;
        }

        if (!body.ContainsKey("result"))
        {
            throw new ServiceFault(422, "invalid_request", "A successful tool call needs its result.");
        }

        ManifestTool? declared = session.Version.Manifest.Tools.FirstOrDefault(declared => declared.Name == tool.Name);
        if (declared?.OutputSchema is { } schema && OutputSchema.Check(schema, body["result"]) is { Count: > 0 } findings)
        {
            throw new ServiceFault(422, "invalid_request", "The result does not match the tool's output schema.") { Findings = findings };
        }
    }

    /// <summary>With a limit the latest events are listed, still in ascending order.</summary>
    private Reply List(Call call)
    {
        lock (_state.Gate)
        {
            Session session = _state.Sessions.Find(call.Path("session_id"), call.Caller);
            int limit = call.Query("limit") is { } text ? Math.Max(0, int.Parse(text)) : session.Events.Count;
            IEnumerable<JsonNode?> events = session.Events.TakeLast(limit).Select(SessionViews.Event);
            return Reply.Json(200, new JsonObject { ["events"] = new JsonArray([.. events]) });
        }
    }
}
