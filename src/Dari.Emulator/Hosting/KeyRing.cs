using System.Collections.Concurrent;

namespace Dari.Emulator.Hosting;

/// <summary>The keys that a service takes.</summary>
internal sealed class KeyRing
{
    public const string MainOrganization = "org_emulator";
    public const string ForeignOrganization = "org_foreign";

    private readonly ConcurrentDictionary<string, (string Organization, string? Scheme)> _keys = new(StringComparer.Ordinal);

    /// <summary>Adds a key; with a scheme it is good for that security scheme of the document alone.</summary>
    public void Add(string key, string organization, string? scheme = null) => _keys[key] = (organization, scheme);

    public void Remove(string key) => _keys.TryRemove(key, out _);

    /// <summary>
    /// Finds whose key it is. A key without a scheme opens every scheme for which no key was added by name.
    /// </summary>
    public Caller? Find(string scheme, string key) =>
        _keys.TryGetValue(key, out (string Organization, string? Scheme) entry)
        && (entry.Scheme == scheme || (entry.Scheme is null && _keys.Values.All(other => other.Scheme != scheme)))
            ? new Caller(entry.Organization, key)
            : null;
}
