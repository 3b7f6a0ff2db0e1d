using System.Text.Json.Nodes;

namespace Dari.Emulator.Dari.State;

internal sealed class Message : Owned
{
    public required Session Session { get; init; }

    public required int Sequence { get; init; }

    public required JsonArray Parts { get; init; }

    public required JsonObject? Metadata { get; init; }

    public required LedgerEvent Opening { get; set; }

    /// <summary><c>queued</c>, <c>running</c>, <c>waiting_for_tool</c>, <c>completed</c> or <c>failed</c>.</summary>
    public string Status { get; set; } = "queued";

    /// <summary>Parts of the output in the order they came.</summary>
    public List<JsonObject> Output { get; } = [];

    public string? Error { get; set; }

    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>The entry that ended the turn, once it has.</summary>
    public LedgerEvent? Closing { get; set; }

    public List<ToolCall> ToolCalls { get; } = [];

    public List<ChangedFile> FilesChanged { get; } = [];

    public bool IsFinished => Status is "completed" or "failed";

    /// <summary>The text of all text blocks, a line each.</summary>
    public string InputText => string.Join('\n', Parts.OfType<JsonObject>()
        .Where(static part => (string?)part["type"] == "text").Select(static part => (string?)part["text"]));
}
