using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dari.Corpus.Generation;
using Dari.Corpus.Reading;
using Dari.Generator.Model;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Dari.Corpus.Acceptance;

/// <summary>What NJsonSchema says of values: all schemas of a document are handed to it once, by the places of the models.</summary>
internal sealed class OtherValidator
{
    private readonly Dictionary<string, JsonSchema> _schemas = new(StringComparer.Ordinal);
    private readonly JsonSchemaValidator _validator = new();

    public OtherValidator(SpecJson spec, LoadedClient client, DocumentRow row)
    {
        var writer = new DraftWriter(spec);
        Dictionary<string, string> names = client.Model.Types.Where(type => LoadedClient.HasJson(type) && !type.IsJoined).Select(type => type.Pointer).Distinct()
            .Where(pointer => spec.At(pointer) is JsonObject)
            .ToDictionary(pointer => pointer, pointer => writer.Name((JsonObject)spec.At(pointer)!), StringComparer.Ordinal);
        string text = writer.Write();
        JsonSchema all = JsonSchema.FromJsonAsync(text).GetAwaiter().GetResult();
        foreach ((string pointer, string name) in names)
        {
            _schemas[pointer] = all.Definitions[name];
        }

        (row.SchemasReached, row.LeftOut) = (_schemas.Count, writer.LeftOut);
    }

    /// <summary>What is wrong with a value; <see langword="null"/> where NJsonSchema cannot say.</summary>
    public IReadOnlyList<string>? Errors(TypeModel type, string json)
    {
        try
        {
            return _schemas.TryGetValue(type.Pointer, out JsonSchema? schema) ? [.. _validator.Validate(json, schema).SelectMany(Errors)] : null;
        }
        catch (Exception exception) when (exception is InvalidCastException or OverflowException or RegexMatchTimeoutException)
        {
            // It compares no whole numbers beyond 64 bits.
            return null;
        }
    }

    private static IEnumerable<string> Errors(ValidationError error) =>
        error is ChildSchemaValidationError parent && parent.Errors.SelectMany(branch => branch.Value).SelectMany(Errors).ToArray() is { Length: > 0 } inner
            ? [$"{error.Kind} at {error.Path}", .. inner]
            : [$"{error.Kind} at {error.Path}"];
}
