using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Dari.Emulator.Contract;

/// <summary>One schema, compiled when it is first needed and then kept for the life of the process.</summary>
internal sealed partial class SchemaCheck(JsonObject root, JsonNode? schema, bool forRequest)
{
    private readonly Lazy<JsonSchema> _compiled = new(() => Compile(root, schema, forRequest));

    /// <summary>Finds what is wrong with a JSON text.</summary>
    public IReadOnlyList<Finding> Check(string json, string place = "body")
    {
        try
        {
            return [.. _compiled.Value.Validate(json).SelectMany(error => Describe(error, place))];
        }
        catch (Newtonsoft.Json.JsonException exception)
        {
            return [new Finding(place, "", "json", $"is not JSON that can be checked: {exception.GetType().Name}")];
        }
    }

    /// <summary>Whether a parameter's text fits, as a string or as the JSON that it spells.</summary>
    public bool AllowsText(string text) =>
        Check(JsonValue.Create(text).ToJsonString()).Count == 0 || ((Literal().IsMatch(text) || text is ['{' or '[', ..]) && Check(text).Count == 0);

    /// <summary>Whether a form part's text fits; objects and lists come as JSON there.</summary>
    public bool AllowsPart(string text) =>
        AllowsText(text) || (text.AsSpan().TrimStart() is ['{' or '[', ..] && Check(text).Count == 0);

    private static JsonSchema Compile(JsonObject root, JsonNode? schema, bool forRequest)
    {
        // Nodes that were parsed from JSON fill themselves lazily, so two threads must not walk them at once.
        lock (root)
        {
            string text = new SchemaRewriter(root, forRequest).Rewrite(schema);
            return JsonSchema.FromJsonAsync(text).GetAwaiter().GetResult();
        }
    }

    private static IEnumerable<Finding> Describe(ValidationError error, string place)
    {
        yield return new Finding(place, Pointer(error.Path), error.Kind.ToString(), Words().Replace(error.Kind.ToString(), " $1").Trim().ToLowerInvariant());
        if (error is ChildSchemaValidationError parent)
        {
            foreach (Finding inner in parent.Errors.SelectMany(static branch => branch.Value).SelectMany(inner => Describe(inner, place)))
            {
                yield return inner;
            }
        }
    }

    private static string Pointer(string? path) =>
        Index().Replace((path ?? "").TrimStart('#').TrimStart('/'), ".$1") is { Length: > 0 } text ? "/" + text.TrimStart('.').Replace('.', '/') : "";

    [GeneratedRegex(@"\A(true|false|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?)\z")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\[([0-9]+)\]")]
    private static partial Regex Index();

    [GeneratedRegex("([A-Z][a-z]*)")]
    private static partial Regex Words();
}
