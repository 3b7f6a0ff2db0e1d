using System.Text.Json.Nodes;

namespace Dari.Corpus.Mutations;

/// <summary>Changes of one schema that real vendors make: the same said otherwise, or a little wrong.</summary>
internal sealed class VendorMutations(bool isSwagger, bool isJsonSchema, Random random)
{
    public void Change(JsonObject schema)
    {
        switch (random.Next(16))
        {
            case 0: Swap(schema); break;
            case 1: Nest(schema); break;
            case 2: List(schema); break;
            case 3: BesideReference(schema); break;
            case 4: Duplicate(schema); break;
            case 5: Drop(schema); break;
            case 6: Types(schema); break;
            case 7: RequireOddly(schema); break;
            case 8: schema["example"] = new JsonObject { ["$ref"] = "#/nowhere", ["a"] = "*/ \" }" }; break;
            case 9: Single(schema); break;
            case 10: Title(schema); break;
            case 11: schema["pattern"] = "^[a-z\"\\\\]*$"; break;
            case 12: Bound(schema); break;
            case 13: Patterns(schema); break;
            case 14: schema["deprecated"] = true; break;
            default: schema["description"] = "Ends a comment */ and a <tag> & \"more\"\r\nof it \u2028."; break;
        }
    }

    /// <summary>The values as other vendors write them: twice, empty, null, as numbers, as anything.</summary>
    private void List(JsonObject schema)
    {
        if (schema["enum"] is not JsonArray { Count: > 0 } values)
        {
            return;
        }

        switch (random.Next(6))
        {
            case 0: values.Add(values[0]?.DeepClone()); break;
            case 1: values.Add(JsonValue.Create("")); break;
            case 2: values.Add(null); break;
            case 3: values.Add(JsonValue.Create(values[0]?.ToString().ToUpperInvariant() + " ")); break;
            case 4: schema.Remove("type"); values.Add(JsonValue.Create(1.5)); break;
            default: schema["default"] = "none of them"; break;
        }
    }

    private static void Swap(JsonObject schema)
    {
        (string from, string to) = schema.ContainsKey("oneOf") ? ("oneOf", "anyOf") : ("anyOf", "oneOf");
        if (schema[from] is { } branches && !schema.ContainsKey(to))
        {
            schema.Remove(from);
            schema[to] = branches;
        }
    }

    /// <summary>Objects in objects in lists, none with a name.</summary>
    private void Nest(JsonObject schema)
    {
        if (schema["properties"] is JsonObject properties)
        {
            JsonObject inner = new() { ["type"] = "object", ["properties"] = new JsonObject { ["value"] = new JsonObject { ["type"] = "string" } } };
            for (int i = random.Next(2, 7); i > 0; i--)
            {
                string name = OddTexts.Any(random, OddTexts.Names);
                inner = random.Next(3) switch
                {
                    0 => new JsonObject { ["type"] = "array", ["items"] = inner },
                    1 => new JsonObject { ["type"] = "object", ["additionalProperties"] = inner },
                    _ => new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { [name] = inner } },
                };
            }

            properties.TryAdd(OddTexts.Any(random, OddTexts.Names), inner);
        }
    }

    private void BesideReference(JsonObject schema)
    {
        if (!schema.ContainsKey("$ref"))
        {
            return;
        }

        switch (random.Next(5))
        {
            case 0: schema["nullable"] = true; break;
            case 1: schema["description"] = "Beside."; break;
            case 2: schema["type"] = "object"; break;
            case 3: schema["default"] = "a"; break;
            default: Wrap(schema, "allOf", new JsonObject { ["description"] = "Around." }); break;
        }
    }

    private void Duplicate(JsonObject schema)
    {
        if (schema["properties"] is JsonObject { Count: > 0 } properties)
        {
            (string name, JsonNode? value) = properties.ElementAt(random.Next(properties.Count));
            string other = random.Next(4) switch { 0 => name.ToUpperInvariant(), 1 => name + "_", 2 => "$" + name, _ => name.Replace('_', '-') };
            properties.TryAdd(other, value?.DeepClone());
        }
    }

    private void Drop(JsonObject schema)
    {
        switch (random.Next(5))
        {
            case 0 when schema["properties"] is JsonObject { Count: > 1 } properties && schema["discriminator"] is null:
                properties.Remove(properties.ElementAt(random.Next(properties.Count)).Key);
                break;
            case 1: schema.Remove("required"); break;
            case 2: schema.Remove("additionalProperties"); break;
            case 3 when schema["items"] is JsonObject items: items.Clear(); break;
            default: schema.Remove("format"); break;
        }
    }

    private void Types(JsonObject schema)
    {
        if (!isJsonSchema || schema["type"] is not JsonValue type)
        {
            return;
        }

        schema["type"] = random.Next(4) switch
        {
            0 => new JsonArray(type.ToString()),
            1 => new JsonArray("null", type.ToString()),
            2 when type.ToString() is "string" => new JsonArray("string", "integer"),
            2 when type.ToString() is "integer" => new JsonArray("integer", "boolean", "null"),
            _ => new JsonArray(type.ToString(), "null"),
        };
    }

    private void RequireOddly(JsonObject schema)
    {
        if (schema["properties"] is JsonObject { Count: > 0 } properties)
        {
            if (random.Next(2) == 0 && properties.ElementAt(random.Next(properties.Count)).Value is JsonObject property)
            {
                property["required"] = true;
            }
            else
            {
                schema["required"] = new JsonArray(properties.ElementAt(0).Key, properties.ElementAt(0).Key);
            }
        }
    }

    /// <summary>One branch only, or one that is anything.</summary>
    private void Single(JsonObject schema)
    {
        if (!isSwagger)
        {
            Wrap(schema, random.Next(2) == 0 ? "oneOf" : "anyOf", random.Next(3) == 0 ? [] : null);
        }
    }

    private void Title(JsonObject schema) => schema["title"] = OddTexts.Any(random, OddTexts.Names);

    private void Bound(JsonObject schema)
    {
        if (schema["type"]?.ToString() is "integer" or "number")
        {
            schema["minimum"] = random.Next(2) == 0 ? JsonNode.Parse("-1e2") : 0;
            schema["exclusiveMinimum"] = isJsonSchema ? 0 : true;
        }
    }

    private void Patterns(JsonObject schema)
    {
        if (isJsonSchema && schema["type"]?.ToString() == "object")
        {
            schema["patternProperties"] = new JsonObject { ["^x-"] = new JsonObject { ["type"] = "string" } };
        }
    }

    private static void Wrap(JsonObject schema, string keyword, JsonObject? other)
    {
        JsonNode inner = schema.DeepClone();
        schema.Clear();
        schema[keyword] = other is null ? new JsonArray(inner) : new JsonArray(inner, other);
    }
}
