using System.Text.Json;
using Dari.Json;

namespace Dari.Http;

/// <summary>Finds the service's own words in the body of an error.</summary>
internal static class ErrorDetail
{
    private const int Longest = 500;

    // RFC 9457 (detail, title), FastAPI (detail, msg), OAuth 2 (error_description) and what most others write.
    private static readonly string[] Names =
        ["detail", "message", "error_description", "error", "errors", "msg", "title", "reason"];

    internal static string? Find(ReadOnlySpan<byte> utf8, Redaction redaction)
    {
        string? words = utf8.TrimStart(" \t\r\n"u8).StartsWith("{"u8) ? Read(utf8) : null;
        if (string.IsNullOrWhiteSpace(words))
        {
            return null;
        }

        // One line, so that the text cannot pretend to be another entry of a log.
        string line = string.Concat(redaction.Clean(words).Select(static c => char.IsControl(c) ? ' ' : c)).Trim();
        return line.Length > Longest ? line[..Longest] + "…" : line;
    }

    private static string? Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return Words(JsonText.Parse(utf8, JsonRead.Object), 3);
        }
        catch (JsonException)
        {
            // Not JSON after all: there are no words to find.
            return null;
        }
    }

    private static string? Words(System.Text.Json.Nodes.JsonNode? node, int depth) => node switch
    {
        _ when depth == 0 => null,
        System.Text.Json.Nodes.JsonValue value => value.TryGetValue(out string? text) ? text : null,
        System.Text.Json.Nodes.JsonArray { Count: > 0 } items => Words(items[0], depth),
        System.Text.Json.Nodes.JsonObject map => Names
            .Select(name => Words(map[name], depth - 1))
            .FirstOrDefault(static words => !string.IsNullOrWhiteSpace(words)),
        _ => null,
    };
}
