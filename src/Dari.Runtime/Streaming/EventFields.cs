using System.Buffers;
using System.Text.Json;
using Dari.Json;

namespace Dari.Streaming;

/// <summary>An event as the object of its fields, which some documents describe instead of its data alone.</summary>
internal static class EventFields
{
    private static readonly JsonPath Event = new("/event");
    private static readonly JsonPath Data = new("/data");

    internal static ReadOnlySpan<byte> ToJson(EventReader one, EventRules rules)
    {
        bool isJson = IsJson(one.Data);

        // The same schema is also written for services that put the whole object into the data.
        if (!one.IsNamed && isJson && Has(one.Data, Event) && Has(one.Data, Data))
        {
            return one.Data;
        }

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
            || !isJson;
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

    private static bool Has(ReadOnlySpan<byte> data, JsonPath path)
    {
        var reader = new Utf8JsonReader(data);
        return reader.Read() && path.TryFind(ref reader);
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
