namespace Dari.Idempotency;

/// <summary>What a journal keeps about one call.</summary>
public sealed record IdempotencyEntry
{
    /// <summary>The call as it was begun.</summary>
    public required IdempotentCall Call { get; init; }

    /// <summary>When it was begun.</summary>
    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>How it ended; null while nobody knows whether the service did the work.</summary>
    public IdempotencyOutcome? Outcome { get; init; }

    /// <summary>Whether this call made the entry. It is not kept.</summary>
    public bool IsNew { get; init; }

    /// <summary>
    /// Whether the entry is over for another call of its name: the service refused it, and this one asks for something
    /// else or brings a key of its own. The new call then gets an entry with a key of its own.
    /// </summary>
    /// <param name="call">The call that comes.</param>
    /// <returns>True when a new entry takes the place of this one.</returns>
    public bool GivesWayTo(IdempotentCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return Outcome is { IsRefusal: true }
            && call.Name == Call.Name
            && (!call.AsksTheSameAs(Call) || call.IsKeyGiven)
            && call.Key != Call.Key;
    }
}
