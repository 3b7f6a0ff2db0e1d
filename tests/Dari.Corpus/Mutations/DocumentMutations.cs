using System.Text.Json.Nodes;

namespace Dari.Corpus.Mutations;

/// <summary>Changes that reach through a whole document: names that everything refers to, paths, ids, the version.</summary>
internal sealed class DocumentMutations(JsonObject root, bool isSwagger, Random random)
{
    private int _copies;

    private JsonObject? Schemas => (isSwagger ? root["definitions"] : root["components"]?["schemas"]) as JsonObject;

    private string Prefix => isSwagger ? "#/definitions/" : "#/components/schemas/";

    public void Change(IReadOnlyList<JsonObject> operations)
    {
        switch (random.Next(6))
        {
            case 0: Rename(); break;
            case 1: Collide(); break;
            case 2 when operations.Count > 1: SameId(operations); break;
            case 3: MovePath(); break;
            case 4: Item(); break;
            default: Servers(); break;
        }
    }

    /// <summary>
    /// Now and then another version: 3.0 becomes 3.1, with null among the types or as it was; 3.1 becomes 3.2, or calls itself
    /// 3.0 as documents of newer frameworks do.
    /// </summary>
    /// <returns>Whether the keywords of JSON Schema count.</returns>
    public bool Relabel(string version)
    {
        bool isJsonSchema = version.StartsWith("3.1", StringComparison.Ordinal) || version.StartsWith("3.2", StringComparison.Ordinal);
        switch (random.Next(8))
        {
            case 0 or 1 when version.StartsWith("3.0", StringComparison.Ordinal):
                root["openapi"] = "3.1.0";
                Nullable(root);
                return true;
            case 2 when version.StartsWith("3.0", StringComparison.Ordinal):
                root["openapi"] = "3.1.1";
                return true;
            case 0 when isJsonSchema:
                root["openapi"] = "3.2.0";
                return true;
            case 1 when isJsonSchema:
                root["openapi"] = "3.0.3";
                return false;
            default:
                return isJsonSchema;
        }
    }

    private static void Nullable(JsonNode? node)
    {
        if (node is JsonObject value)
        {
            if (value["nullable"]?.ToString() == "true" && value["type"] is JsonValue type)
            {
                value.Remove("nullable");
                value["type"] = new JsonArray(type.ToString(), "null");
            }

            foreach (string keyword in new[] { "exclusiveMinimum", "exclusiveMaximum" })
            {
                if (value[keyword]?.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False)
                {
                    value.Remove(keyword);
                }
            }
        }

        foreach (JsonNode? inner in node switch { JsonObject members => members.Select(member => member.Value), JsonArray list => list, _ => Enumerable.Empty<JsonNode?>() })
        {
            Nullable(inner);
        }
    }

    private void Rename()
    {
        if (Schemas is { Count: > 0 } schemas)
        {
            string old = schemas.ElementAt(random.Next(schemas.Count)).Key;
            string name = random.Next(5) switch
            {
                0 => "acme.v1." + old,
                1 => old + " Response",
                2 => "Page«" + old + "»",
                3 => "2" + old,
                _ => OddTexts.Any(random, OddTexts.Names),
            };
            if (!schemas.ContainsKey(name) && !Mentions(root, "mapping"))
            {
                JsonNode? schema = schemas[old];
                schemas.Remove(old);
                schemas[name] = schema;
                Redirect(root, Prefix + old, Prefix + Escaped(name));
            }
        }
    }

    /// <summary>Two schemas whose names differ by case alone.</summary>
    private void Collide()
    {
        if (Schemas is { Count: > 0 } schemas)
        {
            (string name, JsonNode? schema) = schemas.ElementAt(random.Next(schemas.Count));
            string other = name.ToUpperInvariant() == name ? name.ToLowerInvariant() : name.ToUpperInvariant();
            if (schemas.TryAdd(other, schema?.DeepClone()) && schema?["properties"] is JsonObject properties)
            {
                properties.TryAdd("copy" + ++_copies, new JsonObject { ["$ref"] = Prefix + Escaped(other) });
            }
        }
    }

    private void SameId(IReadOnlyList<JsonObject> operations) =>
        operations[random.Next(operations.Count)]["operationId"] = operations[random.Next(operations.Count)]["operationId"]?.DeepClone() ?? "same";

    private void MovePath()
    {
        if (root["paths"] is JsonObject { Count: > 0 } paths)
        {
            string old = paths.ElementAt(random.Next(paths.Count)).Key;
            string path = random.Next(6) switch
            {
                0 => old + "/",
                1 => old + ":run",
                2 => old + ".json",
                3 => old + "?fixed=1",
                4 => old + "#part",
                _ => "/v1/{undeclared}" + old,
            };
            if (old.StartsWith('/') && !old.Contains('?', StringComparison.Ordinal) && !old.Contains('#', StringComparison.Ordinal) && paths.TryAdd(path, paths[old]?.DeepClone()))
            {
                paths.Remove(old);
            }
        }
    }

    /// <summary>The same operations under another path, which refers to those of the first.</summary>
    private void Item()
    {
        if (!isSwagger && root["paths"] is JsonObject { Count: > 0 } paths)
        {
            string old = paths.ElementAt(random.Next(paths.Count)).Key;
            if (old.StartsWith('/') && paths[old] is JsonObject item && !item.ContainsKey("$ref") && !old.Contains('?', StringComparison.Ordinal))
            {
                paths.TryAdd("/again" + old, new JsonObject { ["$ref"] = "#/paths/" + Escaped(old) });
            }
        }
    }

    private void Servers()
    {
        if (isSwagger)
        {
            root.Remove("schemes");
            root["basePath"] = random.Next(2) == 0 ? "/" : "v2/";
        }
        else
        {
            root["servers"] = random.Next(3) switch
            {
                0 => new JsonArray(),
                1 => new JsonArray(new JsonObject { ["url"] = "/" }),
                _ => new JsonArray(new JsonObject { ["url"] = "https://{region}.example.com/{base}", ["variables"] = new JsonObject { ["region"] = new JsonObject { ["default"] = "eu", ["enum"] = new JsonArray("eu", "us") } } }),
            };
        }
    }

    private static bool Mentions(JsonNode? node, string name) => node switch
    {
        JsonObject value => value.ContainsKey(name) || value.Any(member => Mentions(member.Value, name)),
        JsonArray list => list.Any(item => Mentions(item, name)),
        _ => false,
    };

    private static void Redirect(JsonNode? node, string from, string to)
    {
        if (node is JsonObject value)
        {
            if (value["$ref"] is JsonValue reference && (reference.ToString() == from || reference.ToString().StartsWith(from + "/", StringComparison.Ordinal)))
            {
                value["$ref"] = to + reference.ToString()[from.Length..];
            }

            foreach ((string _, JsonNode? member) in value.ToArray())
            {
                Redirect(member, from, to);
            }
        }
        else if (node is JsonArray list)
        {
            foreach (JsonNode? item in list)
            {
                Redirect(item, from, to);
            }
        }
    }

    private static string Escaped(string name) =>
        Uri.EscapeDataString(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)).Replace("%7E", "~", StringComparison.Ordinal);
}
