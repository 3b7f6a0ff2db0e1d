using System.Text.Json.Nodes;

namespace Dari.Corpus.Mutations;

/// <summary>Schemas that are put together from others: unions with discriminators, bases, and all ways to say null.</summary>
internal sealed class CompositionMutations(JsonObject root, bool isSwagger, bool isJsonSchema, Random random)
{
    private int _made;

    private JsonObject? Components => (isSwagger ? root["definitions"] : root["components"]?["schemas"]) as JsonObject;

    public void Change(JsonObject schema)
    {
        switch (random.Next(6))
        {
            case 0 when !isSwagger: AddUnion(schema); break;
            case 1: AddChild(schema); break;
            case 2: AddBase(schema); break;
            case 3: AddNullable(schema); break;
            case 4: AddLoop(schema); break;
            default: AddBoth(schema); break;
        }
    }

    /// <summary>A component that is an object with members, so that it can be a case.</summary>
    private string? Object() => Components is { } components
        && components.Where(one => one.Value is JsonObject schema && schema["type"]?.ToString() == "object" && schema["properties"] is JsonObject { Count: > 0 }
            && !schema.ContainsKey("oneOf") && !schema.ContainsKey("anyOf") && !schema.ContainsKey("discriminator") && !schema.ContainsKey("enum")
            && schema["nullable"] is null && one.Key.All(char.IsAsciiLetterOrDigit)).Select(one => one.Key).ToArray() is { Length: > 0 } names
            ? names[random.Next(names.Length)] : null;

    private string Pointer(string name) => (isSwagger ? "#/definitions/" : "#/components/schemas/") + name;

    private JsonObject Reference(string name) => new() { ["$ref"] = Pointer(name) };

    private static void Add(JsonObject schema, string name, JsonNode value) => (schema["properties"] as JsonObject)?.TryAdd(name, value);

    private void AddUnion(JsonObject schema)
    {
        if (Object() is not { } first || Object() is not { } second || first == second)
        {
            return;
        }

        // The member that tells them apart is a text in both, or is declared in none.
        string property = "kindOf" + ++_made;
        if (random.Next(3) > 0)
        {
            foreach (string name in new[] { first, second })
            {
                ((JsonObject)Components![name]!["properties"]!)[property] = new JsonObject { ["type"] = "string" };
                if (random.Next(2) == 0 && Components[name]!["required"] is JsonArray required)
                {
                    required.Add((JsonNode)property);
                }
            }
        }
        else if (Components![first]!["additionalProperties"] is not null || Components[second]!["additionalProperties"] is not null)
        {
            return;
        }

        var discriminator = new JsonObject { ["propertyName"] = property };
        switch (random.Next(5))
        {
            case 0: discriminator["mapping"] = new JsonObject { ["the first"] = Pointer(first), ["2"] = Pointer(second) }; break;
            case 1: discriminator["mapping"] = new JsonObject { ["a"] = first, ["b"] = second }; break;
            case 2: discriminator["mapping"] = new JsonObject { ["a"] = Pointer(first), ["gone"] = "#/components/schemas/Gone" + property }; break;
            case 3: discriminator["mapping"] = new JsonObject(); break;
        }

        var union = new JsonObject { [random.Next(2) == 0 ? "oneOf" : "anyOf"] = new JsonArray(Reference(first), Reference(second)), ["discriminator"] = discriminator };
        if (random.Next(2) == 0)
        {
            Components!["Union" + property] = union;
            Add(schema, "union" + _made, Reference("Union" + property));
        }
        else
        {
            Add(schema, "union" + _made, random.Next(2) == 0 ? union : new JsonObject { ["type"] = "array", ["items"] = union });
        }
    }

    /// <summary>A schema that builds on another one, in one of the ways in which documents write it.</summary>
    private void AddChild(JsonObject schema)
    {
        if (Object() is { } parent)
        {
            string name = "Child" + ++_made + parent;
            var own = new JsonObject { ["ownOf" + _made] = new JsonObject { ["type"] = "integer" } };
            Components![name] = random.Next(3) switch
            {
                0 => new JsonObject { ["allOf"] = new JsonArray(Reference(parent)), ["properties"] = own },
                1 => new JsonObject { ["type"] = "object", ["allOf"] = new JsonArray(new JsonObject { ["properties"] = own, ["required"] = new JsonArray("ownOf" + _made) }, Reference(parent)) },
                _ => new JsonObject { ["allOf"] = new JsonArray(Reference(parent), new JsonObject { ["type"] = "object", ["properties"] = own }, new JsonObject { ["description"] = "No more." }) },
            };
            Add(schema, "child" + _made, Reference(name));
        }
    }

    /// <summary>A base with a discriminator of its own, and two schemas that build on it.</summary>
    private void AddBase(JsonObject schema)
    {
        if (Components is not { } components)
        {
            return;
        }

        string name = "Base" + ++_made;
        var based = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["@type"] = new JsonObject { ["type"] = "string" }, ["note"] = new JsonObject { ["type"] = "string" } },
            ["discriminator"] = isSwagger ? "@type" : new JsonObject { ["propertyName"] = "@type" },
        };
        if (isSwagger || random.Next(2) == 0)
        {
            based["required"] = new JsonArray("@type");
        }

        if (!components.TryAdd(name, based))
        {
            return;
        }

        components[name + "First"] = new JsonObject { ["allOf"] = new JsonArray(Reference(name), new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["first"] = new JsonObject { ["type"] = "boolean" } } }) };
        components[name + "Second"] = new JsonObject { ["allOf"] = new JsonArray(Reference(random.Next(2) == 0 ? name : name + "First")), ["properties"] = new JsonObject { ["second"] = new JsonObject { ["type"] = "string", ["format"] = "date" } } };
        Add(schema, "based" + _made, random.Next(2) == 0 ? Reference(name) : new JsonObject { ["type"] = "array", ["items"] = Reference(name) });
    }

    private void AddNullable(JsonObject schema)
    {
        string name = "maybe" + ++_made;
        JsonObject inner = Object() is { } component && random.Next(3) > 0 ? Reference(component) : new JsonObject { ["type"] = "string" };
        JsonObject value = (isSwagger, isJsonSchema, random.Next(4)) switch
        {
            (true, _, 0) => new JsonObject { ["x-nullable"] = true, ["allOf"] = new JsonArray(inner) },
            (true, _, _) => new JsonObject { ["type"] = "array", ["x-nullable"] = true, ["items"] = inner },
            (_, true, 0) => new JsonObject { ["oneOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, inner) },
            (_, true, 1) => new JsonObject { ["anyOf"] = new JsonArray(inner, new JsonObject { ["type"] = "null" }), ["default"] = null },
            (_, true, 2) => new JsonObject { ["anyOf"] = new JsonArray(inner, new JsonObject { ["const"] = null }) },
            (_, true, _) => new JsonObject { ["type"] = new JsonArray("null", "object"), ["additionalProperties"] = inner },
            (_, _, 0) => new JsonObject { ["nullable"] = true, ["allOf"] = new JsonArray(inner) },
            (_, _, 1) => new JsonObject { ["nullable"] = true, ["oneOf"] = new JsonArray(inner) },
            (_, _, 2) => new JsonObject { ["type"] = "array", ["nullable"] = true, ["items"] = new JsonObject { ["nullable"] = true, ["allOf"] = new JsonArray(inner) } },
            _ => new JsonObject { ["type"] = "object", ["nullable"] = true, ["additionalProperties"] = new JsonObject { ["type"] = "string", ["nullable"] = true } },
        };
        Add(schema, name, value);
        if (random.Next(3) == 0)
        {
            (schema["required"] as JsonArray)?.Add((JsonNode)name);
        }
    }

    /// <summary>A schema that leads back to itself: as an item, a value, or through another one.</summary>
    private void AddLoop(JsonObject schema)
    {
        string name = "Loop" + ++_made;
        if (Components?.ContainsKey(name) == false)
        {
            Components[name] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject
                {
                    ["next"] = Reference(name),
                    ["all"] = new JsonObject { ["type"] = "array", ["items"] = Reference(name) },
                    ["byName"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = Reference(name + "Item") },
                    ["value"] = new JsonObject { ["allOf"] = new JsonArray(Reference(name)) },
                },
            };
            Components[name + "Item"] = new JsonObject { ["allOf"] = new JsonArray(Reference(name), new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["back"] = Reference(name + "Item") } }) };
            Add(schema, "loop" + _made, Reference(name));
        }
    }

    /// <summary>Everything that two others have.</summary>
    private void AddBoth(JsonObject schema)
    {
        if (Object() is { } first && Object() is { } second && first != second
            && !Members(first).Overlaps(Members(second)) && Components![first]!["additionalProperties"] is null && Components[second]!["additionalProperties"] is null)
        {
            Add(schema, "both" + ++_made, new JsonObject { ["allOf"] = new JsonArray(Reference(first), Reference(second)) });
        }
    }

    private HashSet<string> Members(string name) => [.. ((JsonObject)Components![name]!["properties"]!).Select(property => property.Key)];
}
