using System.Text.Json.Nodes;

namespace Dari.Emulator.Dari.State;

internal sealed class Session : Owned
{
    private TaskCompletionSource _changed = NewSignal();

    public required Agent Agent { get; init; }

    public required AgentVersion Version { get; init; }

    public string? Name { get; init; }

    public string? LlmId { get; init; }

    public string? StorageBindingId { get; init; }

    public required bool InternetAccess { get; init; }

    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    /// <summary>The folder that stands for <c>/workspace</c>; it exists once work has started.</summary>
    public required string Workspace { get; init; }

    /// <summary><c>idle</c> or <c>running</c>.</summary>
    public string Status { get; set; } = "idle";

    public List<Message> Messages { get; } = [];

    public List<LedgerEvent> Events { get; } = [];

    /// <summary>What was answered to the events that carried an idempotency key.</summary>
    public Dictionary<string, IdempotentEvent> EventsByKey { get; } = new(StringComparer.Ordinal);

    /// <summary>Completes when something about the session changes.</summary>
    public Task Changed => _changed.Task;

    public Message? LastMessage => Messages.Count > 0 ? Messages[^1] : null;

    public LedgerEvent Append(DateTimeOffset now, string type, string source, Message? message, JsonObject data)
    {
        var entry = new LedgerEvent
        {
            Id = $"{Id}:evt_{Events.Count + 1}",
            SessionId = Id,
            Sequence = Events.Count + 1,
            MessageId = message?.Id,
            Type = type,
            Source = source,
            Actor = source == "user" ? new JsonObject { ["type"] = "user", ["id"] = Organization } : new JsonObject { ["type"] = "agent", ["id"] = Agent.Id },
            Data = data,
            CreatedAt = now,
        };
        Events.Add(entry);
        Signal();
        return entry;
    }

    /// <summary>Wakes those who wait for a change.</summary>
    public void Signal()
    {
        TaskCompletionSource changed = _changed;
        _changed = NewSignal();
        changed.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
