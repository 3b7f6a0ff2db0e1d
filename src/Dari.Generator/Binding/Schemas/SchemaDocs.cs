using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Model;
using Dari.Generator.Specs;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Binding.Schemas;

/// <summary>What the document says about a schema, for its doc comment: words, and the rules a value must keep.</summary>
internal static class SchemaDocs
{
    public const string Deprecated = "The document marks this as deprecated.";

    public static DocsModel Of(SchemaShape shape) =>
        new(shape.Description, null, shape.IsDeprecated ? Deprecated : null);

    /// <summary>A member's own words win over those of the type that it refers to.</summary>
    public static DocsModel OfMember(ApiSchema schema, SchemaShape shape) =>
        new(schema.Description ?? shape.Description, Rules(ShapeFolder.Follow(schema, out _), schema), schema.IsDeprecated ? Deprecated : null);

    private static string? Rules(ApiSchema target, ApiSchema schema)
    {
        var rules = new List<string>();
        Add(rules, "At least ", target.Minimum);
        Add(rules, "More than ", target.ExclusiveMinimum);
        Add(rules, "At most ", target.Maximum);
        Add(rules, "Less than ", target.ExclusiveMaximum);
        Add(rules, "A multiple of ", target.MultipleOf);
        Add(rules, "Minimum length ", target.MinLength?.ToString());
        Add(rules, "Maximum length ", target.MaxLength?.ToString());
        Add(rules, "Minimum count ", target.MinItems?.ToString());
        Add(rules, "Maximum count ", target.MaxItems?.ToString());
        Add(rules, "Pattern ", target.Pattern);
        Add(rules, "Default ", Text(schema.Default ?? target.Default));
        return rules.Count == 0 ? null : string.Join(" ", rules.Select(rule => rule + "."));
    }

    private static void Add(List<string> rules, string words, string? value)
    {
        if (value is not null)
        {
            rules.Add(words + value);
        }
    }

    private static string? Text(SpecNode? node) => node?.Kind switch
    {
        SpecNodeKind.String => "\"" + node.Text + "\"",
        SpecNodeKind.Number or SpecNodeKind.Boolean => node.Text,
        _ => null,
    };
}
