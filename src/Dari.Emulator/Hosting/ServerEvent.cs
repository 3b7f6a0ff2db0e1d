using System.Text.Json.Nodes;

namespace Dari.Emulator.Hosting;

/// <summary>A server-sent event, or a comment, or a change of the retry time.</summary>
internal sealed record ServerEvent
{
    public string? Id { get; init; }

    public string? Type { get; init; }

    /// <summary>The data; an event without data is not an event for the reader.</summary>
    public JsonNode? Data { get; init; }

    /// <summary>Data that is not JSON. It is sent as it is and not checked.</summary>
    public string? Text { get; init; }

    public string? Comment { get; init; }

    public TimeSpan? Retry { get; init; }
}
