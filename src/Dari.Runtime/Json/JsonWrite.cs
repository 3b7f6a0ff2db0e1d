using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dari.Json;

/// <summary>Writes JSON values; what generated writers are made of. Each method has exactly one overload.</summary>
/// <remarks>
/// What is written reads back as the same value: numbers in their shortest exact form, times with their offset, strings
/// with half a surrogate pair as an escape.
/// </remarks>
[SuppressMessage("Naming", "CA1720", Justification = "Methods are named after what they write.")]
public static partial class JsonWrite
{
    /// <summary>Writes a member's name; its value must follow.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="name">The name in UTF-8: printable ASCII without <c>"</c>, <c>\</c>, <c>&amp;</c>, <c>'</c>, <c>+</c>,
    /// <c>&lt;</c>, <c>&gt;</c> and <c>`</c>, which no encoder escapes. So in all methods that take bytes.</param>
    public static void Name(JsonOutput writer, ReadOnlySpan<byte> name) => writer.Name(name);

    /// <summary>Writes a member's name, whatever is in it; its value must follow.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="name">The name.</param>
    public static void AnyName(JsonOutput writer, string name) => writer.Name(name);

    /// <summary>Writes a member that is <c>null</c>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="name">The name in UTF-8.</param>
    public static void Null(JsonOutput writer, ReadOnlySpan<byte> name)
    {
        writer.Token(name, "null"u8);
    }

    /// <summary>Writes <c>null</c>.</summary>
    /// <param name="writer">Where to.</param>
    public static void NullValue(JsonOutput writer) => writer.WriteNullValue();

    /// <summary>Writes a member; null as <c>null</c>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="name">The name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void String(JsonOutput writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is null)
        {
            Null(writer, name);
        }
        else
        {
            writer.Text(name, value);
        }
    }

    /// <summary>Writes a string; null as <c>null</c>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    public static void StringValue(JsonOutput writer, string? value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            writer.Text(value);
        }
    }

    /// <inheritdoc cref="String"/>
    public static void Boolean(JsonOutput writer, ReadOnlySpan<byte> name, bool value)
    {
        writer.Token(name, value ? "true"u8 : "false"u8);
    }

    /// <inheritdoc cref="StringValue"/>
    public static void BooleanValue(JsonOutput writer, bool value) =>
        writer.Token(value ? "true"u8 : "false"u8);

    /// <inheritdoc cref="String"/>
    public static void Any(JsonOutput writer, ReadOnlySpan<byte> name, JsonElement value)
    {
        writer.Name(name);
        AnyValue(writer, value);
    }

    /// <summary>Writes any value; an element that was never set as <c>null</c>.</summary>
    /// <inheritdoc cref="StringValue"/>
    public static void AnyValue(JsonOutput writer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            writer.WriteNullValue();
        }
        else if (value.ValueKind is JsonValueKind.String or JsonValueKind.Object or JsonValueKind.Array
            && LoneSurrogates.MayHave(value))
        {
            // WriteTo would unescape the half pair and fail.
            writer.Inner(value, static (inner, one) => inner.WriteRawValue(one.GetRawText()));
        }
        else
        {
            writer.Inner(value, static (inner, one) => one.WriteTo(inner));
        }
    }

    /// <inheritdoc cref="String"/>
    public static void Object(JsonOutput writer, ReadOnlySpan<byte> name, JsonObject? value)
    {
        writer.Name(name);
        ObjectValue(writer, value);
    }

    /// <inheritdoc cref="StringValue"/>
    public static void ObjectValue(JsonOutput writer, JsonObject? value) => Node(writer, value);

    // By hand, because leaves must go through AnyValue.
    internal static void Node(JsonOutput writer, JsonNode? node)
    {
        switch (node)
        {
            case null:
                writer.WriteNullValue();
                break;
            case JsonObject map:
                writer.WriteStartObject();
                foreach ((string name, JsonNode? value) in map)
                {
                    writer.Name(name);
                    Node(writer, value);
                }

                writer.WriteEndObject();
                break;
            case JsonArray items:
                writer.WriteStartArray();
                foreach (JsonNode? item in items)
                {
                    Node(writer, item);
                }

                writer.WriteEndArray();
                break;
            case System.Text.Json.Nodes.JsonValue leaf when leaf.TryGetValue(out JsonElement element):
                AnyValue(writer, element);
                break;
            case System.Text.Json.Nodes.JsonValue leaf when leaf.TryGetValue(out string? text):
                StringValue(writer, text);
                break;
            default:
                writer.Inner(node, static (inner, one) => one.WriteTo(inner));
                break;
        }
    }
}
