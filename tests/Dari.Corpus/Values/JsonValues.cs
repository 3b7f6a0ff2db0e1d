using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dari.Corpus.Values;

/// <summary>Compares JSON by what it means: numbers by value, moments by instant and offset, members in any order.</summary>
internal static class JsonValues
{
    /// <summary>The first difference with its place, or <see langword="null"/>.</summary>
    public static string? Difference(JsonNode? sent, JsonNode? got, string place = "")
    {
        switch (sent, got)
        {
            case (null, null):
                return null;
            case (JsonObject before, JsonObject after):
                foreach ((string name, JsonNode? value) in before)
                {
                    if (!after.TryGetPropertyValue(name, out JsonNode? other))
                    {
                        return $"{place}/{name} is lost (was {Show(value)})";
                    }

                    if (Difference(value, other, place + "/" + name) is { } inner)
                    {
                        return inner;
                    }
                }

                return after.FirstOrDefault(member => !before.ContainsKey(member.Key)) is { Key: { } added }
                    ? $"{place}/{added} was added"
                    : null;
            case (JsonArray before, JsonArray after) when before.Count == after.Count:
                for (int i = 0; i < before.Count; i++)
                {
                    if (Difference(before[i], after[i], $"{place}/{i}") is { } inner)
                    {
                        return inner;
                    }
                }

                return null;
            case (JsonValue before, JsonValue after) when IsSame(before, after):
                return null;
            default:
                return $"{place} was {Show(sent)} and is {Show(got)}";
        }
    }

    private static bool IsSame(JsonValue before, JsonValue after)
    {
        JsonValueKind kind = before.GetValueKind();
        if (kind != after.GetValueKind())
        {
            return false;
        }

        return kind switch
        {
            JsonValueKind.Number => IsSameNumber(before.ToJsonString(), after.ToJsonString()),
            JsonValueKind.String => IsSameText(before.GetValue<string>(), after.GetValue<string>()),
            _ => true,
        };
    }

    private static bool IsSameNumber(string before, string after) =>
        decimal.TryParse(before, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact)
            && decimal.TryParse(after, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal other)
        ? exact == other
        : double.Parse(before, CultureInfo.InvariantCulture).Equals(double.Parse(after, CultureInfo.InvariantCulture));

    private static bool IsSameText(string before, string after) =>
        before == after
        || (before.Length >= 20 && before[10] is 'T' && after.Length >= 20 && after[10] is 'T'
            && Moment(before) is { } first && Moment(after) is { } second
            && first.EqualsExact(second));

    private static DateTimeOffset? Moment(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            ? moment
            : null;

    private static string Show(JsonNode? node) => Text.Short(node?.ToJsonString() ?? "null", 60);
}
