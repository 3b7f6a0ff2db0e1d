using System.Text.Json.Nodes;

namespace Dari.EndToEnd.Tests.Examples;

/// <summary>A value that a document gives for one of its named schemas.</summary>
internal sealed record SpecExample(string Schema, string Pointer, JsonNode Value);

/// <summary>Finds the examples of named schemas: at the schema, and at bodies that refer to it.</summary>
internal static class SpecExamples
{
    private const string Prefix = "#/components/schemas/";

    public static IEnumerable<SpecExample> Of(string document)
    {
        JsonNode root = SpecText.Read(document);
        foreach ((string name, JsonNode? schema) in root["components"]!["schemas"]!.AsObject())
        {
            // Forms are never JSON, and an alias has no type of its own.
            if (schema?["examples"] is JsonArray examples && (schema["properties"] ?? schema["oneOf"] ?? schema["enum"] ?? schema["allOf"]) is not null)
            {
                for (int i = 0; i < examples.Count; i++)
                {
                    yield return new SpecExample(name, $"{Prefix}{name}/examples/{i}", examples[i]!);
                }
            }
        }

        foreach (SpecExample example in Bodies(root, "#"))
        {
            yield return example;
        }
    }

    private static IEnumerable<SpecExample> Bodies(JsonNode? node, string pointer)
    {
        if (node is JsonArray array)
        {
            return array.SelectMany((item, i) => Bodies(item, $"{pointer}/{i}"));
        }

        if (node is not JsonObject members)
        {
            return [];
        }

        IEnumerable<SpecExample> own = members["schema"]?["$ref"]?.GetValue<string>() is { } reference && reference.StartsWith(Prefix, StringComparison.Ordinal)
            ? Values(members).Select(value => new SpecExample(reference[Prefix.Length..], pointer, value))
            : [];
        return own.Concat(members.Where(member => member.Key is not ("example" or "examples")).SelectMany(member => Bodies(member.Value, $"{pointer}/{member.Key}")));
    }

    private static IEnumerable<JsonNode> Values(JsonObject media)
    {
        if (media["example"] is { } example)
        {
            yield return example;
        }

        foreach ((string _, JsonNode? named) in media["examples"] as JsonObject ?? [])
        {
            if (named?["value"] is { } value)
            {
                yield return value;
            }
        }
    }
}
