using System.Text.Json.Nodes;

namespace Dari.Emulator.Contract;

/// <summary>A parameter of an operation.</summary>
internal sealed class ContractParameter
{
    public required string Name { get; init; }

    /// <summary><c>path</c>, <c>query</c> or <c>header</c>.</summary>
    public required string Place { get; init; }

    public required bool Required { get; init; }

    /// <summary>What a value, or a single item of a list, or a single value of a map has to be.</summary>
    public required SchemaCheck Value { get; init; }

    /// <summary>Whether the parameter is a list, and what its whole has to be then.</summary>
    public required SchemaCheck? List { get; init; }

    /// <summary>Whether the items of a list come as one text with commas.</summary>
    public required bool Commas { get; init; }

    /// <summary>The start of the names of a map's members in the query; null when the parameter is not a map.</summary>
    public required string? MapPrefix { get; init; }

    public static ContractParameter Read(JsonObject root, JsonObject source)
    {
        string place = source.Text("in") ?? "";
        JsonNode? schema = source["schema"];
        JsonObject resolved = schema is JsonObject ? ContractNodes.Resolve(root, schema) : [];
        bool list = resolved.Text("type") == "array";
        bool map = resolved.Text("type") == "object" && place == "query";
        return new ContractParameter
        {
            Name = source.Text("name") ?? "",
            Place = place,
            Required = source.Flag("required"),
            Value = new SchemaCheck(root, list ? resolved["items"] : map ? resolved["additionalProperties"] : schema, forRequest: true),
            List = list ? new SchemaCheck(root, CountsOnly(resolved), forRequest: true) : null,
            Commas = source["explode"] is JsonValue explode ? !explode.GetValue<bool>() : place != "query",
            MapPrefix = map ? source.Text("x-query-prefix") ?? "" : null,
        };
    }

    private static JsonObject CountsOnly(JsonObject list) => new(list
        .Where(static pair => pair.Key is "minItems" or "maxItems" or "uniqueItems")
        .Select(static pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
}
