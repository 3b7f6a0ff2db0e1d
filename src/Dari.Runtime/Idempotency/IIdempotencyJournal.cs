namespace Dari.Idempotency;

/// <summary>Remembers calls under their names, so that a new process can come back to them.</summary>
/// <remarks>
/// A journal only keeps: whether a call may go on with what was kept is decided by the client. One journal is for one
/// account, since an answer that was kept is given to whoever names its call. Safe to share between threads and
/// clients.
/// </remarks>
public interface IIdempotencyJournal
{
    /// <summary>
    /// Waits until no other call of a name is under way, in this process or in another, and holds the name until what is given
    /// is disposed. Two calls of one name at once are then sent one after the other, and the second gets the first one's answer.
    /// </summary>
    /// <param name="name">The <see cref="IdempotentCall.Name"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What lets the name go, also when its process dies; null where nothing is held, as here.</returns>
    /// <exception cref="IdempotencyJournalException">The journal cannot be used.</exception>
    ValueTask<IDisposable?> HoldAsync(string name, CancellationToken cancellationToken) => new((IDisposable?)null);

    /// <summary>Gives what is kept about a call, or keeps it.</summary>
    /// <param name="request">The call that is about to be sent.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>
    /// The entry with the call's name, else the one with its key, unless <see cref="IdempotencyEntry.GivesWayTo"/> says
    /// that it is over. Otherwise a new one, which outlives a crash of the process when this returns.
    /// </returns>
    /// <exception cref="IdempotencyJournalException">The journal cannot be read or written.</exception>
    ValueTask<IdempotencyEntry> BeginAsync(IdempotentCall request, CancellationToken cancellationToken);

    /// <summary>Keeps how a call ended. Does nothing when its entry is no longer there.</summary>
    /// <param name="entry">What <see cref="BeginAsync"/> gave.</param>
    /// <param name="outcome">The answer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task that ends when the outcome is kept.</returns>
    /// <exception cref="IdempotencyJournalException">The journal cannot be written.</exception>
    ValueTask CompleteAsync(IdempotencyEntry entry, IdempotencyOutcome outcome, CancellationToken cancellationToken);
}
