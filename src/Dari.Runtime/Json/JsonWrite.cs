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
    /// <param name="name">The name in UTF-8.</param>
    public static void Name(Utf8JsonWriter writer, ReadOnlySpan<byte> name) => writer.WritePropertyName(name);

    /// <summary>Writes a member that is <c>null</c>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="name">The name in UTF-8.</param>
    public static void Null(Utf8JsonWriter writer, ReadOnlySpan<byte> name) => writer.WriteNull(name);

    /// <summary>Writes <c>null</c>.</summary>
    /// <param name="writer">Where to.</param>
    public static void NullValue(Utf8JsonWriter writer) => writer.WriteNullValue();

    /// <summary>Writes a member; null as <c>null</c>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="name">The name in UTF-8.</param>
    /// <param name="value">The value.</param>
    public static void String(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        writer.WritePropertyName(name);
        StringValue(writer, value);
    }

    /// <summary>Writes a string; null as <c>null</c>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    public static void StringValue(Utf8JsonWriter writer, string? value)
    {
        if (value is not null && LoneSurrogates.Has(value))
        {
            writer.WriteRawValue(LoneSurrogates.Escape(value));
        }
        else
        {
            writer.WriteStringValue(value);
        }
    }

    /// <inheritdoc cref="String"/>
    public static void Boolean(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool value) =>
        writer.WriteBoolean(name, value);

    /// <inheritdoc cref="StringValue"/>
    public static void BooleanValue(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    /// <inheritdoc cref="String"/>
    public static void Any(Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonElement value)
    {
        writer.WritePropertyName(name);
        AnyValue(writer, value);
    }

    /// <summary>Writes any value; an element that was never set as <c>null</c>.</summary>
    /// <inheritdoc cref="StringValue"/>
    public static void AnyValue(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            writer.WriteNullValue();
        }
        else if (value.ValueKind is JsonValueKind.String or JsonValueKind.Object or JsonValueKind.Array
            && LoneSurrogates.MayHave(value))
        {
            // WriteTo would unescape the half pair and fail.
            writer.WriteRawValue(value.GetRawText());
        }
        else
        {
            value.WriteTo(writer);
        }
    }

    /// <inheritdoc cref="String"/>
    public static void Object(Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonObject? value)
    {
        writer.WritePropertyName(name);
        ObjectValue(writer, value);
    }

    /// <inheritdoc cref="StringValue"/>
    public static void ObjectValue(Utf8JsonWriter writer, JsonObject? value) => Node(writer, value);

    // By hand, because leaves must go through AnyValue.
    internal static void Node(Utf8JsonWriter writer, JsonNode? node)
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
                    writer.WritePropertyName(name);
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
                node.WriteTo(writer);
                break;
        }
    }
}
