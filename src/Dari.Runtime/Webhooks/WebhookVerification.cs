namespace Dari.Webhooks;

/// <summary>What a verifier found out about a delivery.</summary>
public sealed record WebhookVerification
{
    internal WebhookVerification()
    {
    }

    /// <summary>Why it is not to be trusted, or <see cref="WebhookRefusal.None"/>.</summary>
    public WebhookRefusal Refusal { get; internal init; }

    /// <summary>Whether it comes from who knows the secret, unchanged and in time.</summary>
    public bool IsValid => Refusal == WebhookRefusal.None;

    /// <summary>The id in the header, or null.</summary>
    public string? Id { get; internal init; }

    /// <summary>When it was sent, or null where the service does not say.</summary>
    public DateTimeOffset? SentAt { get; internal init; }
}
