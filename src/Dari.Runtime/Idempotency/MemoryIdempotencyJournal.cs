using Dari.Idempotency.Storage;

namespace Dari.Idempotency;

/// <summary>
/// A journal that ends with its process: for tests, and for names that are used again within one run.
/// </summary>
public sealed class MemoryIdempotencyJournal : IIdempotencyJournal
{
    private readonly object _gate = new();
    private readonly IdempotencyJournalOptions _options;
    private readonly JournalIndex _index;
    private readonly HeldNames _names = new();

    /// <summary>Makes an empty journal.</summary>
    /// <param name="options">
    /// How much it keeps; <see cref="IdempotencyJournalOptions.MaxBytes"/> has no meaning.
    /// </param>
    public MemoryIdempotencyJournal(IdempotencyJournalOptions? options = null)
    {
        _options = options ?? new IdempotencyJournalOptions();
        _index = new JournalIndex(_options);
    }

    /// <inheritdoc/>
    public ValueTask<IDisposable?> HoldAsync(string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _names.HoldAsync(name, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IdempotencyEntry> BeginAsync(IdempotentCall request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (_index.TryFind(request, out IdempotencyEntry? found))
            {
                return ValueTask.FromResult(found);
            }

            _index.Prune(_options.MaxEntries - 1);
            IdempotencyEntry entry = _index.NewEntry(request);
            _index.Add(entry);
            return ValueTask.FromResult(entry);
        }
    }

    /// <inheritdoc/>
    public ValueTask CompleteAsync(
        IdempotencyEntry entry, IdempotencyOutcome outcome, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(outcome);
        lock (_gate)
        {
            _index.Complete(entry.Call.Name, entry.Call.Key, _options.Trim(outcome));
        }

        return ValueTask.CompletedTask;
    }
}
