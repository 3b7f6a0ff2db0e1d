using System.Text.Json;

namespace Dari.Json;

/// <summary>Writes a JSON text anew, as the writer's options want it.</summary>
internal static class JsonReplay
{
    internal static void Write(ReadOnlySpan<byte> utf8, Utf8JsonWriter writer)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 1000 });
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    writer.WriteStartObject();
                    break;
                case JsonTokenType.EndObject:
                    writer.WriteEndObject();
                    break;
                case JsonTokenType.StartArray:
                    writer.WriteStartArray();
                    break;
                case JsonTokenType.EndArray:
                    writer.WriteEndArray();
                    break;
                case JsonTokenType.PropertyName:
                    writer.WritePropertyName(JsonStrings.Read(ref reader));
                    break;
                case JsonTokenType.String:
                    String(ref reader, writer);
                    break;
                default:
                    writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                    break;
            }
        }
    }

    private static void String(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        string text = JsonStrings.Read(ref reader);
        if (LoneSurrogates.Has(text))
        {
            writer.WriteRawValue(LoneSurrogates.Escape(text));
        }
        else
        {
            writer.WriteStringValue(text);
        }
    }
}
