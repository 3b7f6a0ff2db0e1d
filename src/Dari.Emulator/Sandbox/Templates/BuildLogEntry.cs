using System.Text.Json.Nodes;

namespace Dari.Emulator.Sandbox.Templates;

/// <summary>One line of a build's log.</summary>
internal sealed record BuildLogEntry(
    string BuildId, string TemplateId, long Offset, DateTimeOffset Timestamp, string Kind, string Level, string Message)
{
    public string? Phase { get; init; }

    public int? StepIndex { get; init; }

    public int? TotalSteps { get; init; }

    public JsonObject? ErrorDetail { get; init; }

    public JsonObject? Result { get; init; }

    /// <summary>True for the line after which none comes.</summary>
    public bool IsLast => Kind is "end" or "cancelled";
}
