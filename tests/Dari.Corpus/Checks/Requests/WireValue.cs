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

    /// <summary>The same of an object: its members may come in any order.</summary>
    /// <param name="members">Those that are still to be found.</param>
    /// <param name="text">What was sent.</param>
    /// <param name="delimiter">Between members.</param>
    /// <param name="between">Between a key and its value.</param>
    public static bool IsJoined(JsonObject members, string text, char delimiter, char between) =>
        IsJoined([.. members.Where(member => member.Value is not null).Select(member => (member.Key, member.Value!))], text, delimiter, between);

    private static bool IsJoined((string Key, JsonNode Value)[] members, string text, char delimiter, char between)
    {
        if (members.Length == 0)
        {
            return text.Length == 0;
        }

        foreach ((string key, JsonNode value) in members.Where(member => text.StartsWith(member.Key + between, StringComparison.Ordinal)))
        {
            string rest = text[(key.Length + 1)..];
            if (members.Length == 1)
            {
                return IsSame(value, rest);
            }

            for (int end = rest.IndexOf(delimiter, StringComparison.Ordinal); end >= 0; end = rest.IndexOf(delimiter, end + 1))
            {
                if (IsSame(value, rest[..end]) && IsJoined([.. members.Where(member => member.Key != key)], rest[(end + 1)..], delimiter, between))
                {
                    return true;
                }
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
