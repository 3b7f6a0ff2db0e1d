using System.Runtime.InteropServices;

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
        JsonOutput writer, ReadOnlySpan<byte> name, IReadOnlyList<T>? values, WriteJson<T> item)
    {
        writer.Name(name);
        ListValue(writer, values, item);
    }

    /// <summary>Writes an array; null as <c>null</c>.</summary>
    /// <typeparam name="T">The items.</typeparam>
    /// <param name="writer">Where to.</param>
    /// <param name="values">The items.</param>
    /// <param name="item">Writes one item.</param>
    public static void ListValue<T>(JsonOutput writer, IReadOnlyList<T>? values, WriteJson<T> item)
    {
        if (values is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        if (values is T[] array)
        {
            Items(writer, array, item);
        }
        else if (values is List<T> list)
        {
            Items(writer, CollectionsMarshal.AsSpan(list), item);
        }
        else
        {
            for (int i = 0; i < values.Count; i++)
            {
                item(writer, values[i]);
            }
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
        JsonOutput writer, ReadOnlySpan<byte> name, IReadOnlyDictionary<string, T>? values, WriteJson<T> value)
    {
        writer.Name(name);
        MapValue(writer, values, value);
    }

    /// <summary>Writes an object with values of one type; null as <c>null</c>.</summary>
    /// <typeparam name="T">The values.</typeparam>
    /// <param name="writer">Where to.</param>
    /// <param name="values">The values by name.</param>
    /// <param name="value">Writes one value.</param>
    public static void MapValue<T>(JsonOutput writer, IReadOnlyDictionary<string, T>? values, WriteJson<T> value)
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
    public static void MapMembers<T>(JsonOutput writer, IReadOnlyDictionary<string, T>? values, WriteJson<T> value)
    {
        if (values is null)
        {
            return;
        }

        // The enumerator of the class is a struct, that of the interface an object.
        if (values is Dictionary<string, T> dictionary)
        {
            foreach ((string name, T member) in dictionary)
            {
                writer.Name(name);
                value(writer, member);
            }

            return;
        }

        foreach ((string name, T member) in values)
        {
            writer.Name(name);
            value(writer, member);
        }
    }

    private static void Items<T>(JsonOutput writer, ReadOnlySpan<T> values, WriteJson<T> item)
    {
        foreach (T one in values)
        {
            item(writer, one);
        }
    }
}
