using System.Text.Json.Nodes;

namespace Dari.Corpus.Values;

/// <summary>What documents write where the name of a type should stand.</summary>
internal static class TypeWords
{
    /// <summary>Types are lower case; some documents write them as their language does. Null for what is no type, and says nothing.</summary>
    public static string? Name(JsonNode? type) => type?.ToString().ToLowerInvariant() switch
    {
        "bool" => "boolean",
        "int" or "int32" or "int64" or "long" => "integer",
        "float" or "double" or "decimal" => "number",
        "str" or "text" or "date" or "date-time" or "uuid" => "string",
        "string" or "integer" or "number" or "boolean" or "object" or "array" or "null" or "file" => type.ToString().ToLowerInvariant(),
        _ => null,
    };

    /// <summary>Some of these say more than a type.</summary>
    public static string? Format(JsonNode? type) =>
        type?.ToString().ToLowerInvariant() is "int32" or "int64" or "double" or "decimal" or "date" or "date-time" or "uuid"
            ? type.ToString().ToLowerInvariant() : null;

    /// <summary>The name of a type where a schema should stand, which is one that is easily understood.</summary>
    public static JsonObject? Bare(JsonNode node) =>
        node is JsonValue && node.ToString() is "string" or "integer" or "number" or "boolean" or "object" or "array"
            ? new JsonObject { ["type"] = node.ToString() } : null;
}
