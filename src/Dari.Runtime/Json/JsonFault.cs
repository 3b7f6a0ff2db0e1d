using System.Text.Json;

namespace Dari.Json;

/// <summary>Words for what was expected and what was found. Never holds a value: it might be a secret.</summary>
internal static class JsonFault
{
    internal static JsonException Expected(string expected, in Utf8JsonReader reader) =>
        new($"expected {expected}, found {Found(reader.TokenType)}");

    internal static JsonException Expected(string expected, string found) =>
        new($"expected {expected}, found {found}");

    internal static JsonException Incomplete() => new("expected more JSON, found the end of the text");

    private static string Found(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.EndObject => "the end of an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.EndArray => "the end of an array",
        JsonTokenType.PropertyName => "a member name",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Null => "null",
        _ => "nothing",
    };
}
