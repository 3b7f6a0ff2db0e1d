using System.Text.Json.Nodes;

namespace Dari.Corpus.Mutations;

/// <summary>Where the schemas and operations of a document stand.</summary>
internal sealed class DocumentPlaces
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    public DocumentPlaces(bool isSwagger, JsonObject root)
    {
        Walk(root["paths"], isSwagger);
        foreach ((string _, JsonNode? schema) in (isSwagger ? root["definitions"] : root["components"]?["schemas"]) as JsonObject ?? [])
        {
            Schema(schema);
        }

        Walk(isSwagger ? root["responses"] : root["components"]?["responses"], isSwagger);
        Walk(isSwagger ? null : root["components"]?["requestBodies"], isSwagger);
    }

    public List<JsonObject> Schemas { get; } = [];

    public List<JsonObject> Operations { get; } = [];

    private void Walk(JsonNode? node, bool isSwagger)
    {
        switch (node)
        {
            case JsonObject value:
                foreach ((string name, JsonNode? member) in value)
                {
                    if (name == "schema")
                    {
                        Schema(member);
                    }
                    else if (name is not ("example" or "examples" or "default" or "enum") && !name.StartsWith("x-", StringComparison.Ordinal))
                    {
                        if (Methods.Contains(name) && member is JsonObject operation && operation["responses"] is JsonObject)
                        {
                            Operations.Add(operation);
                        }

                        Walk(member, isSwagger);
                    }
                }

                break;
            case JsonArray list:
                foreach (JsonNode? item in list)
                {
                    Walk(item, isSwagger);
                }

                break;
        }
    }

    private void Schema(JsonNode? node)
    {
        if (node is not JsonObject schema)
        {
            return;
        }

        Schemas.Add(schema);
        foreach (JsonNode? inner in (schema["properties"] as JsonObject ?? []).Select(property => property.Value)
            .Concat(schema["allOf"] as JsonArray ?? []).Concat(schema["oneOf"] as JsonArray ?? []).Concat(schema["anyOf"] as JsonArray ?? [])
            .Append(schema["items"]).Append(schema["additionalProperties"]))
        {
            Schema(inner);
        }
    }
}
