using System.Globalization;
using System.Text.Json.Nodes;

namespace Dari.Corpus.Values;

/// <summary>Texts and numbers at the edges of what a schema allows.</summary>
internal sealed class ScalarWriter(Random random, string[]? texts = null)
{
    private static readonly string[] Texts =
        ["", "text", "Ünï✓ 漢字 \U0001F600", "a \"quoted\" \\ <tag> & 'one'", "line\nbreak\ttab", "null", "-12", "\u0001\u007f\u2028"];

    // A header has one line, and nothing is at its ends.
    private static readonly string[] HeaderTexts = ["text", "a, b; c=\"1\"", "null", "-12", "~!*'()", "x y z"];

    private static readonly string[] PathTexts = ["text", "Ünï✓ 漢字 \U0001F600", "a/b?c#d", "x&y=1;z,w", "a b+c%20", "null", "12", ".", ".."];

    private static readonly string[] Moments =
    [
        "2024-02-29T23:59:59Z", "2001-09-09T01:46:40.5+02:00", "1970-01-01T00:00:00.1234567-11:30", "9998-12-31T23:59:59.999Z", "0001-01-02T00:00:00Z",
    ];

    private static readonly string[] Days = ["2024-02-29", "0001-01-01", "9999-12-31"];

    private static readonly string[] Addresses =
        ["https://example.com", "https://example.com/a%20b/?q=%C3%BC&c=1#part", "urn:isbn:0451450523", "http://user@example.com:8080/ü"];

    private static readonly string[] Guids = ["00000000-0000-0000-0000-000000000000", "0f8fad5b-d9cb-469f-a165-70867728950e"];

    private static readonly string[] Doubles = ["0", "1", "-1", "0.1", "-2.5", "1.7976931348623157E+308", "5E-324", "123456789.125"];

    private static readonly string[] Singles = ["0", "1", "-0.5", "3.4028235E+38", "0.1", "16777216"];

    private static readonly string[] Decimals = ["0", "0.1", "79228162514264337593543950335", "-1.0000000000000000000000000001", "12.50"];

    /// <summary>Texts that can stand in a place of a request; <see langword="null"/> for any.</summary>
    public static string[]? TextsOf(string place) => place switch { "header" => HeaderTexts, "path" => PathTexts, _ => null };

    public JsonNode Text(FlatSchema schema)
    {
        string? format = schema.Keywords.GetValueOrDefault("format")?.ToString();
        string text = format switch
        {
            "date-time" => Pick(Moments),
            "date" => Pick(Days),
            "uuid" => Pick(Guids),
            "uri" => Pick(Addresses),
            "byte" => Convert.ToBase64String(Bytes()),
            "email" => "a.b@example.com",
            _ => Pick(texts ?? Texts),
        };
        int least = (int)(Number(schema, "minLength") ?? 0);
        return JsonValue.Create(format is null && text.Length < least && least < 10_000 ? text.PadRight(least, 'x') : text);
    }

    public JsonNode Integer(FlatSchema schema)
    {
        string? format = schema.Keywords.GetValueOrDefault("format")?.ToString();
        (decimal lowest, decimal highest) = format switch
        {
            "int32" => ((decimal)int.MinValue, (decimal)int.MaxValue),
            "int8" => ((decimal)sbyte.MinValue, (decimal)sbyte.MaxValue),
            "uint8" => ((decimal)byte.MinValue, (decimal)byte.MaxValue),
            "int16" => ((decimal)short.MinValue, (decimal)short.MaxValue),
            "uint16" => ((decimal)ushort.MinValue, (decimal)ushort.MaxValue),
            "uint32" => ((decimal)uint.MinValue, (decimal)uint.MaxValue),
            "uint64" => ((decimal)ulong.MinValue, (decimal)ulong.MaxValue),
            _ => ((decimal)long.MinValue, (decimal)long.MaxValue),
        };
        lowest = Math.Max(lowest, decimal.Ceiling(Number(schema, "minimum") ?? lowest));
        decimal? most = Number(schema, "maximum");

        // JavaScript cannot write the limits of 64 bits and rounds them: below zero they are those of a signed number.
        most = most > long.MaxValue && lowest < 0 ? long.MaxValue : most;
        highest = most > highest && format is null && most <= ulong.MaxValue ? most.Value : Math.Min(highest, decimal.Floor(most ?? highest));
        decimal value = random.Next(5) switch
        {
            0 => lowest,
            1 => highest,
            2 => 0,
            3 => 1,
            _ => random.Next(),
        };
        return JsonNode.Parse(Math.Max(lowest, Math.Min(highest, value)).ToString("0", CultureInfo.InvariantCulture))!;
    }

    public JsonNode Number(FlatSchema schema)
    {
        string? format = schema.Keywords.GetValueOrDefault("format")?.ToString();
        if (format is "int32" or "int64" or "integer" or "long")
        {
            return Integer(schema);
        }

        return JsonNode.Parse(Pick(format switch
        {
            "float" => Singles,
            "decimal" => Decimals,
            _ => Doubles,
        }))!;
    }

    public JsonNode? Any(bool withNull = true) => random.Next(withNull ? 7 : 6) switch
    {
        0 => JsonValue.Create(Pick(texts ?? Texts)),
        1 => JsonNode.Parse(Pick(Decimals)),
        2 => JsonValue.Create(true),
        3 => new JsonArray(1, "b", null),
        4 => new JsonObject { ["a"] = null, ["b"] = new JsonArray(), ["ü"] = 1.5 },
        5 => JsonValue.Create(Pick(Moments)),
        _ => null,
    };

    private byte[] Bytes()
    {
        var bytes = new byte[random.Next(6)];
        random.NextBytes(bytes);
        return bytes;
    }

    private string Pick(string[] values) => values[random.Next(values.Length)];

    public static decimal? Number(FlatSchema schema, string keyword) =>
        schema.Keywords.TryGetValue(keyword, out JsonNode? node)
        && decimal.TryParse(node.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
            ? number
            : null;
}
