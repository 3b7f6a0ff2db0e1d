namespace Dari.Webhooks;

/// <summary>What became of a delivery, and what to tell the service.</summary>
public sealed record WebhookResult
{
    internal WebhookResult(WebhookOutcome outcome) => Outcome = outcome;

    /// <summary>What became of it.</summary>
    public WebhookOutcome Outcome { get; }

    /// <summary>Why it is refused, or <see cref="WebhookRefusal.None"/>.</summary>
    public WebhookRefusal Refusal { get; internal init; }

    /// <summary>The name of the event; null when it was not looked at.</summary>
    public string? Event { get; internal init; }

    /// <summary>
    /// What does not read, for the log: path and kinds, no values. Null for all but unreadable bodies.
    /// </summary>
    public string? Detail { get; internal init; }

    /// <summary>
    /// The status for the answer: 200 for what need not be sent again, 503 for what is in progress, 413 for what is too
    /// long, 400 for what does not read, 401 for what is not to be trusted.
    /// </summary>
    public int StatusCode => (Outcome, Refusal) switch
    {
        (WebhookOutcome.InProgress, _) => 503,
        (WebhookOutcome.Refused, WebhookRefusal.BodyTooLong) => 413,
        (WebhookOutcome.Refused, WebhookRefusal.UnreadableBody) => 400,
        (WebhookOutcome.Refused, _) => 401,
        _ => 200,
    };

    internal static WebhookResult Refused(WebhookRefusal refusal, string? detail = null, string? name = null) =>
        new(WebhookOutcome.Refused) { Refusal = refusal, Detail = detail, Event = name };
}
