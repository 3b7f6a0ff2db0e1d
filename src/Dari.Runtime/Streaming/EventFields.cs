using System.Buffers;
using System.Text.Json;

namespace Dari.Streaming;

/// <summary>An event as the object of its fields, which some documents describe instead of its data alone.</summary>
internal static class EventFields
{
    internal static ReadOnlySpan<byte> ToJson(EventReader one, EventRules rules)
    {
        var json = new ArrayBufferWriter<byte>(one.Data.Length + 128);
        using var writer = new Utf8JsonWriter(json);
        writer.WriteStartObject();
        writer.WriteString("event"u8, one.Name);
        if (one.Id is { } id)
        {
            writer.WriteString("id"u8, id);
        }

        if (one.Retry is { } retry)
        {
            writer.WriteNumber("retry"u8, (long)retry.TotalMilliseconds);
        }

        writer.WritePropertyName("data"u8);
        bool isText = rules.Shape == EventShape.TextFields
            || rules.TextNames.Contains(one.Name, StringComparer.Ordinal)
            || !IsJson(one.Data);
        if (isText)
        {
            writer.WriteStringValue(System.Text.Encoding.UTF8.GetString(one.Data));
        }
        else
        {
            writer.WriteRawValue(one.Data, skipInputValidation: true);
        }

        writer.WriteEndObject();
        writer.Flush();
        return json.WrittenSpan;
    }

    // What is no JSON is text: the reader of the type says whether that will do.
    private static bool IsJson(ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data);
        try
        {
            return reader.Read() && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
