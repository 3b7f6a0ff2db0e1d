using System.Text.Json.Nodes;

namespace Dari.Emulator.Dari.State;

internal sealed class ToolCall
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required JsonObject Arguments { get; init; }

    public required LedgerEvent Requested { get; init; }

    /// <summary><c>requested</c>, <c>running</c>, <c>completed</c> or <c>failed</c>.</summary>
    public string Status { get; set; } = "requested";

    public JsonNode? Result { get; set; }

    public bool IsError { get; set; }

    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>Completes when the result is there.</summary>
    public TaskCompletionSource Answered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
