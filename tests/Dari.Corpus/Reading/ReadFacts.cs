using System.Text.RegularExpressions;
using Dari.Generator.Specs;
using Microsoft.OpenApi;

namespace Dari.Corpus.Reading;

/// <summary>Parameters, schemas and references as lines that two readings of one document can be compared by.</summary>
internal static partial class ReadFacts
{
    /// <summary>What the generator read.</summary>
    public static HashSet<string> Of(ApiDocument document) =>
    [
        .. document.Operations.SelectMany(operation => operation.Parameters.Select(parameter =>
            Parameter(operation.Method + " " + operation.Path, parameter.In.ToString(), parameter.Name, parameter.IsRequired))),

        // What a component only points to is told there.
        .. document.Schemas.Where(schema => schema.Schema.Reference is null).SelectMany(schema => schema.Schema.Properties.SelectMany(property =>
            Property(schema.Name, property.Name, schema.Schema.Required.Contains(property.Name), property.Schema.Reference?.ComponentName))),
    ];

    /// <summary>What Microsoft.OpenApi read, without what means nothing: a place that there is none of, a part of a path that it has not.</summary>
    public static HashSet<string> Of(OpenApiDocument document, SpecJson spec) =>
    [
        .. (document.Paths ?? []).SelectMany(path => (path.Value.Operations ?? []).SelectMany(operation =>
            (operation.Value.Parameters ?? []).Concat(path.Value.Parameters ?? [])
                .Where(parameter => parameter is { In: { } place, Name: { } name }
                    && (place != ParameterLocation.Path || HasHole(path.Key, name)))
                .DistinctBy(parameter => (parameter.In, parameter.Name))
                .Select(parameter => Parameter(
                    operation.Key.Method.ToUpperInvariant() + " " + path.Key, parameter.In?.ToString() ?? "", parameter.Name ?? "", parameter.Required)))),
        .. (document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>()).Where(schema => schema.Value is not OpenApiSchemaReference)
            .SelectMany(schema => (schema.Value.Properties ?? new Dictionary<string, IOpenApiSchema>()).SelectMany(property =>
                Property(schema.Key, property.Key, schema.Value.Required?.Contains(property.Key) == true, Target(spec, schema.Key, property.Key, property.Value)))),
    ];

    /// <summary>With the operators and patterns that may stand in a hole beside the name.</summary>
    private static bool HasHole(string path, string name) =>
        Hole().Matches(path).Any(hole => hole.Groups[1].Value == name || hole.Groups[1].Value.TrimStart('+', '#', '.', '/', ';', '?', '&').Split(':', '*', '+')[0] == name);

    [GeneratedRegex("\\{([^{}]*)\\}")]
    private static partial Regex Hole();

    // Of what an anchor names, or of what is deeper than a component, it says the last word alone.
    private static string? Target(SpecJson spec, string schema, string property, IOpenApiSchema value) =>
        value is OpenApiSchemaReference { Reference.Id: { } id }
        && spec.Schemas?[schema]?["properties"]?[property]?["$ref"]?.ToString() is { } reference && spec.IsComponent(reference) && spec.At(reference) is not null ? Uri.UnescapeDataString(id).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal) : null;

    // What is in the path is required, whatever a document says.
    private static string Parameter(string operation, string place, string name, bool isRequired) =>
        $"{operation} {place.ToLowerInvariant()} {name}{(isRequired || place is "Path" or "path" ? ", required" : "")}";

    private static IEnumerable<string> Property(string schema, string name, bool isRequired, string? reference)
    {
        yield return $"{schema}.{name}{(isRequired ? ", required" : "")}";
        if (reference is not null)
        {
            yield return $"{schema}.{name} is {reference}";
        }
    }
}
