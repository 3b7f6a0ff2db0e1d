using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Dari.Corpus.Reading;

/// <summary>Holds what the generator read against what Microsoft.OpenApi reads.</summary>
internal static class OtherReader
{
    /// <param name="spec">The document.</param>
    /// <param name="generated">Method and path of each operation that was generated.</param>
    /// <param name="facts">What the generator read of parameters, schemas and references.</param>
    /// <param name="row">Gets an error for each difference.</param>
    public static void Compare(SpecJson spec, IReadOnlySet<string> generated, HashSet<string> facts, DocumentRow row)
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

        HashSet<string> others;
        try
        {
            others = ReadFacts.Of(document, spec);
        }
        catch (NullReferenceException)
        {
            // Its references throw when what they lead to is not there or leads back to them.
            row.Notes.Add("Microsoft.OpenApi has references that it cannot follow");
            others = facts;
        }

        row.Errors.AddRange(others.Except(facts).Select(missing => "Microsoft.OpenApi reads and the generator does not: " + missing));
        row.Errors.AddRange(facts.Except(others).Where(fact => !IsCompleted(fact) && !IsReferred(spec, fact)).Select(extra => "the generator reads and Microsoft.OpenApi does not: " + extra));
        int schemas = document.Components?.Schemas?.Count ?? 0;
        if (schemas != (spec.Schemas?.Count ?? 0))
        {
            row.Errors.Add($"Microsoft.OpenApi reads {schemas} schemas, the document has {spec.Schemas?.Count ?? 0}");
        }
    }

    // What a path has and no one declares is a parameter for the generator alone.
    private static bool IsCompleted(string fact) =>
        fact.Split(" path ", 2) is [var operation, var name] && operation.Contains("{" + name.Replace(", required", "", StringComparison.Ordinal) + "}", StringComparison.Ordinal);

    // It reads no path item that is a reference into other paths.
    private static bool IsReferred(SpecJson spec, string fact) =>
        fact[(fact.IndexOf(' ', StringComparison.Ordinal) + 1)..] is var rest
        && (spec.Root["paths"] as JsonObject ?? []).Any(path => (path.Value as JsonObject)?["$ref"] is not null
            && (rest == path.Key || rest.StartsWith(path.Key + " ", StringComparison.Ordinal)));
}
