using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Dari.Json;

/// <summary>Members of an object that its type does not name: kept in order, and written back.</summary>
/// <remarks>
/// Equal when the same names have equal values, in any order. Not safe for writing from several threads.
/// </remarks>
[SuppressMessage("Naming", "CA1710", Justification = "The members of an object; a dictionary only in form.")]
public sealed class JsonMembers : IReadOnlyDictionary<string, JsonElement>, IEquatable<JsonMembers>
{
    // Few members: a list is searched faster than a hash is computed. Many: the index is made on the first search.
    private const int FewMembers = 8;
    private readonly List<KeyValuePair<string, JsonElement>> _members = [];
    private Dictionary<string, int>? _index;

    /// <summary>Makes an empty set of members.</summary>
    public JsonMembers()
    {
    }

    /// <inheritdoc/>
    public int Count => _members.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _members.Select(static member => member.Key);

    /// <inheritdoc/>
    public IEnumerable<JsonElement> Values => _members.Select(static member => member.Value);

    /// <summary>The value of a member.</summary>
    /// <param name="key">Its name.</param>
    /// <returns>The value.</returns>
    /// <exception cref="KeyNotFoundException">There is no such member (when read).</exception>
    public JsonElement this[string key]
    {
        get => TryGetValue(key, out JsonElement value)
            ? value
            : throw new KeyNotFoundException($"There is no member \"{key}\".");
        set
        {
            int place = Find(key);
            if (place >= 0)
            {
                _members[place] = new(key, value);
                return;
            }

            _index?.Add(key, _members.Count);
            _members.Add(new(key, value));
        }
    }

    /// <summary>Adds a member at the end.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value; <see cref="AnyJson"/> makes one of a .NET value.</param>
    /// <exception cref="ArgumentException">There is a member of that name.</exception>
    public void Add(string name, JsonElement value)
    {
        if (ContainsKey(name))
        {
            throw new ArgumentException($"There is a member \"{name}\" already.", nameof(name));
        }

        this[name] = value;
    }

    /// <summary>Reads a member into a set that is made when first needed. Of equal names the last one counts.</summary>
    /// <param name="members">The set, or null.</param>
    /// <param name="reader">A reader on the member's name; left on the last token of its value.</param>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static void Add([NotNull] ref JsonMembers? members, ref Utf8JsonReader reader)
    {
        string name = JsonStrings.Read(ref reader);
        if (!reader.Read())
        {
            throw JsonFault.Incomplete();
        }

        Misfit.Unknown();
        (members ??= [])[name] = JsonElement.ParseValue(ref reader);
    }

    /// <summary>Writes the members into the object that is open; nothing for null.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="members">The members.</param>
    public static void Write(JsonOutput writer, JsonMembers? members)
    {
        if (members is null)
        {
            return;
        }

        foreach ((string name, JsonElement value) in members._members)
        {
            writer.Name(name);
            JsonWrite.AnyValue(writer, value);
        }
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => Find(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, out JsonElement value)
    {
        int place = Find(key);
        value = place >= 0 ? _members[place].Value : default;
        return place >= 0;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() => _members.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(JsonMembers? other) =>
        other is not null && other.Count == Count
        && _members.TrueForAll(member =>
            other.TryGetValue(member.Key, out JsonElement value) && JsonElements.AreEqual(member.Value, value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as JsonMembers);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = Count;
        foreach ((string name, JsonElement value) in _members)
        {
            hash ^= HashCode.Combine(name, value.ValueKind);
        }

        return hash;
    }

    /// <summary>The names alone: values might be secrets.</summary>
    /// <returns>The names, separated by commas.</returns>
    public override string ToString() => string.Join(", ", Keys);

    private int Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_members.Count <= FewMembers)
        {
            return _members.FindIndex(member => member.Key == name);
        }

        if (_index is not { } index)
        {
            index = new Dictionary<string, int>(StringComparer.Ordinal);
            for (int i = 0; i < _members.Count; i++)
            {
                index.Add(_members[i].Key, i);
            }

            _index = index;
        }

        return index.TryGetValue(name, out int place) ? place : -1;
    }
}
