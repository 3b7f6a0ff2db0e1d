using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dari.Corpus.Reading;

namespace Dari.Corpus.Checks.Requests;

/// <summary>A parameter as the document declares it, read without any of the generator's code.</summary>
internal sealed partial record DeclaredParameter(string Name, string Place, JsonObject Node, bool IsSwagger)
{
    // OpenAPI: parameters of the first three names are ignored. The others are facts of the connection (RFC 9110, 7.6.1 and 8.6).
    private static readonly string[] Ignored =
    [
        "accept", "content-type", "authorization",
        "connection", "content-length", "host", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade",
    ];

    /// <summary>Whether it can be sent at all: a header or cookie must have a token as its name (RFC 9110, 5.6.2).</summary>
    public bool CanBeSent => Place switch
    {
        "header" => Token().IsMatch(Name) && !Ignored.Contains(Name.ToLowerInvariant()),
        "cookie" => Token().IsMatch(Name),
        _ => true,
    };

    /// <summary>All of the query is the value (3.2).</summary>
    public bool IsWhole => Node["in"]?.ToString() == "querystring";

    public bool IsRequired => Place == "path" || Node["required"]?.ToString() == "true";

    public string Style => IsSwagger
        ? Node["collectionFormat"]?.ToString() switch { "ssv" => "spaceDelimited", "pipes" => "pipeDelimited", "tsv" => "tabDelimited", _ => Usual }
        : Node["style"]?.ToString() ?? Usual;

    public bool IsExploded => IsSwagger
        ? Node["collectionFormat"]?.ToString() == "multi"
        : Node["explode"] is { } explode ? explode.ToString() == "true" : Style is "form" or "deepObject";

    /// <summary>The media type of a parameter that is described by its content.</summary>
    public string? ContentType => (Node["content"] as JsonObject)?.FirstOrDefault().Key;

    public JsonNode? Schema => ContentType is { } type ? Node["content"]![type]?["schema"] : Node["schema"] ?? (IsSwagger || Node.ContainsKey("type") ? Node : null);

    private string Usual => Place is "query" or "cookie" ? "form" : "simple";

    /// <summary>Those of an operation, with those of its path item that it does not replace.</summary>
    public static IReadOnlyList<DeclaredParameter> Of(SpecJson spec, JsonObject operation, JsonObject item)
    {
        DeclaredParameter[] own = Read(operation);
        return [.. own, .. Read(item).Where(shared => !own.Any(one => (one.Place, one.Name) == (shared.Place, shared.Name)))];

        // Of one that is declared twice the first counts.
        DeclaredParameter[] Read(JsonObject holder) =>
        [
            .. (holder["parameters"] as JsonArray ?? []).Select(spec.Follow).OfType<JsonObject>()
                .Select(node => new DeclaredParameter(node["name"]?.ToString() ?? "", PlaceOf(node), node, spec.IsSwagger))
                .DistinctBy(parameter => (parameter.Place, parameter.Name)),
        ];
    }

    // A whole query is its fields (3.2).
    private static string PlaceOf(JsonObject node) => node["in"]?.ToString().ToLowerInvariant() switch { "querystring" => "query", var place => place ?? "" };

    public static bool IsToken(string name) => Token().IsMatch(name);

    [GeneratedRegex("^[!#$%&'*+.^_`|~0-9A-Za-z-]+$")]
    private static partial Regex Token();
}
