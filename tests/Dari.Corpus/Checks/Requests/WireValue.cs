using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dari.Corpus.Values;

namespace Dari.Corpus.Checks.Requests;

/// <summary>Values as the text of parameters: numbers and moments count by what they mean.</summary>
internal static class WireValue
{
    /// <summary>The items of a list, and keys and values of an object; those that are null are not sent.</summary>
    public static IReadOnlyList<JsonNode> Items(JsonNode value) => value switch
    {
        JsonArray list => [.. list.OfType<JsonNode>()],
        JsonObject members => [.. members.Where(member => member.Value is not null).SelectMany(member => new[] { JsonValue.Create(member.Key), member.Value! })],
        _ => [value],
    };

    /// <summary>Whether a text stands for a value; what lies within a list or an object is JSON.</summary>
    public static bool IsSame(JsonNode value, string text)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String:
                return JsonValues.Difference(value, JsonValue.Create(text)) is null;
            case JsonValueKind.True or JsonValueKind.False:
                return text == value.ToJsonString();
            case JsonValueKind.Number:
                return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
                    && JsonValues.Difference(value, JsonNode.Parse(text)) is null;
            default:
                return IsSameJson(value, text);
        }
    }

    public static bool IsSameJson(JsonNode? value, string text)
    {
        try
        {
            return JsonValues.Difference(value, JsonNode.Parse(text)) is null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Whether a text, decoded already, holds values with a delimiter between.</summary>
    public static bool IsJoined(IReadOnlyList<JsonNode> values, string text, char delimiter)
    {
        if (values.Count == 0)
        {
            return text.Length == 0;
        }

        if (values.Count == 1)
        {
            return IsSame(values[0], text);
        }

        // A value may have the delimiter in it: every place where the first may end counts.
        for (int end = text.IndexOf(delimiter, StringComparison.Ordinal); end >= 0; end = text.IndexOf(delimiter, end + 1))
        {
            if (IsSame(values[0], text[..end]) && IsJoined([.. values.Skip(1)], text[(end + 1)..], delimiter))
            {
                return true;
            }
        }

        return false;
    }

    public static string Text(JsonNode? value) => value switch
    {
        null => "",
        JsonValue text when text.GetValueKind() == JsonValueKind.String => text.GetValue<string>(),
        _ => value.ToJsonString(),
    };
}
