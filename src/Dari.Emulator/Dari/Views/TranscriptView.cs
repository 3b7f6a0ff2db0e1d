using System.Text.Json.Nodes;
using Dari.Emulator.Dari.State;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Dari.Views;

/// <summary>A session as a conversation.</summary>
internal static class TranscriptView
{
    public static JsonObject Of(Session session) => new()
    {
        ["agent"] = AgentViews.Summary(session.Agent),
        ["session"] = SessionViews.InTranscript(session),
        ["timeline"] = new JsonObject { ["items"] = new JsonArray([.. session.Messages.SelectMany(Items)]) },
    };

    private static IEnumerable<JsonNode?> Items(Message message) =>
        [UserItem(message), .. message.ToolCalls.Select(call => ToolItem(message, call)), AssistantItem(message)];

    private static JsonObject UserItem(Message message) => new()
    {
        ["type"] = "user_message",
        ["id"] = message.Opening.Id,
        ["message_id"] = message.Id,
        ["created_at"] = Times.Text(message.CreatedAt),
        ["content"] = message.Parts.DeepClone(),
    };

    private static JsonObject ToolItem(Message message, ToolCall call)
    {
        var item = new JsonObject
        {
            ["type"] = "tool_call",
            ["id"] = call.Requested.Id,
            ["message_id"] = message.Id,
            ["created_at"] = Times.Text(call.Requested.CreatedAt),
            ["status"] = call.Status,
            ["tool_call_id"] = call.Id,
            ["tool_name"] = call.Name,
            ["arguments"] = call.Arguments.DeepClone(),
            ["is_error"] = call.IsError,
            ["completed_at"] = Times.Text(call.CompletedAt),
        };
        if (call.CompletedAt is not null)
        {
            item["result"] = call.Result?.DeepClone();
        }

        return item;
    }

    private static JsonObject AssistantItem(Message message) => new()
    {
        ["type"] = "assistant_message",
        ["id"] = message.Closing?.Id ?? $"{message.Session.Id}:{message.Id}",
        ["message_id"] = message.Id,
        ["created_at"] = Times.Text(message.Closing?.CreatedAt ?? message.CreatedAt),
        ["content"] = new JsonArray([.. message.Output.Where(static part => (string?)part["type"] == "text").Select(static part => part.DeepClone())]),
        ["status"] = message.Status,
        ["error_message"] = message.Error,
    };
}
