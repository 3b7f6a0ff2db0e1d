using System.Text.Json;
using Dari.Buffers;
using Dari.Json;

namespace Dari.Idempotency.Requests;

/// <summary>
/// JSON as its digest sees it: members sorted by name, no white space, strings by value, numbers as written.
/// </summary>
internal static class CanonicalJson
{
    /// <param name="utf8">A JSON text.</param>
    /// <param name="without">A member of the outermost object that is left out, or null.</param>
    internal static byte[] Of(ReadOnlyMemory<byte> utf8, string? without)
    {
        using JsonDocument json = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = JsonLimits.MaxDepth });
        using var buffer = new PooledBuffer();
        using var writer = new Utf8JsonWriter(buffer, JsonLimits.Writer);
        Write(writer, json.RootElement, without);
        writer.Flush();
        return buffer.Written.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, string? without)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty member in value.EnumerateObject()
                    .OrderBy(static one => one.Name, StringComparer.Ordinal))
                {
                    if (member.Name != without)
                    {
                        writer.WritePropertyName(member.Name);
                        Write(writer, member.Value, null);
                    }
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement item in value.EnumerateArray())
                {
                    Write(writer, item, null);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(value.GetRawText(), skipInputValidation: true);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
