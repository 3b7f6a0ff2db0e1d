using Microsoft.OpenApi;

namespace Dari.Corpus.Reading;

/// <summary>Holds what the generator read against what Microsoft.OpenApi reads.</summary>
internal static class OtherReader
{
    /// <param name="spec">The document.</param>
    /// <param name="generated">Method and path of each operation that was generated.</param>
    /// <param name="row">Gets an error for each difference.</param>
    public static void Compare(SpecJson spec, IReadOnlySet<string> generated, DocumentRow row)
    {
        OpenApiDocument? document;
        try
        {
            document = OpenApiDocument.Parse(spec.Root.ToJsonString(), "json").Document;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            row.Notes.Add("Microsoft.OpenApi cannot read the document: " + exception.GetType().Name);
            return;
        }

        if (document is null)
        {
            row.Notes.Add("Microsoft.OpenApi reads no document");
            return;
        }

        var theirs = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string path, IOpenApiPathItem item) in document.Paths)
        {
            foreach (HttpMethod method in item.Operations?.Keys.ToArray() ?? [])
            {
                theirs.Add(method.Method.ToUpperInvariant() + " " + path);
            }
        }

        foreach (string missing in theirs.Except(generated))
        {
            row.Errors.Add("Microsoft.OpenApi reads an operation that was not generated: " + missing);
        }

        foreach (string extra in generated.Except(theirs).Where(operation => !IsReferred(spec, operation)))
        {
            row.Errors.Add("Microsoft.OpenApi does not read the generated operation " + extra);
        }

        int schemas = document.Components?.Schemas?.Count ?? 0;
        if (schemas != (spec.Schemas?.Count ?? 0))
        {
            row.Errors.Add($"Microsoft.OpenApi reads {schemas} schemas, the document has {spec.Schemas?.Count ?? 0}");
        }
    }

    // It reads no path item that is a reference into other paths.
    private static bool IsReferred(SpecJson spec, string operation) =>
        spec.Root["paths"]?[operation[(operation.IndexOf(' ', StringComparison.Ordinal) + 1)..]]?["$ref"] is not null;
}
