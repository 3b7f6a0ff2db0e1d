using System.Text.Json.Nodes;

namespace Dari.Emulator.Contract;

/// <summary>
/// Writes a schema of OpenAPI 3.1 in the older draft that the checker reads, with all it refers to below
/// <c>definitions</c>.
/// </summary>
internal sealed class SchemaRewriter(JsonObject root, bool forRequest)
{
    private const string ComponentPrefix = "#/components/schemas/";

    private static readonly HashSet<string> Assertions =
    [
        "type", "enum", "format", "pattern", "required", "uniqueItems", "minimum", "maximum", "exclusiveMinimum",
        "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties",
    ];

    private readonly JsonObject _definitions = [];

    public string Rewrite(JsonNode? schema)
    {
        JsonObject written = Schema(schema);
        if (_definitions.Count > 0)
        {
            written["definitions"] = _definitions;
        }

        return written.ToJsonString();
    }

    private JsonObject Schema(JsonNode? schema)
    {
        if (schema is not JsonObject source)
        {
            return schema is JsonValue value && !value.GetValue<bool>() ? new JsonObject { ["not"] = new JsonObject() } : [];
        }

        JsonObject written = Keywords(source);
        if (source.Text("$ref") is not { } reference)
        {
            return written;
        }

        JsonObject referred = new() { ["$ref"] = Definition(reference) };
        return written.Count == 0 ? referred : new JsonObject { ["allOf"] = new JsonArray(referred, written) };
    }

    private JsonObject Keywords(JsonObject source)
    {
        var written = new JsonObject();
        foreach ((string keyword, JsonNode? value) in source)
        {
            switch (keyword)
            {
                case "const":
                    written["enum"] = new JsonArray(value?.DeepClone());
                    break;
                case "properties" or "patternProperties":
                    written[keyword] = new JsonObject(((JsonObject)value!)
                        .Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Schema(member.Value))));
                    break;
                case "items" or "not":
                    written[keyword] = Schema(value);
                    break;
                case "additionalProperties":
                    written[keyword] = value is JsonObject ? Schema(value) : value!.DeepClone();
                    break;
                case "allOf" or "anyOf" or "oneOf":
                    written[keyword] = Branches(source, keyword);
                    break;
                case "required":
                    written[keyword] = Required(source);
                    break;
                default:
                    if (Assertions.Contains(keyword))
                    {
                        written[keyword] = value?.DeepClone();
                    }

                    break;
            }
        }

        RewritePropertyNames(source, written);
        return written;
    }

    /// <summary>A branch that the discriminator maps to also has to carry one of its names.</summary>
    private JsonArray Branches(JsonObject source, string keyword)
    {
        var discriminator = source["discriminator"] as JsonObject;
        string? property = discriminator?.Text("propertyName");
        ILookup<string, string> names = discriminator.Members("mapping").ToLookup(static pair => pair.Value!.GetValue<string>(), static pair => pair.Key);
        var branches = new JsonArray();
        foreach (JsonNode? branch in source.Items(keyword))
        {
            JsonObject written = Schema(branch);
            string reference = (branch as JsonObject)?.Text("$ref") ?? "";
            if (property is not null && names.Contains(reference))
            {
                JsonNode?[] values = [.. names[reference].Select(static name => (JsonNode?)JsonValue.Create(name))];
                written = new JsonObject
                {
                    ["allOf"] = new JsonArray(written, new JsonObject
                    {
                        ["required"] = new JsonArray(property),
                        ["properties"] = new JsonObject { [property] = new JsonObject { ["enum"] = new JsonArray(values) } },
                    }),
                };
            }

            branches.Add(written);
        }

        return branches;
    }

    /// <summary>What only the other side sends is not required of this one.</summary>
    private JsonArray Required(JsonObject source)
    {
        string other = forRequest ? "readOnly" : "writeOnly";
        return new JsonArray([.. source.Items("required")
            .Select(static name => name!.GetValue<string>())
            .Where(name => (source["properties"] as JsonObject)?[name] is not JsonObject property
                || !ContractNodes.Resolve(root, property).Flag(other))
            .Select(static name => (JsonNode?)JsonValue.Create(name))]);
    }

    /// <summary>The older draft has no <c>propertyNames</c>; a pattern for names says the same.</summary>
    private void RewritePropertyNames(JsonObject source, JsonObject written)
    {
        if (source["propertyNames"] is JsonObject names && names.Text("pattern") is { } pattern && source["properties"] is null)
        {
            JsonNode? values = source["additionalProperties"];
            written["patternProperties"] = new JsonObject { [pattern] = values is JsonObject ? Schema(values) : new JsonObject() };
            written["additionalProperties"] = false;
        }
    }

    private string Definition(string reference)
    {
        string name = reference.StartsWith(ComponentPrefix, StringComparison.Ordinal)
            ? reference[ComponentPrefix.Length..]
            : reference.TrimStart('#', '/').Replace('/', '_');
        if (!_definitions.ContainsKey(name))
        {
            // The empty place is taken first: the schema may refer to itself.
            _definitions[name] = new JsonObject();
            _definitions[name] = Schema(ContractNodes.Find(root, reference)
                ?? throw new FormatException($"The document has no '{reference}'."));
        }

        return "#/definitions/" + name;
    }
}
