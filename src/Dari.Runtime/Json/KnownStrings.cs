using System.Text;
using System.Text.Json;

namespace Dari.Json;

/// <summary>The known values of a string enum, so that reading one of them allocates nothing.</summary>
public sealed class KnownStrings
{
    private readonly NameTable _table;
    private readonly string[] _values;

    /// <summary>Makes the set.</summary>
    /// <param name="joined">The values in UTF-8, joined by line feeds: <c>"pending\nready"u8</c>.</param>
    public KnownStrings(ReadOnlySpan<byte> joined)
    {
        _table = new NameTable(joined);
        _values = Array.ConvertAll(JoinedNames.Split(joined), value => string.Intern(Encoding.UTF8.GetString(value)));
    }

    /// <summary>Makes a set of values that cannot be joined: one has a line feed, or the only one is empty.</summary>
    /// <param name="values">The values.</param>
    public KnownStrings(params string[] values)
    {
        _table = new NameTable(values);
        _values = Array.ConvertAll(values, string.Intern);
    }

    /// <summary>Reads a string: the shared instance of a known value, or a new string for an unknown one.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <returns>The string.</returns>
    /// <exception cref="JsonException">The value is not a string.</exception>
    public string Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw JsonFault.Expected("a string", in reader);
        }

        int hint = -1;
        int index = reader.ValueIsEscaped || reader.HasValueSequence
            ? _table.FindStrange(ref reader, ref hint)
            : _table.Find(reader.ValueSpan, ref hint);
        return index >= 0 ? _values[index] : Unknown(ref reader);
    }

    private static string Unknown(ref Utf8JsonReader reader)
    {
        Misfit.Unknown();
        return JsonStrings.Read(ref reader);
    }
}
