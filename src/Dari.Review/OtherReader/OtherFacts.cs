using Microsoft.OpenApi;

namespace Dari.Review.OtherReader;

/// <summary>What Microsoft.OpenApi found, in the words of <see cref="OurFacts"/>.</summary>
internal static class OtherFacts
{
    public static IEnumerable<string> Of(OpenApiDocument document) => (document.Paths ?? [])
        .SelectMany(path => Path(path.Key, path.Value))
        .Concat((document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>()).SelectMany(schema => Schema(schema.Key, schema.Value)));

    private static IEnumerable<string> Path(string path, IOpenApiPathItem item) =>
        (item.Operations ?? []).SelectMany(operation => Operation(operation.Key.Method.ToUpperInvariant() + " " + path, item, operation.Value));

    private static IEnumerable<string> Operation(string name, IOpenApiPathItem item, OpenApiOperation operation) =>
        (operation.Parameters ?? []).Concat(item.Parameters ?? [])
            .Where(parameter => parameter.Name is not null)
            .Select(parameter => (Place: parameter.In?.ToString().ToLowerInvariant() ?? "", Name: parameter.In == ParameterLocation.Header ? parameter.Name!.ToLowerInvariant() : parameter.Name!, parameter.Required))
            .DistinctBy(parameter => (parameter.Place, parameter.Name))
            .Select(parameter => FactWords.Parameter(name, parameter.Place, parameter.Name, parameter.Required || parameter.Place == "path"))
            .Prepend(FactWords.Operation(name));

    private static IEnumerable<string> Schema(string name, IOpenApiSchema schema)
    {
        IOpenApiSchema[] own = [.. Own(schema, 0)];
        HashSet<string> required = [.. own.SelectMany(part => part.Required ?? new HashSet<string>())];
        return own.SelectMany(part => part.Properties?.Keys ?? Enumerable.Empty<string>())
            .Distinct()
            .Select(property => FactWords.Property(name, property, required.Contains(property)))
            .Prepend(FactWords.Schema(name));
    }

    /// <summary>The schema and the parts of its <c>allOf</c> that stand in it; what a reference leads to is told there.</summary>
    private static IEnumerable<IOpenApiSchema> Own(IOpenApiSchema schema, int depth) => schema is OpenApiSchemaReference || depth > 16
        ? []
        : (schema.AllOf ?? []).SelectMany(part => Own(part, depth + 1)).Prepend(schema);
}
