using System.Text.Json.Nodes;

namespace Dari.Corpus.Mutations;

/// <summary>Changes of one schema.</summary>
internal sealed class SchemaMutations(JsonObject root, bool isSwagger, bool isJsonSchema, Random random)
{
    private static readonly string[] Types = ["string", "integer", "number", "boolean", "array", "object"];

    private int _extracted;

    private JsonObject Components
    {
        get
        {
            JsonObject holder = isSwagger ? root : Member(root, "components");
            return Member(holder, isSwagger ? "definitions" : "schemas");
        }
    }

    public void Change(JsonObject schema)
    {
        switch (random.Next(18))
        {
            case 0: MakeNullable(schema); break;
            case 1: Wrap(schema, "allOf", random.Next(2) == 0 ? [] : [new JsonObject { ["description"] = "More words." }]); break;
            case 2: Inline(schema); break;
            case 3: Extract(schema); break;
            case 4: Retype(schema); break;
            case 5: schema.Remove("type"); break;
            case 6: Require(schema); break;
            case 7: List(schema); break;
            case 8: Rename(schema); break;
            case 9 when !isSwagger: Wrap(schema, random.Next(2) == 0 ? "oneOf" : "anyOf", [Other(), Other()]); break;
            case 10: schema["additionalProperties"] = Additional(); break;
            case 11: schema["format"] = OddTexts.Any(random, OddTexts.Formats); break;
            case 12: schema["default"] = Value(); break;
            case 13: AddProperty(schema, Self()); break;
            case 14: schema[random.Next(2) == 0 ? "readOnly" : "writeOnly"] = true; break;
            case 15: schema.Remove("items"); break;
            case 16: Wrap(schema, "allOf", [Reference() ?? Other()]); break;
            default: AddProperty(schema, Other()); break;
        }
    }

    private void MakeNullable(JsonObject schema)
    {
        if (!isJsonSchema)
        {
            schema[isSwagger ? "x-nullable" : "nullable"] = true;
        }
        else if (schema["type"] is JsonValue type && random.Next(2) == 0)
        {
            schema["type"] = new JsonArray(type.ToString(), "null");
        }
        else
        {
            Wrap(schema, random.Next(2) == 0 ? "anyOf" : "oneOf", [new JsonObject { ["type"] = "null" }]);
        }
    }

    /// <summary>The schema becomes one of the parts of what stands in its place.</summary>
    private static void Wrap(JsonObject schema, string keyword, JsonNode[] others)
    {
        JsonNode inner = schema.DeepClone();
        schema.Clear();
        schema[keyword] = new JsonArray([inner, .. others]);
    }

    private void Inline(JsonObject schema)
    {
        if (schema["$ref"]?.ToString() is { } reference && Components[reference.Split('/')[^1]] is JsonObject target
            && target.ToJsonString() is { Length: < 4000 } text && !text.Contains(reference, StringComparison.Ordinal))
        {
            schema.Clear();
            foreach ((string name, JsonNode? value) in target)
            {
                schema[name] = value?.DeepClone();
            }
        }
    }

    private void Extract(JsonObject schema)
    {
        if (!schema.ContainsKey("$ref") && !ReferenceEquals(schema.Parent, Components))
        {
            string name = OddTexts.Any(random, OddTexts.Names);
            name = Components.ContainsKey(name) ? name + ++_extracted : name;
            JsonNode copy = schema.DeepClone();
            schema.Clear();
            schema["$ref"] = Pointer(name);
            Components[name] = copy;
        }
    }

    private void Retype(JsonObject schema)
    {
        if (schema["type"] is JsonValue)
        {
            schema["type"] = OddTexts.Any(random, Types);
            schema.Remove("enum");
            schema.Remove("const");
        }
    }

    private void Require(JsonObject schema)
    {
        if (schema["properties"] is JsonObject properties)
        {
            schema["required"] = new JsonArray([.. properties.Select(property => (JsonNode)property.Key), .. random.Next(3) == 0 ? new JsonNode[] { "undeclared" } : []]);
        }
    }

    private void List(JsonObject schema)
    {
        if (schema["type"]?.ToString() == "string" && !schema.ContainsKey("format"))
        {
            schema["enum"] = new JsonArray([.. Enumerable.Range(0, 1 + random.Next(6)).Select(_ => (JsonNode)OddTexts.Any(random, OddTexts.Values))]);
        }
        else if (schema["type"]?.ToString() == "integer")
        {
            schema["enum"] = new JsonArray(-1, 0, 1, 2147483648);
        }
    }

    private void Rename(JsonObject schema)
    {
        if (schema["properties"] is JsonObject { Count: > 0 } properties)
        {
            string old = properties.ElementAt(random.Next(properties.Count)).Key;
            string name = OddTexts.Any(random, OddTexts.Names);
            if (!properties.ContainsKey(name) && old != Discriminator(schema))
            {
                JsonNode? value = properties[old]?.DeepClone();
                properties.Remove(old);
                properties[name] = value;
                if (schema["required"] is JsonArray required && required.FirstOrDefault(one => one?.ToString() == old) is { } listed)
                {
                    required.Remove(listed);
                    required.Add((JsonNode)name);
                }
            }
        }
    }

    private static string? Discriminator(JsonObject schema) =>
        schema["discriminator"] is JsonObject one ? one["propertyName"]?.ToString() : schema["discriminator"]?.ToString();

    private void AddProperty(JsonObject schema, JsonNode property)
    {
        if (schema["properties"] is JsonObject properties)
        {
            properties.TryAdd(OddTexts.Any(random, OddTexts.Names), property);
        }
    }

    private JsonNode Additional() => random.Next(4) switch
    {
        0 => false,
        1 => true,
        2 => new JsonObject(),
        _ => Other(),
    };

    private JsonNode Value() => random.Next(3) switch
    {
        0 => "text",
        1 => 12,
        _ => new JsonObject(),
    };

    private JsonNode Other() => random.Next(6) switch
    {
        0 => new JsonObject { ["type"] = "string" },
        1 => new JsonObject { ["type"] = "integer", ["format"] = "int64" },
        2 => new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } },
        3 => new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { [OddTexts.Any(random, OddTexts.Names)] = new JsonObject { ["type"] = "boolean" } } },
        4 => new JsonObject { ["type"] = "string", ["enum"] = new JsonArray(OddTexts.Any(random, OddTexts.Values), "other") },
        _ => Reference() ?? new JsonObject { ["type"] = "number" },
    };

    private JsonNode Self() => new JsonObject { ["type"] = "array", ["items"] = Reference() ?? new JsonObject { ["type"] = "string" } };

    private JsonObject? Reference() =>
        Components.Count == 0 ? null : new JsonObject { ["$ref"] = Pointer(Components.ElementAt(random.Next(Components.Count)).Key) };

    private string Pointer(string name) =>
        (isSwagger ? "#/definitions/" : "#/components/schemas/")
        + Uri.EscapeDataString(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)).Replace("%7E", "~", StringComparison.Ordinal);

    private static JsonObject Member(JsonObject holder, string name)
    {
        if (holder[name] is not JsonObject member)
        {
            holder[name] = member = [];
        }

        return member;
    }
}
