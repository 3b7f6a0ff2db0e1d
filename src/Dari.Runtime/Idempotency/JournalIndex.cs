using System.Diagnostics.CodeAnalysis;

namespace Dari.Idempotency;

/// <summary>
/// The entries of a journal in memory, and the rules by which they come and go. One thread at a time.
/// </summary>
internal sealed class JournalIndex(IdempotencyJournalOptions options)
{
    private readonly Dictionary<string, IdempotencyEntry> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _nameByKey = new(StringComparer.Ordinal);

    internal int Count => _byName.Count;

    /// <summary>From the oldest to the youngest.</summary>
    internal IEnumerable<IdempotencyEntry> Entries => _byName.Values.OrderBy(static entry => entry.BegunAt);

    internal void Clear()
    {
        _byName.Clear();
        _nameByKey.Clear();
    }

    /// <summary>What is kept under the call's name or key and still counts for it.</summary>
    internal bool TryFind(IdempotentCall call, [NotNullWhen(true)] out IdempotencyEntry? found)
    {
        bool isThere = _byName.TryGetValue(call.Name, out found)
            || (_nameByKey.TryGetValue(ScopeOf(call), out string? name) && _byName.TryGetValue(name, out found));
        if (!isThere || IsOver(found!) || found!.GivesWayTo(call))
        {
            found = null;
        }

        return found is not null;
    }

    internal IdempotencyEntry NewEntry(IdempotentCall call) =>
        new() { Call = call, BegunAt = options.TimeProvider.GetUtcNow(), IsNew = true };

    /// <summary>Adds an entry in place of one with its name.</summary>
    internal void Add(IdempotencyEntry entry)
    {
        Remove(entry.Call.Name);
        _byName[entry.Call.Name] = entry with { IsNew = false };
        _nameByKey[ScopeOf(entry.Call)] = entry.Call.Name;
    }

    /// <summary>Adds an outcome; false when the entry is gone or has another key by now.</summary>
    internal bool Complete(string name, string key, IdempotencyOutcome outcome)
    {
        if (!_byName.TryGetValue(name, out IdempotencyEntry? entry) || entry.Call.Key != key)
        {
            return false;
        }

        _byName[name] = entry with { Outcome = outcome };
        return true;
    }

    /// <summary>Forgets what is too old, and the oldest that have ended while there are more than a number.</summary>
    /// <exception cref="IdempotencyJournalException">More than that are without an outcome.</exception>
    internal void Prune(int most)
    {
        foreach (IdempotencyEntry old in _byName.Values.Where(IsOver).ToArray())
        {
            Remove(old.Call.Name);
        }

        ForgetEnded(_byName.Count - most);
        if (_byName.Count > most)
        {
            throw Full();
        }
    }

    /// <summary>Forgets the oldest that have ended, as many as that; false when there is none.</summary>
    internal bool ForgetEnded(int count)
    {
        string[] names = count <= 0
            ? []
            : [.. Entries.Where(static one => one.Outcome is not null).Take(count).Select(static one => one.Call.Name)];
        foreach (string name in names)
        {
            Remove(name);
        }

        return names.Length > 0;
    }

    internal IdempotencyJournalException Full() => new(
        $"The journal is full: {Count} calls are without an outcome, and to forget one could do its work twice. "
        + "Repeat those calls, or raise IdempotencyJournalOptions.MaxEntries and MaxBytes.");

    private void Remove(string name)
    {
        if (_byName.Remove(name, out IdempotencyEntry? entry)
            && _nameByKey.GetValueOrDefault(ScopeOf(entry.Call)) == name)
        {
            _nameByKey.Remove(ScopeOf(entry.Call));
        }
    }

    // Keys of two services have nothing to do with each other.
    private static string ScopeOf(IdempotentCall call) => call.Service + "\n" + call.Key;

    private bool IsOver(IdempotencyEntry entry) => options.TimeProvider.GetUtcNow() - entry.BegunAt > options.MaxAge;
}
