using System.Text.Json.Nodes;
using Dari.Emulator.Dari.State;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Dari.Views;

/// <summary>Messages as JSON.</summary>
internal static class MessageViews
{
    public static JsonObject InList(Message message) => new()
    {
        ["id"] = message.Id,
        ["session_id"] = message.Session.Id,
        ["sequence_number"] = message.Sequence,
        ["parts"] = message.Parts.DeepClone(),
        ["status"] = message.Status,
        ["attempt"] = 1,
        ["output"] = Output(message),
        ["created_at"] = Times.Text(message.CreatedAt),
        ["completed_at"] = Times.Text(message.CompletedAt),
    };

    public static JsonObject Whole(Message message)
    {
        JsonObject view = InList(message);
        view["metadata"] = message.Metadata?.DeepClone();
        return view;
    }

    /// <summary>As the quickstart shows a message.</summary>
    public static JsonObject InQuickstart(Message message)
    {
        var view = new JsonObject
        {
            ["id"] = message.Id,
            ["session_id"] = message.Session.Id,
            ["status"] = message.Status,
            ["attempt"] = 1,
            ["created_at"] = Times.Text(message.CreatedAt),
            ["completed_at"] = Times.Text(message.CompletedAt),
        };
        if (message.IsFinished)
        {
            view["output"] = Output(message);
            view["files_changed"] = Files(message);
        }

        return view;
    }

    public static JsonArray Files(Message message) => new([.. message.FilesChanged.Select(static file => (JsonNode?)new JsonObject
    {
        ["path"] = file.Path,
        ["change"] = file.Change,
        ["size_bytes"] = file.Size,
    })]);

    private static JsonObject Output(Message message)
    {
        var output = new JsonObject { ["parts"] = new JsonArray([.. message.Output.Select(static part => part.DeepClone())]) };
        if (message.Error is { } error)
        {
            output["error"] = new JsonObject { ["message"] = error };
        }

        return output;
    }
}
