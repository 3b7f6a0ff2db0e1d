using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dari.Corpus.Reading;

/// <summary>A document as plain JSON, read without any of the generator's code.</summary>
internal sealed class SpecJson
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    private readonly Lazy<Dictionary<string, JsonObject>> _anchors;
    private readonly Lazy<Dictionary<string, JsonObject>> _resources;

    private SpecJson(JsonObject root)
    {
        Root = root;
        _anchors = new(() => Anchored(root).DistinctBy(anchor => anchor.Name).ToDictionary(anchor => anchor.Name, anchor => anchor.Schema));
        _resources = new(() => Resources(root).DistinctBy(resource => resource.Id).ToDictionary(resource => resource.Id, resource => resource.Schema));
        DiscriminatorsByCase = Choices(root)
            .SelectMany(choice => (choice["oneOf"] as JsonArray ?? choice["anyOf"] as JsonArray ?? [])
                .Select(option => ReferenceOf(option)?.Split('/')[^1])
                .OfType<string>()
                .Select(name => (Name: name, Discriminator: choice["discriminator"]!)))
            .ToLookup(entry => entry.Name, entry => entry.Discriminator, StringComparer.Ordinal);
    }

    /// <summary>Discriminators of choices, by the names of the schemas among which they choose.</summary>
    public ILookup<string, JsonNode> DiscriminatorsByCase { get; }

    public JsonObject Root { get; }

    /// <summary>Such as <c>2.0</c> or <c>3.1.0</c>.</summary>
    public string Version => (Root["swagger"] ?? Root["openapi"])?.ToString() ?? "?";

    public bool IsSwagger => Root.ContainsKey("swagger");

    public JsonObject? Schemas => (IsSwagger ? Root["definitions"] : (Root["components"] as JsonObject)?["schemas"]) as JsonObject;

    public IEnumerable<JsonObject> SecuritySchemes =>
        ((IsSwagger ? Root["securityDefinitions"] : (Root["components"] as JsonObject)?["securitySchemes"]) as JsonObject ?? [])
            .Select(scheme => Follow(scheme.Value)).OfType<JsonObject>();

    public static SpecJson Read(string path)
    {
        string text = File.ReadAllText(path);
        JsonNode? root = Path.GetExtension(path) == ".json"
            ? JsonNode.Parse(text, null, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 512 })
            : YamlJson.Parse(text);
        return new SpecJson(root as JsonObject ?? throw new JsonException("The document is no object."));
    }

    /// <summary>All operations by method in upper case and path, with the item that they are part of.</summary>
    public IEnumerable<(string Method, string Path, JsonObject Operation, JsonObject Item)> Operations()
    {
        foreach ((string path, JsonNode? node) in Root["paths"] as JsonObject ?? [])
        {
            if (!path.StartsWith('/') || Follow(node) is not JsonObject item)
            {
                continue;
            }

            foreach (string method in Methods)
            {
                if (item[method] is JsonObject operation && (method != "query" || Version.StartsWith("3.2", StringComparison.Ordinal)))
                {
                    yield return (method.ToUpperInvariant(), path, operation, item);
                }
            }

            foreach ((string method, JsonNode? operation) in item["additionalOperations"] as JsonObject ?? [])
            {
                if (operation is JsonObject other && Version.StartsWith("3.2", StringComparison.Ordinal))
                {
                    yield return (method, path, other, item);
                }
            }
        }
    }

    /// <summary>What a chain of references ends at; <see langword="null"/> when it ends nowhere.</summary>
    public JsonNode? Follow(JsonNode? node)
    {
        for (int i = 0; i < 64 && node is JsonObject value && value["$ref"] is JsonValue reference; i++)
        {
            node = At(reference.ToString(), value);
        }

        return node;
    }

    /// <summary>The reference that a schema is, or wraps with words alone.</summary>
    public static string? ReferenceOf(JsonNode? schema)
    {
        if (schema is not JsonObject value)
        {
            return null;
        }

        JsonObject[] parts = [.. (value["allOf"] as JsonArray ?? []).OfType<JsonObject>()];
        return value["$ref"]?.ToString()
            ?? (parts.Where(part => part.ContainsKey("$ref")).ToArray() is [var only] && !parts.Any(part => part != only && part.Any(keyword => !IsWord(keyword.Key)))
                && value.All(keyword => keyword.Key is "allOf" or "type" || IsWord(keyword.Key)) ? only["$ref"]!.ToString() : null);

        static bool IsWord(string keyword) =>
            keyword is "description" or "title" or "example" or "examples" or "default" or "deprecated" or "externalDocs" || keyword.StartsWith("x-", StringComparison.Ordinal);
    }

    /// <summary>Whether a reference names a schema that the document names, not a part of one.</summary>
    public bool IsComponent(string reference) =>
        reference.StartsWith(IsSwagger ? "#/definitions/" : "#/components/schemas/", StringComparison.Ordinal)
        && reference.Split('/').Length == (IsSwagger ? 3 : 4);

    /// <summary>Whether a schema allows null and nothing else.</summary>
    public bool IsNull(JsonNode? schema) => Follow(schema) is JsonObject value
        && (value["type"]?.ToString() == "null"
            || (value.TryGetPropertyValue("const", out JsonNode? constant) && constant is null)
            || (value["enum"] is JsonArray { Count: > 0 } list && list.All(one => one is null)));

    /// <summary>What a reference names, from where it stands: a schema with an <c>$id</c> is a document of its own.</summary>
    public JsonNode? At(string reference, JsonNode from)
    {
        if (ResourceOf(from) is not { } resource)
        {
            return At(reference) ?? (reference.StartsWith('#') ? null : ById(reference, null));
        }

        return reference.StartsWith('#') ? Within(resource, reference) ?? At(reference) : ById(reference, IdOf(resource));
    }

    /// <summary>The schema with an <c>$id</c> that a node is in, or is.</summary>
    public static JsonObject? ResourceOf(JsonNode? node)
    {
        for (; node is not null; node = node.Parent)
        {
            if (node is JsonObject value && IdOf(value) is not null)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The schema with a dynamic anchor within a resource.</summary>
    public static JsonObject? DynamicAnchor(JsonObject resource, string name) => Anchored(resource)
        .Where(anchor => anchor.Name == name && ResourceOf(anchor.Schema) == resource).Select(anchor => anchor.Schema)
        .FirstOrDefault(schema => schema["$dynamicAnchor"]?.ToString() == name);

    /// <summary>What a reference within this document names.</summary>
    public JsonNode? At(string reference)
    {
        if (!reference.StartsWith('#'))
        {
            return null;
        }

        if (reference.Length > 1 && reference[1] != '/')
        {
            return _anchors.Value.GetValueOrDefault(reference[1..]);
        }

        return Within(Root, reference);
    }

    private JsonNode? ById(string reference, string? baseId)
    {
        string[] halves = reference.Split('#', 2);
        string id = baseId is not null && Uri.TryCreate(new Uri(baseId, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } uri ? uri : null!, halves[0], out Uri? full) ? full.ToString() : halves[0];
        return _resources.Value.GetValueOrDefault(id) is { } resource ? halves.Length > 1 ? Within(resource, "#" + halves[1]) : resource : null;
    }

    private static string? IdOf(JsonObject schema) => schema["$id"] is JsonValue id && id.GetValueKind() == JsonValueKind.String ? id.ToString() : null;

    private static JsonNode? Within(JsonObject root, string reference)
    {
        if (reference.Length > 1 && reference[1] != '/')
        {
            return Anchored(root).Where(anchor => anchor.Name == reference[1..]).Select(anchor => anchor.Schema).FirstOrDefault();
        }

        JsonNode? node = root;
        foreach (string token in reference[1..].Split('/').Skip(1))
        {
            string name = Uri.UnescapeDataString(token).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node = node switch
            {
                JsonObject value => value[name] ?? value[token],
                JsonArray list when int.TryParse(name, out int index) && index < list.Count => list[index],

                // Deeper through a reference, as 3.1 allows.
                _ => null,
            };
            if (node is null)
            {
                return null;
            }
        }

        return node;
    }

    private static IEnumerable<(string Name, JsonObject Schema)> Anchored(JsonNode? node) => node switch
    {
        JsonObject value => new[] { value["$dynamicAnchor"], value["$anchor"] }.OfType<JsonValue>().Select(name => (name.ToString(), value))
            .Concat(value.SelectMany(member => Anchored(member.Value))),
        JsonArray list => list.SelectMany(Anchored),
        _ => [],
    };

    private static IEnumerable<(string Id, JsonObject Schema)> Resources(JsonNode? node) => node switch
    {
        JsonObject value => (IdOf(value) is { } id ? [(id, value)] : Array.Empty<(string, JsonObject)>()).Concat(value.SelectMany(member => Resources(member.Value))),
        JsonArray list => list.SelectMany(Resources),
        _ => [],
    };

    private static IEnumerable<JsonObject> Choices(JsonNode? node) => node switch
    {
        JsonObject value => (value["discriminator"] is JsonObject && (value["oneOf"] ?? value["anyOf"]) is JsonArray ? [value] : Array.Empty<JsonObject>())
            .Concat(value.SelectMany(member => Choices(member.Value))),
        JsonArray list => list.SelectMany(Choices),
        _ => [],
    };
}
