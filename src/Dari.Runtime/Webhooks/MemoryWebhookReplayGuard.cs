namespace Dari.Webhooks;

/// <summary>Remembers deliveries in memory, up to a number of them: the oldest are forgotten first.</summary>
public sealed class MemoryWebhookReplayGuard : IWebhookReplayGuard
{
    private readonly object _gate = new();
    private readonly Dictionary<string, Claim> _claims = new(StringComparer.Ordinal);
    private readonly LinkedList<string> _order = new();
    private readonly int _most;
    private readonly TimeProvider _clock;

    /// <summary>Makes an empty guard.</summary>
    /// <param name="most">How many deliveries are remembered.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public MemoryWebhookReplayGuard(int most = 100_000, TimeProvider? clock = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        _most = most;
        _clock = clock ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public ValueTask<WebhookClaim> ClaimAsync(string id, DateTimeOffset until, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        lock (_gate)
        {
            if (_claims.TryGetValue(id, out Claim? known) && known.Until > _clock.GetUtcNow())
            {
                return ValueTask.FromResult(known.IsHandled ? WebhookClaim.Handled : WebhookClaim.InProgress);
            }

            Set(id, new Claim(until, IsHandled: false));
            return ValueTask.FromResult(WebhookClaim.Claimed);
        }
    }

    /// <inheritdoc/>
    public ValueTask CompleteAsync(string id, DateTimeOffset until, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        lock (_gate)
        {
            Set(id, new Claim(until, IsHandled: true));
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask ReleaseAsync(string id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        lock (_gate)
        {
            Remove(id);
        }

        return ValueTask.CompletedTask;
    }

    private void Set(string id, Claim claim)
    {
        Remove(id);
        while (_claims.Count >= _most)
        {
            Remove(_order.First!.Value);
        }

        claim.Place = _order.AddLast(id);
        _claims.Add(id, claim);
    }

    private void Remove(string id)
    {
        if (_claims.Remove(id, out Claim? claim))
        {
            _order.Remove(claim.Place!);
        }
    }

    private sealed record Claim(DateTimeOffset Until, bool IsHandled)
    {
        public LinkedListNode<string>? Place { get; set; }
    }
}
