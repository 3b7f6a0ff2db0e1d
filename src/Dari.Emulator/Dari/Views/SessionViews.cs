using System.Text.Json.Nodes;
using Dari.Emulator.Dari.State;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Dari.Views;

/// <summary>Sessions and their events as JSON. As the service does, only some answers have every member.</summary>
internal static class SessionViews
{
    /// <summary>Every member.</summary>
    public static JsonObject Whole(Session session)
    {
        JsonObject view = WithMessage(session);
        view["llm_id"] = session.LlmId;
        view["metadata"] = new JsonObject(session.Metadata.Select(static pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        return view;
    }

    /// <summary>As the answers to events and first messages show it.</summary>
    public static JsonObject WithMessage(Session session)
    {
        JsonObject view = InTranscript(session);
        view["internet_access"] = session.InternetAccess;
        return view;
    }

    public static JsonObject InTranscript(Session session) => new()
    {
        ["id"] = session.Id,
        ["name"] = session.Name,
        ["agent_id"] = session.Agent.Id,
        ["version_id"] = session.Version.Id,
        ["storage_binding_id"] = session.StorageBindingId,
        ["status"] = session.Status,
        ["last_message_id"] = session.LastMessage?.Id,
        ["last_message_status"] = session.LastMessage?.Status,
        ["created_at"] = Times.Text(session.CreatedAt),
    };

    public static JsonObject InDeployment(Session session, string deploymentId) => new()
    {
        ["id"] = session.Id,
        ["deployment_id"] = deploymentId,
        ["status"] = session.Status,
        ["version_id"] = session.Version.Id,
        ["last_message_id"] = session.LastMessage?.Id,
        ["last_message_status"] = session.LastMessage?.Status,
        ["created_at"] = Times.Text(session.CreatedAt),
    };

    public static JsonObject Event(LedgerEvent entry) => new()
    {
        ["id"] = entry.Id,
        ["session_id"] = entry.SessionId,
        ["sequence_number"] = entry.Sequence,
        ["message_id"] = entry.MessageId,
        ["type"] = entry.Type,
        ["source"] = entry.Source,
        ["actor"] = entry.Actor.DeepClone(),
        ["data"] = entry.Data.DeepClone(),
        ["created_at"] = Times.Text(entry.CreatedAt),
    };

    /// <summary>The answer to a written event, and to a first message.</summary>
    public static JsonObject Sent(LedgerEvent entry, Message message) => new()
    {
        ["event"] = Event(entry),
        ["message"] = new JsonObject { ["id"] = message.Id, ["status"] = message.Status },
        ["session"] = WithMessage(message.Session),
    };
}
