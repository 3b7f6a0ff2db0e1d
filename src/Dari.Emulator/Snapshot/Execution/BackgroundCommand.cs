using System.Text.Json.Nodes;

namespace Dari.Emulator.Snapshot.Execution;

/// <summary>A command that runs in the background.</summary>
internal sealed class BackgroundCommand(DateTimeOffset createdAt) : IShelved
{
    public string Id { get; } = Guid.NewGuid().ToString();

    /// <summary>What came of it; null while it runs.</summary>
    public CommandOutcome? Outcome { get; set; }

    public JsonObject View(DateTimeOffset now)
    {
        double seconds = (Outcome?.Duration ?? (now - createdAt)).TotalSeconds;
        return new JsonObject
        {
            ["task_id"] = Id,
            ["is_complete"] = Outcome is not null,
            ["serialized_stdout"] = Outcome?.Stdout ?? "",
            ["serialized_stderr"] = Outcome?.Stderr ?? "",
            ["cpu_time"] = Outcome is null ? 0 : seconds,
            ["created_at"] = ServiceTimes.Plain(createdAt),
            ["execution_time"] = seconds,
        };
    }
}
