using Dari.Generator.Equality;

namespace Dari.Generator.Model;

internal enum EventReconnect
{
    Safe,
    Never,
    WhenBroken,
    Always,
}

internal enum EventShape
{
    Data,

    /// <summary>The type is of an object with the fields of an event, not of its data alone.</summary>
    Fields,

    /// <summary>The same, where data is text.</summary>
    TextFields,
}

/// <summary>What a document says of a stream of events.</summary>
internal sealed record EventRulesModel
{
    public EventReconnect Reconnect { get; init; }

    /// <summary>The query parameter that takes the last id.</summary>
    public string? ResumeQuery { get; init; }

    public EquatableArray<string> Names { get; init; }

    public EquatableArray<string> LastNames { get; init; }

    public EventShape Shape { get; init; }

    public EquatableArray<string> TextNames { get; init; }
}
