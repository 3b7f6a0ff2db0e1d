namespace Dari.Streaming;

/// <summary>What the document describes of an event.</summary>
public enum EventShape
{
    /// <summary>Its data.</summary>
    Data,

    /// <summary>An object with the members <c>event</c>, <c>data</c>, <c>id</c> and <c>retry</c>, where data is JSON.</summary>
    Fields,

    /// <summary>The same, where data is text.</summary>
    TextFields,
}
