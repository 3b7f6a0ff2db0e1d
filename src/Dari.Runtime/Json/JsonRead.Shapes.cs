using System.Text;
using System.Text.Json;

namespace Dari.Json;

public static partial class JsonRead
{
    /// <summary>Reads an array.</summary>
    /// <typeparam name="T">The items.</typeparam>
    /// <param name="reader">A reader on the value.</param>
    /// <param name="item">Reads one item.</param>
    /// <returns>The items in order.</returns>
    /// <exception cref="JsonException">Not an array, or an item does not read.</exception>
    public static IReadOnlyList<T> List<T>(ref Utf8JsonReader reader, ReadJson<T> item)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw JsonFault.Expected("an array", in reader);
        }

        var items = new List<T>();
        for (Advance(ref reader); reader.TokenType != JsonTokenType.EndArray; Advance(ref reader))
        {
            items.Add(item(ref reader));
        }

        return items;
    }

    /// <summary>
    /// Reads an object whose members all have values of one type. Of equal names the last one counts.
    /// </summary>
    /// <typeparam name="T">The values.</typeparam>
    /// <param name="reader">A reader on the value.</param>
    /// <param name="value">Reads one value.</param>
    /// <returns>The values by name, compared by code unit.</returns>
    /// <exception cref="JsonException">Not an object, or a value does not read.</exception>
    public static IReadOnlyDictionary<string, T> Map<T>(ref Utf8JsonReader reader, ReadJson<T> value)
    {
        StartObject(ref reader);
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        for (Advance(ref reader); reader.TokenType != JsonTokenType.EndObject; Advance(ref reader))
        {
            string name = JsonStrings.Read(ref reader);
            Advance(ref reader);
            map[name] = value(ref reader);
        }

        return map;
    }

    /// <summary>Reads a member that its type does not name into a map that is made when first needed.</summary>
    /// <typeparam name="T">The values.</typeparam>
    /// <param name="map">The map, or null.</param>
    /// <param name="reader">A reader on the member's name; left on the last token of its value.</param>
    /// <param name="value">Reads one value.</param>
    /// <exception cref="JsonException">The value does not read.</exception>
    public static void AddTo<T>(ref Dictionary<string, T>? map, ref Utf8JsonReader reader, ReadJson<T> value)
    {
        string name = JsonStrings.Read(ref reader);
        Advance(ref reader);
        map ??= new Dictionary<string, T>(StringComparer.Ordinal);
        map[name] = value(ref reader);
    }

    /// <summary>Passes over a member that nobody wants.</summary>
    /// <param name="reader">A reader on the member's name or on a value; left on the last token of the value.</param>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static void Skip(ref Utf8JsonReader reader)
    {
        Misfit.Dropped();
        SkipValue(ref reader);
    }

    /// <summary>Finds the value by which an object says which case of a union it is, wherever it stands.</summary>
    /// <param name="reader">A reader on the start of the object; it is not moved.</param>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <returns>
    /// The string, or the JSON text of a number or truth value; null: no object, no such member, or another kind of
    /// value.
    /// </returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static string? Discriminator(in Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        Utf8JsonReader copy = reader;
        for (Advance(ref copy); copy.TokenType != JsonTokenType.EndObject; Advance(ref copy))
        {
            bool isIt = JsonStrings.TextEquals(ref copy, name);
            Advance(ref copy);
            if (isIt)
            {
                return copy.TokenType switch
                {
                    JsonTokenType.String => JsonStrings.Read(ref copy),
                    JsonTokenType.Number => Encoding.UTF8.GetString(JsonStrings.Raw(in copy)),
                    JsonTokenType.True => "true",
                    JsonTokenType.False => "false",
                    _ => null,
                };
            }

            SkipValue(ref copy);
        }

        return null;
    }
}
