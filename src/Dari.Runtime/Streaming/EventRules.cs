namespace Dari.Streaming;

/// <summary>What a document says of a stream of events. Generated code makes it, from <c>x-event-stream</c> and the schema.</summary>
public sealed class EventRules
{
    internal static readonly EventRules Default = new();

    /// <summary>When the stream is connected again.</summary>
    public EventReconnect Reconnect { get; init; }

    /// <summary>The query parameter that takes the last id instead of the header <c>Last-Event-ID</c>.</summary>
    public string? ResumeQuery { get; init; }

    /// <summary>The names of the events that the document describes; empty: whatever they are called.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The names of the events after which there are no others.</summary>
    public IReadOnlyList<string> LastNames { get; init; } = [];

    /// <summary>What the document describes of an event.</summary>
    public EventShape Shape { get; init; }

    /// <summary>With <see cref="EventShape.Fields"/>: the names of events whose data is text all the same.</summary>
    public IReadOnlyList<string> TextNames { get; init; } = [];
}
