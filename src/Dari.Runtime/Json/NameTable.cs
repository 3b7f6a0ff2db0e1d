using System.Text;
using System.Text.Json;

namespace Dari.Json;

/// <summary>The member names of an object type; tells which one a reader stands on.</summary>
/// <remarks>
/// Servers write members in one order, so the name after the last one found is tried first; what is out of order goes
/// through a hash on the length and three characters. Safe to share between threads.
/// </remarks>
public sealed class NameTable
{
    private readonly byte[][] _names;
    private readonly short[] _slots;
    private readonly int _mask;

    /// <summary>Makes a table.</summary>
    /// <param name="joined">
    /// The names in UTF-8, joined by line feeds: <c>"id\nname"u8</c>. Empty: no names. Their order gives the numbers.
    /// </param>
    /// <exception cref="ArgumentException">There are more than 32,767 names.</exception>
    public NameTable(ReadOnlySpan<byte> joined)
        : this(JoinedNames.Split(joined))
    {
    }

    /// <summary>Makes a table of names that cannot be joined: one has a line feed, or the only one is empty.</summary>
    /// <param name="names">The names. Their order gives the numbers.</param>
    /// <exception cref="ArgumentException">There are more than 32,767 names.</exception>
    public NameTable(params string[] names)
        : this(Array.ConvertAll(names, Encoding.UTF8.GetBytes))
    {
    }

    private NameTable(byte[][] names)
    {
        _names = names;
        if (_names.Length > short.MaxValue)
        {
            throw new ArgumentException("A table holds at most 32,767 names.", nameof(names));
        }

        int capacity = 4;
        while (capacity < _names.Length * 3)
        {
            capacity <<= 1;
        }

        _mask = capacity - 1;
        _slots = new short[capacity];
        _slots.AsSpan().Fill(-1);
        for (int i = 0; i < _names.Length; i++)
        {
            int slot = Hash(_names[i]) & _mask;
            while (_slots[slot] >= 0)
            {
                slot = (slot + 1) & _mask;
            }

            _slots[slot] = (short)i;
        }
    }

    /// <summary>Goes to the next member of an object.</summary>
    /// <param name="reader">A reader on the start of the object, or on the last token of a member's value.</param>
    /// <param name="hint">Where the next name is expected; start with zero and pass the same variable again.</param>
    /// <param name="member">
    /// The number of the name, with the reader on the member's value; or -1 for an unknown name, with the reader still
    /// on
    /// the name.
    /// </param>
    /// <returns>False at the end of the object, on which the reader then stands.</returns>
    /// <exception cref="JsonException">The text is not JSON, or ends here.</exception>
    public bool Next(ref Utf8JsonReader reader, ref int hint, out int member)
    {
        if (!reader.Read())
        {
            throw JsonFault.Incomplete();
        }

        if (reader.TokenType != JsonTokenType.PropertyName)
        {
            member = -1;
            return reader.TokenType == JsonTokenType.EndObject
                ? false
                : throw JsonFault.Expected("a member name or the end of an object", in reader);
        }

        member = reader.ValueIsEscaped || reader.HasValueSequence
            ? FindStrange(ref reader, ref hint)
            : Find(reader.ValueSpan, ref hint);
        if (member >= 0 && !reader.Read())
        {
            throw JsonFault.Incomplete();
        }

        return true;
    }

    /// <summary>Finds the name or string on which a reader stands, however it is written.</summary>
    internal int FindStrange(ref Utf8JsonReader reader, ref int hint)
    {
        Span<byte> room = stackalloc byte[JsonStrings.FewBytes];
        int length = JsonStrings.Copy(ref reader, room);
        return Find(length < 0 ? JsonStrings.Utf8(ref reader) : room[..length], ref hint);
    }

    internal int Count => _names.Length;

    internal int Find(ReadOnlySpan<byte> name, ref int hint)
    {
        byte[][] names = _names;
        int next = hint;
        if ((uint)next < (uint)names.Length && name.SequenceEqual(names[next]))
        {
            hint = next + 1;
            return next;
        }

        int index;
        for (int slot = Hash(name) & _mask; (index = _slots[slot]) >= 0; slot = (slot + 1) & _mask)
        {
            if (name.SequenceEqual(names[index]))
            {
                hint = index + 1;
                return index;
            }
        }

        return -1;
    }

    private static int Hash(ReadOnlySpan<byte> name)
    {
        int length = name.Length;
        if (length == 0)
        {
            return 0;
        }

        uint hash = ((uint)length * 0x9E3779B1u) + ((uint)name[0] * 31)
            + (name[length - 1] * 0x85EBCA6Bu) + (name[length >> 1] * 0xC2B2AE35u);
        return (int)(hash ^ (hash >> 15));
    }
}
