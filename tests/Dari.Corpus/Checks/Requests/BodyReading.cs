using System.Text;
using System.Text.Json.Nodes;
using Dari.Corpus.Reading;
using Dari.Corpus.Values;

namespace Dari.Corpus.Checks.Requests;

/// <summary>The body of a request beside the value that was given.</summary>
internal static class BodyReading
{
    public static string? Fault(SpecJson spec, DeclaredOperation declared, CallValues values, HttpRequestMessage request, byte[]? body)
    {
        if (declared.Body is not { } expected || values.BodyType is not { } type || values.Body is null)
        {
            // A form without fields is a body of no bytes (WHATWG URL, 5.2).
            return body is { Length: > 0 } ? "a body was sent and none was given"
                : values.Body is null && values.MustHaveBody && declared.Body?.Content.All(media => HasNoFields(spec, media)) != true ? "no method takes the body"
                : null;
        }

        if (body is null)
        {
            return "the body is missing";
        }

        string sent = request.Content!.Headers.ContentType?.ToString() ?? "";
        if (expected.For(sent) is not { } media)
        {
            return $"the body is {sent} and not {string.Join(" or ", expected.Content.Select(one => one.Type))}";
        }

        string text = (values.BodyKind == "Binary" ? Encoding.UTF8 : EncodingOf(sent)).GetString(body);
        return values.BodyKind switch
        {
            "Json" => JsonValues.Difference(values.Body, JsonNode.Parse(text, null, new() { MaxDepth = 256 })) is { } difference ? "the body: " + difference : null,
            "Text" => text == values.Body.ToString() ? null : "the body is " + Text.Short(text),
            "Binary" => text == values.Body.ToString() ? null : "the body is " + Text.Short(text),
            "Lines" => JsonValues.Difference(
                values.Body, new JsonArray([.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line.TrimStart('\x1E')))])),
            "UrlEncoded" => FormFault(spec, media, (JsonObject)values.Body, new PairReading(text)),
            _ => FormFault(spec, media, (JsonObject)values.Body, Parts(text, sent)),
        };
    }

    /// <summary>What a media type says of the characters, else UTF-8.</summary>
    public static Encoding EncodingOf(string mediaType) =>
        mediaType.Split("charset=", 2, StringSplitOptions.TrimEntries) is [_, var name] ? Encoding.GetEncoding(name.Split(';')[0].Trim('"', ' ')) : Encoding.UTF8;

    private static bool HasNoFields(SpecJson spec, (string Type, JsonNode? Schema, JsonObject? Encoding) media) =>
        DeclaredBody.Essence(media.Type) == "application/x-www-form-urlencoded"
        && new FlatSchema(spec, media.Schema) is { Properties.Count: 0, Choices.Count: 0, Additional: null } flat && flat.Types?.Contains("object") == true;

    private static string? FormFault(SpecJson spec, (string Type, JsonNode? Schema, JsonObject? Encoding) media, JsonObject fields, PairReading pairs)
    {
        bool isMultipart = DeclaredBody.Essence(media.Type).StartsWith("multipart/", StringComparison.Ordinal);
        foreach ((string name, JsonNode? value) in fields)
        {
            if (value is null)
            {
                continue;
            }

            // 3.0 has styles in urlencoded forms only.
            JsonNode? encoding = media.Encoding?[name];
            bool hasStyle = (encoding?["style"] ?? encoding?["explode"]) is not null && !(isMultipart && spec.Version.StartsWith("3.0", StringComparison.Ordinal));
            string style = encoding?["style"]?.ToString() ?? "form";
            bool isExploded = encoding?["explode"] is { } explode ? explode.ToString() == "true" : style == "form";
            bool isJson = encoding?["contentType"]?.ToString().Contains("json", StringComparison.Ordinal) == true;
            string? fault = hasStyle ? pairs.Take(name, value, style, isExploded)
                : isJson ? pairs.Json(name, value)
                : value is JsonArray list ? list.OfType<JsonNode>().Select(item => pairs.One(name, item)).ToArray().FirstOrDefault(one => one is not null)
                : pairs.One(name, value);
            if (fault is not null)
            {
                return $"the form: {fault} for {Text.Short(value.ToJsonString(), 80)}";
            }
        }

        return pairs.Rest.Count == 0 ? null : "the form has what was not given: " + pairs.Rest[0];
    }

    /// <summary>Parts by their names (RFC 7578); of a file its content.</summary>
    private static PairReading Parts(string text, string contentType)
    {
        string boundary = contentType.Split("boundary=")[^1].Trim('"');
        return new PairReading(text.Split("--" + boundary)[1..^1].Select(part =>
        {
            string[] halves = part[2..^2].Split("\r\n\r\n", 2);
            string name = halves[0].Split("name=\"", 2)[^1].Split('"')[0];
            return (name.Replace("%22", "\"", StringComparison.Ordinal).Replace("%0D", "\r", StringComparison.Ordinal).Replace("%0A", "\n", StringComparison.Ordinal), halves[1]);
        }));
    }
}
