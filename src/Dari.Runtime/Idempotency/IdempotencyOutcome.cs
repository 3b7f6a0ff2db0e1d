namespace Dari.Idempotency;

/// <summary>How a call ended.</summary>
public sealed record IdempotencyOutcome
{
    /// <summary>The status of the answer.</summary>
    public required int StatusCode { get; init; }

    /// <summary>The media type of the body, or null.</summary>
    public string? ContentType { get; init; }

    /// <summary>
    /// The body as it came; empty where there was none, null where it was not kept. It is what the service said, with
    /// whatever secrets that holds.
    /// </summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>The service refused the call without doing any work.</summary>
    public bool IsRefusal => StatusCode >= 400;
}
