namespace Dari.Webhooks;

/// <summary>What became of a delivery.</summary>
public enum WebhookOutcome
{
    /// <summary>Its handler took it.</summary>
    Handled,

    /// <summary>It is in order, but nobody has a handler for its event.</summary>
    Unhandled,

    /// <summary>It was handled before.</summary>
    Duplicate,

    /// <summary>It is being handled right now; the service should send it again later.</summary>
    InProgress,

    /// <summary>It is not in order; see <see cref="WebhookResult.Refusal"/>.</summary>
    Refused,
}
