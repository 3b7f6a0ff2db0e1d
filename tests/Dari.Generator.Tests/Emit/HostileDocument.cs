using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Dari.Generator.Tests.Emit;

/// <summary>A document in which every string of its author is followed by text that tries to leave its place.</summary>
/// <param name="seed">Another one, another text at each place.</param>
/// <param name="isWhole">Also names of parameters, addresses and formats, which decide what is generated.</param>
internal sealed class HostileDocument(int seed, bool isWhole = false)
{
    public const string Payload = "class Injected { }";

    private static readonly string[] Hostile =
    [
        "*/ " + Payload + " /*", "\" + " + Payload + " + \"", "\"\"\"" + Payload + "\"\"\"", "\\u0022; " + Payload, "\\\"" + Payload, "{" + Payload + "}{{0}}",
        "\n" + Payload + "\n", "\r\n" + Payload, "\u0085" + Payload, "\u2028" + Payload + "\u2029", "\0\v\f\u001b" + Payload, "\u202E" + Payload + "\u202C\u2066",
        "</summary>" + Payload + "<![CDATA[", "\n#line 1 \"x\"\n#pragma warning disable\n" + Payload, "]; " + Payload + " [Obsolete(", "'" + Payload + "\\",
        "`" + Payload + "` @\"", "\uDB40\uDC01\uFEFF" + Payload, new string('n', 2000) + Payload,
    ];

    /// <summary>Words of OpenAPI: what stands there decides what a document is.</summary>
    private static readonly HashSet<string> Structure =
    [
        "openapi", "swagger", "type", "format", "in", "style", "collectionFormat", "$ref", "url", "tokenUrl", "authorizationUrl", "host", "basePath", "scheme",
        "contentEncoding", "$schema", "jsonSchemaDialect", "version",
    ];

    /// <summary>Those without which nothing is left of a document.</summary>
    private static readonly HashSet<string> Skeleton = ["openapi", "swagger", "type", "in", "style", "collectionFormat", "$ref", "scheme", "version"];

    /// <summary>Maps whose keys the author chose.</summary>
    private static readonly HashSet<string> Names = ["properties", "schemas", "definitions", "securitySchemes", "mapping", "headers", "variables", "scopes"];

    private int _next;

    /// <summary>The JSON text of the document.</summary>
    public string Of(JsonObject document) => Documents.SpecTree.Write(Walk(document, "")!);

    /// <summary>The same for the same name everywhere, so that what refers to it still does.</summary>
    private static string Name(string name, int seed) => name + Hostile[(int)((uint)(Hash(name) + seed) % (uint)Hostile.Length)];

    private JsonNode? Walk(JsonNode? node, string key) => node switch
    {
        JsonObject map => Map(map, key),
        JsonArray list => new JsonArray([.. list.Select(item => Walk(item, key))]),
        JsonValue value when value.TryGetValue(out string? text) => JsonValue.Create(Text(text, key)),
        _ => node?.DeepClone(),
    };

    private JsonObject Map(JsonObject map, string key)
    {
        var result = new JsonObject();
        foreach ((string name, JsonNode? value) in map)
        {
            string changed = Names.Contains(key) ? Name(name, seed)
                : key == "paths" ? Holes(name) + "/" + Next().Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)
                : key == "content" ? name + "; x=" + Next()
                : name.StartsWith("x-", StringComparison.Ordinal) ? name + Next()
                : name;
            result.TryAdd(changed, Names.Contains(key) ? Walk(value, "") : Walk(value, name));
        }

        // A parameter, or the place of an API key.
        if (isWhole && map["in"] is JsonValue place && map["name"] is JsonValue called && called.TryGetValue(out string? own))
        {
            result["name"] = place.ToString() == "path" ? Hole(own) : own + Next();
        }

        return result;
    }

    private string Text(string text, string key) => key switch
    {
        "required" or "propertyName" => Name(text, seed),
        "$ref" => Reference(text),
        "name" => text,
        _ when (isWhole ? Skeleton : Structure).Contains(key) => text,
        _ => text + Next(),
    };

    /// <summary>A path whose parameters have the names that they have where they are declared.</summary>
    private string Holes(string path) => isWhole ? Regex.Replace(path, "\\{([^{}]*)\\}", hole => "{" + Hole(hole.Groups[1].Value) + "}") : path;

    // What is between braces has none, and a slash would part the path.
    private string Hole(string name) => Regex.Replace(Name(name, seed), "[{}/?#]", "");

    private string Reference(string reference)
    {
        int name = reference.LastIndexOf('/') + 1;
        bool isSchema = reference.StartsWith("#/components/schemas/", StringComparison.Ordinal) || reference.StartsWith("#/definitions/", StringComparison.Ordinal);
        return isSchema && reference.Count(c => c == '/') <= 3
            ? reference[..name] + Name(reference[name..], seed).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)
            : reference;
    }

    private string Next() => Hostile[(seed + _next++) % Hostile.Length];

    private static int Hash(string text) => text.Aggregate(17, static (hash, c) => unchecked((hash * 31) + c));
}
