using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Specs;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Review.Contracts;

/// <summary>The types of a schema as one word or several; what follows from its other keywords is said as well.</summary>
internal static class TypeWords
{
    public static string Of(ApiSchema schema)
    {
        SchemaTypes types = schema.Types & ~SchemaTypes.Null;
        return string.Join("|", Words(types == SchemaTypes.None ? Implied(schema) : types));
    }

    public static IReadOnlyList<string> Split(string? words) => words is null ? [] : words.Split('|');

    private static SchemaTypes Implied(ApiSchema schema)
    {
        if (schema.Properties.Count > 0 || schema.PatternProperties.Count > 0 || schema.AdditionalProperties is not null)
        {
            return SchemaTypes.Object;
        }

        if (schema.Items is not null || schema.PrefixItems.Count > 0)
        {
            return SchemaTypes.Array;
        }

        IEnumerable<SpecNode> values = schema.Const is { } constant ? [constant] : schema.Enum;
        return values.Any() && values.All(value => value.Kind is SpecNodeKind.String) ? SchemaTypes.String : SchemaTypes.None;
    }

    private static IEnumerable<string> Words(SchemaTypes types)
    {
        if ((types & SchemaTypes.Array) != 0)
        {
            yield return "array";
        }

        if ((types & SchemaTypes.Boolean) != 0)
        {
            yield return "boolean";
        }

        if ((types & SchemaTypes.Integer) != 0)
        {
            yield return "integer";
        }

        if ((types & SchemaTypes.Number) != 0)
        {
            yield return "number";
        }

        if ((types & SchemaTypes.Object) != 0)
        {
            yield return "object";
        }

        if ((types & SchemaTypes.String) != 0)
        {
            yield return "string";
        }
    }
}
