namespace Dari.Emulator.Snapshot;

/// <summary>Things of one kind of one account, in the order in which they were made.</summary>
/// <param name="kind">The kind in words, for messages.</param>
internal sealed class Shelf<T>(string kind)
    where T : class, IShelved
{
    private readonly OrderedDictionary<string, T> _things = new(StringComparer.Ordinal);

    public string Kind => kind;

    public IEnumerable<T> All => _things.Values;

    public int Count => _things.Count;

    public T Add(T thing)
    {
        _things.Add(thing.Id, thing);
        return thing;
    }

    public void Remove(T thing) => _things.Remove(thing.Id);

    public T? TryFind(string id) => _things.GetValueOrDefault(id);
}
