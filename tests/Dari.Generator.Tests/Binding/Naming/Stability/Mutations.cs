using System.Text.Json.Nodes;

namespace Dari.Generator.Tests.Binding.Naming.Stability;

/// <summary>Documents with a part less, or with their parts in another order.</summary>
internal static class Mutations
{
    /// <summary>
    /// Without one operation, or without one schema that no other schema is made of: what such a schema is part of becomes
    /// something else without it.
    /// </summary>
    /// <returns>What was removed, and the word by which names of its own are known.</returns>
    public static (string What, string Word) Remove(JsonObject document, Random random)
    {
        (JsonObject Owner, string Name, string Word)[] parts = [.. Schemas(document), .. Operations(document)];
        if (parts.Length == 0)
        {
            return ("nothing", "\0");
        }

        (JsonObject owner, string name, string word) = parts[random.Next(parts.Length)];
        string what = owner.GetPath() + " " + name;
        owner.Remove(name);
        return (what, word);
    }

    /// <summary>Schemas, paths and methods in another order.</summary>
    public static void Shuffle(JsonObject document, Random random)
    {
        foreach (JsonObject map in Maps(document).ToArray())
        {
            KeyValuePair<string, JsonNode?>[] members = [.. map];
            random.Shuffle(members);
            map.Clear();
            foreach ((string name, JsonNode? value) in members)
            {
                map.Add(name, value);
            }
        }
    }

    private static IEnumerable<JsonObject> Maps(JsonObject document)
    {
        IEnumerable<JsonNode?> maps = [document["definitions"], document["paths"], .. Values(document["components"]), .. Values(document["paths"])];
        return maps.OfType<JsonObject>();
    }

    private static IEnumerable<(JsonObject, string, string)> Schemas(JsonObject document)
    {
        if ((document["components"]?["schemas"] ?? document["definitions"]) is not JsonObject schemas)
        {
            return [];
        }

        string text = schemas.ToJsonString();
        return schemas.Where(schema => !text.Contains("/" + schema.Key, StringComparison.Ordinal)).Select(schema => (schemas, schema.Key, schema.Key));
    }

    private static IEnumerable<(JsonObject, string, string)> Operations(JsonObject document) =>
        Values(document["paths"]).OfType<JsonObject>().SelectMany(path => path
            .Where(member => member.Value is JsonObject && member.Key is "get" or "put" or "post" or "delete" or "patch" or "head" or "options")
            .Select(member => (path, member.Key, member.Value?["operationId"]?.ToString() ?? "\0")));

    private static IEnumerable<JsonNode?> Values(JsonNode? node) => node is JsonObject map ? map.Select(member => member.Value) : [];
}
