using System.Diagnostics.CodeAnalysis;

namespace Dari.Streaming;

/// <summary>A server-sent event with all that came with it.</summary>
/// <typeparam name="T">What its data reads as.</typeparam>
public sealed class ServerEvent<T>
{
    /// <summary>The field <c>event</c>; <c>message</c> where there is none.</summary>
    public string Name { get; init; } = "message";

    /// <summary>The field <c>id</c>; null where there is none.</summary>
    public string? Id { get; init; }

    /// <summary>The field <c>retry</c>: how long to wait before connecting again.</summary>
    public TimeSpan? Retry { get; init; }

    /// <summary>The data as it came.</summary>
    public string Text { get; init; } = "";

    /// <summary>
    /// Whether the document declares events of this name. Where it does not, <see cref="Data"/> is not there, and
    /// <see cref="Text"/> has what came.
    /// </summary>
    [MemberNotNullWhen(true, nameof(Data))]
    public bool IsKnown { get; init; }

    /// <summary>The data, read.</summary>
    public T? Data { get; init; }
}
