using System.Text.Json;
using Dari.Json;

namespace Dari.Webhooks;

/// <summary>Looks into bodies that are not read yet.</summary>
internal static class WebhookBody
{
    /// <summary>A string or number at the top of a JSON object; null where there is none, or no JSON.</summary>
    internal static string? Text(ReadOnlyMemory<byte> body, string member)
    {
        ReadOnlySpan<byte> utf8 = body.Span;
        var reader = new Utf8JsonReader(utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8, JsonLimits.Reader);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isIt = reader.ValueTextEquals(member);
                reader.Read();
                if (isIt && reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
                {
                    return JsonElement.ParseValue(ref reader).ToString();
                }

                reader.Skip();
            }
        }
        catch (JsonException)
        {
            // Whoever reads the whole body says what is wrong with it.
        }

        return null;
    }
}
