namespace Dari.Webhooks;

/// <summary>
/// Remembers which deliveries were handled. Services deliver at least once, and whoever recorded a delivery can send it
/// again. Receivers on several machines share one, over a database or cache.
/// </summary>
public interface IWebhookReplayGuard
{
    /// <summary>Claims a delivery, in one step.</summary>
    /// <param name="id">What the delivery is known by.</param>
    /// <param name="until">When the claim falls back, for the case that its process dies.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether the caller has it now, another one has it, or it was handled.</returns>
    ValueTask<WebhookClaim> ClaimAsync(string id, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Says that a claimed delivery was handled.</summary>
    /// <param name="id">What the delivery is known by.</param>
    /// <param name="until">Until when that is to be remembered.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task that ends when it is remembered.</returns>
    ValueTask CompleteAsync(string id, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Gives a claimed delivery back: it was not handled and will come again.</summary>
    /// <param name="id">What the delivery is known by.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task that ends when it is free.</returns>
    ValueTask ReleaseAsync(string id, CancellationToken cancellationToken);
}
