using System.Text.Json.Nodes;

namespace Dari.Corpus.Values;

/// <summary>Texts and values of any kind at the edges of what a schema allows.</summary>
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

    private static readonly string[] Addresses =
        ["https://example.com", "https://example.com/a%20b/?q=%C3%BC&c=1#part", "urn:isbn:0451450523", "http://user@example.com:8080/ü"];

    // What a format allows; any text is of a format that is not among them.
    private static readonly Dictionary<string, string[]> Formats = new(StringComparer.Ordinal)
    {
        ["date-time"] = Moments,
        ["date"] = ["2024-02-29", "0001-01-01", "9999-12-31"],
        ["time"] = ["23:59:59Z", "00:00:00.5+02:00", "12:30:00-11:30"],
        ["duration"] = ["P1D", "PT36H", "P1Y2M3DT4H5M6.5S", "P2W"],
        ["uuid"] = ["00000000-0000-0000-0000-000000000000", "0f8fad5b-d9cb-469f-a165-70867728950e"],
        ["guid"] = ["00000000-0000-0000-0000-000000000000", "0f8fad5b-d9cb-469f-a165-70867728950e"],
        ["uri"] = Addresses,
        ["email"] = ["a.b@example.com"],
        ["ipv4"] = ["192.0.2.1", "0.0.0.0"],
        ["ipv6"] = ["2001:db8::1", "::"],
        ["hostname"] = ["example.com", "a-1.example.org"],
        ["time-span"] = ["01:02:03", "1.00:00:00"],
    };

    private readonly PatternWriter _patterns = new(random);

    public NumberWriter Numbers { get; } = new(random);

    /// <summary>Texts that can stand in a place of a request; <see langword="null"/> for any.</summary>
    public static string[]? TextsOf(string place) => place switch { "header" => HeaderTexts, "path" => PathTexts, _ => null };

    public JsonNode Text(FlatSchema schema)
    {
        string? format = schema.Keywords.GetValueOrDefault("format")?.ToString();
        if (format is not null && Formats.TryGetValue(format, out string[]? known))
        {
            return Pick(known);
        }

        if (format is "byte" or "base64")
        {
            return Convert.ToBase64String(Bytes((int)Math.Clamp(schema.Number("minLength") ?? 0, 0, 10_000)));
        }

        int least = (int)Math.Clamp(schema.Number("minLength") ?? 0, 0, 10_000);
        int most = (int)Math.Clamp(schema.Number("maxLength") ?? 10_000, 0, 10_000);
        return schema.Keywords.GetValueOrDefault("pattern")?.ToString() is { } pattern && texts is null && _patterns.Write(pattern, least, most) is { } text
            ? text
            : Fit(Pick(texts ?? Texts), least, most);
    }

    public JsonNode? Any(bool withNull = true) => random.Next(withNull ? 7 : 6) switch
    {
        0 => JsonValue.Create(Pick(texts ?? Texts)),
        1 => JsonNode.Parse(Pick(NumberWriter.Decimals)),
        2 => JsonValue.Create(true),
        3 => new JsonArray(1, "b", null),
        4 => new JsonObject { ["a"] = null, ["b"] = new JsonArray(), ["ü"] = 1.5 },
        5 => JsonValue.Create(Pick(Moments)),
        _ => null,
    };

    /// <summary>Longer or shorter: characters are counted as the specification does and as .NET does, which is more.</summary>
    private static string Fit(string text, int least, int most)
    {
        if (text.Length > most)
        {
            text = text[..(most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
        }

        int missing = least - text.EnumerateRunes().Count();
        return missing <= 0 ? text : text.Length + missing <= most ? text.PadRight(text.Length + missing, 'x') : new string('x', least);
    }

    private byte[] Bytes(int leastText)
    {
        var bytes = new byte[Math.Max(random.Next(6), leastText * 3 / 4)];
        random.NextBytes(bytes);
        return bytes;
    }

    private string Pick(string[] values) => values[random.Next(values.Length)];
}
