using System.Globalization;
using System.Text.Json;

namespace Dari.Json;

/// <summary>Equality of JSON values: order of members does not matter, nor how a number is written.</summary>
internal static class JsonElements
{
    internal static bool AreEqual(JsonElement left, JsonElement right)
    {
        if (left.ValueKind != right.ValueKind)
        {
            return false;
        }

        return left.ValueKind switch
        {
            JsonValueKind.Number => NumbersAreEqual(left.GetRawText(), right.GetRawText()),
            JsonValueKind.String => Text(left) == Text(right),
            JsonValueKind.Array => ArraysAreEqual(left, right),
            JsonValueKind.Object => Members(left) is var members && members.Equals(Members(right)),
            _ => true,
        };
    }

    internal static JsonMembers Members(JsonElement element)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(element.GetRawText()), JsonLimits.Reader);
        reader.Read();
        JsonMembers? members = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            JsonMembers.Add(ref members, ref reader);
        }

        return members ?? [];
    }

    private static bool ArraysAreEqual(JsonElement left, JsonElement right)
    {
        if (left.GetArrayLength() != right.GetArrayLength())
        {
            return false;
        }

        using JsonElement.ArrayEnumerator others = right.EnumerateArray();
        foreach (JsonElement item in left.EnumerateArray())
        {
            if (!others.MoveNext() || !AreEqual(item, others.Current))
            {
                return false;
            }
        }

        return true;
    }

    private static bool NumbersAreEqual(string left, string right)
    {
        if (left == right)
        {
            return true;
        }

        // Decimal is exact but narrow; what it cannot hold is compared as the nearest double.
        const NumberStyles Style = NumberStyles.Float;
        return decimal.TryParse(left, Style, CultureInfo.InvariantCulture, out decimal a)
            && decimal.TryParse(right, Style, CultureInfo.InvariantCulture, out decimal b)
                ? a == b
                : double.Parse(left, CultureInfo.InvariantCulture) == double.Parse(right, CultureInfo.InvariantCulture);
    }

    private static string Text(JsonElement element)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(element.GetRawText()));
        reader.Read();
        return JsonStrings.Read(ref reader);
    }
}
