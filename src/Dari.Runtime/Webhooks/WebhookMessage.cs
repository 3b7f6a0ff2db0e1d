namespace Dari.Webhooks;

/// <summary>A delivery that was verified, with what it says.</summary>
/// <typeparam name="T">What it says.</typeparam>
public sealed record WebhookMessage<T>
{
    /// <summary>The name of the event; empty where the service gives none.</summary>
    public required string Event { get; init; }

    /// <summary>The id of the delivery, the same when it is repeated; null where the service gives none.</summary>
    public string? Id { get; init; }

    /// <summary>When it was sent; null where the service does not say.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The body.</summary>
    public required T Payload { get; init; }
}
