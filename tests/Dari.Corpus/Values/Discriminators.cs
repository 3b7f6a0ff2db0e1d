using System.Text.Json.Nodes;
using Dari.Corpus.Reading;

namespace Dari.Corpus.Values;

/// <summary>What members that tell schemas apart must say.</summary>
internal sealed class Discriminators(SpecJson spec)
{
    /// <summary>A schema that builds on a base with a discriminator, as a reference; the base itself stands for none.</summary>
    public string? Child(FlatSchema flat, string? name, Random random)
    {
        if (flat.Discriminators.Count == 0 || name is null || spec.Schemas is not { } schemas || !Owns(name))
        {
            return null;
        }

        string[] children = [.. schemas.Where(schema => Builds(schema.Value, name, 0)).Select(schema => schema.Key)];
        return children.Length == 0 ? null : Prefix + Escape(children[random.Next(children.Length)]);
    }

    /// <summary>Sets the members by which bases of a schema know it.</summary>
    public void Fix(FlatSchema flat, string? name, Dictionary<string, string> members)
    {
        foreach (JsonNode discriminator in flat.Discriminators)
        {
            if (name is not null && Property(discriminator) is { } property)
            {
                members.TryAdd(property, Value(discriminator, name));
            }
        }

        // A case must say what it is wherever it stands: OpenAPI wants the member in each, whether or not it is declared.
        foreach (JsonNode discriminator in name is null ? [] : spec.DiscriminatorsByCase[name])
        {
            if (Property(discriminator) is { } property)
            {
                members.TryAdd(property, Value(discriminator, name!));
            }
        }
    }

    /// <exception cref="NoInstanceException">The schema must say something else in the same member, as what it builds on knows it.</exception>
    public void FixCase(FlatSchema flat, string? name, JsonNode discriminator, JsonNode? picked, Dictionary<string, string> members)
    {
        if (Property(discriminator) is { } property && SpecJson.ReferenceOf(picked) is { } reference)
        {
            if (name is not null && flat.Discriminators.Any(own => own != discriminator && Property(own) == property && Value(own, name) != Value(discriminator, reference.Split('/')[^1])))
            {
                throw new NoInstanceException();
            }

            members[property] = Value(discriminator, reference.Split('/')[^1]);
        }
    }

    private string Prefix => spec.IsSwagger ? "#/definitions/" : "#/components/schemas/";

    private static string? Property(JsonNode discriminator) =>
        discriminator is JsonObject value ? value["propertyName"]?.ToString() : discriminator.ToString();

    private string Value(JsonNode discriminator, string name)
    {
        foreach ((string value, JsonNode? target) in (discriminator as JsonObject)?["mapping"] as JsonObject ?? [])
        {
            if (target?.ToString() is { } text && (text == name || text.Split('/')[^1] == name))
            {
                return value;
            }
        }

        JsonNode? schema = spec.Schemas?[name];
        return (schema?["x-ms-discriminator-value"] ?? schema?["x-discriminator-value"])?.ToString() ?? name;
    }

    private bool Owns(string name) => spec.Schemas?[name] is JsonObject schema && schema["discriminator"] is not null;

    private bool Builds(JsonNode? schema, string name, int depth) =>
        depth < 16 && schema is JsonObject value && value["allOf"] is JsonArray parts
        && parts.Select(part => part?["$ref"]?.ToString().Split('/')[^1]).OfType<string>()
            .Any(part => part == name || Builds(spec.Schemas?[part], name, depth + 1));

    private static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
