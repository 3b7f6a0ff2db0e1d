using System.Text.Json;

namespace Dari.Json;

public static partial class JsonWrite
{
    /// <summary>Writes a member that is an array; null as <c>null</c>.</summary>
    /// <typeparam name="T">The items.</typeparam>
    /// <param name="writer">Where to.</param>
    /// <param name="name">The name in UTF-8.</param>
    /// <param name="values">The items.</param>
    /// <param name="item">Writes one item.</param>
    public static void List<T>(
        Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T>? values, WriteJson<T> item)
    {
        writer.WritePropertyName(name);
        ListValue(writer, values, item);
    }

    /// <summary>Writes an array; null as <c>null</c>.</summary>
    /// <typeparam name="T">The items.</typeparam>
    /// <param name="writer">Where to.</param>
    /// <param name="values">The items.</param>
    /// <param name="item">Writes one item.</param>
    public static void ListValue<T>(Utf8JsonWriter writer, IReadOnlyList<T>? values, WriteJson<T> item)
    {
        if (values is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        for (int i = 0; i < values.Count; i++)
        {
            item(writer, values[i]);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a member that is an object with values of one type; null as <c>null</c>.</summary>
    /// <typeparam name="T">The values.</typeparam>
    /// <param name="writer">Where to.</param>
    /// <param name="name">The name in UTF-8.</param>
    /// <param name="values">The values by name.</param>
    /// <param name="value">Writes one value.</param>
    public static void Map<T>(
        Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyDictionary<string, T>? values, WriteJson<T> value)
    {
        writer.WritePropertyName(name);
        MapValue(writer, values, value);
    }

    /// <summary>Writes an object with values of one type; null as <c>null</c>.</summary>
    /// <typeparam name="T">The values.</typeparam>
    /// <param name="writer">Where to.</param>
    /// <param name="values">The values by name.</param>
    /// <param name="value">Writes one value.</param>
    public static void MapValue<T>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T>? values, WriteJson<T> value)
    {
        if (values is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        MapMembers(writer, values, value);
        writer.WriteEndObject();
    }

    /// <summary>Writes the members that a type does not name into the object that is open; nothing for null.</summary>
    /// <typeparam name="T">The values.</typeparam>
    /// <param name="writer">Where to.</param>
    /// <param name="values">The values by name.</param>
    /// <param name="value">Writes one value.</param>
    public static void MapMembers<T>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T>? values, WriteJson<T> value)
    {
        if (values is null)
        {
            return;
        }

        foreach ((string name, T member) in values)
        {
            writer.WritePropertyName(name);
            value(writer, member);
        }
    }
}
