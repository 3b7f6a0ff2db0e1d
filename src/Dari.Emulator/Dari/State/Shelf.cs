using Dari.Emulator.Hosting;

namespace Dari.Emulator.Dari.State;

/// <summary>Things of one kind by id, in the order in which they were made.</summary>
internal sealed class Shelf<T>(string kind)
    where T : Owned
{
    private readonly OrderedDictionary<string, T> _things = new(StringComparer.Ordinal);

    public IEnumerable<T> All(Caller caller) => _things.Values.Where(thing => thing.Organization == caller.Organization);

    public void Add(T thing) => _things.Add(thing.Id, thing);

    public void Remove(T thing) => _things.Remove(thing.Id);

    public T? TryFind(string id, string organization) =>
        _things.TryGetValue(id, out T? thing) && thing.Organization == organization ? thing : null;

    /// <exception cref="ServiceFault">404 when there is none, 403 when it is another organization's.</exception>
    public T Find(string id, Caller caller)
    {
        if (!_things.TryGetValue(id, out T? thing))
        {
            throw new ServiceFault(404, "not_found", $"There is no such {kind}.");
        }

        return thing.Organization == caller.Organization
            ? thing
            : throw new ServiceFault(403, "forbidden", $"The {kind} belongs to another organization.");
    }
}
