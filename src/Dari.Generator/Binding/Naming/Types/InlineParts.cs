using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dari.Generator.Binding.Schemas;
using Dari.Generator.Specs;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Binding.Naming.Types;

/// <summary>
/// A part of a schema that stands within it, and what it would be called there. A reference is no such part: what it
/// leads to has a place of its own.
/// </summary>
/// <param name="Schema">The part.</param>
/// <param name="Names">From the most wanted to the least.</param>
/// <param name="IsMember">It is a property, whose own <c>x-dari-name</c> names the property.</param>
/// <param name="IsFolded">It becomes a part of the type that it stands in and no type of its own.</param>
internal sealed record InlinePart(ApiSchema Schema, IReadOnlyList<NameHint> Names, bool IsMember = false, bool IsFolded = false)
{
    /// <summary>What was made singular has less right to a name than what has it as it stands.</summary>
    public int Rank { get; init; } = 1;
}

/// <summary>Finds the parts of a schema, each with names made from the name of the whole.</summary>
internal sealed class InlineParts(ShapeFolder folder, SchemaClassifier classifier, NameOverrides overrides)
{
    private readonly BranchNames _branches = new(folder);

    public List<InlinePart> Of(ApiSchema schema, NameHint name)
    {
        var parts = new List<InlinePart>(schema.Properties.Count + schema.AllOf.Count);
        AddWhole(parts, schema, name);
        AddProperties(parts, schema, name);
        parts.AddRange(Values(schema, name));
        AddBranches(parts, schema, name);
        return parts;
    }

    /// <summary>What an allOf adds is the thing itself, and so are the items of a list.</summary>
    private static void AddWhole(List<InlinePart> parts, ApiSchema schema, NameHint name)
    {
        foreach (ApiSchema part in schema.AllOf)
        {
            parts.Add(new InlinePart(part, [name], IsFolded: true));
        }

        if (schema.Items is { } items)
        {
            parts.Add(new InlinePart(items, [name.Item(), name.Suffix("Item")]) { Rank = 2 });
        }

        for (int i = 0; i < schema.PrefixItems.Count; i++)
        {
            parts.Add(new InlinePart(schema.PrefixItems[i], [name.Item(), name.Suffix("Item")]) { Rank = 2 });
        }
    }

    private void AddProperties(List<InlinePart> parts, ApiSchema schema, NameHint name)
    {
        for (int i = 0; i < schema.Properties.Count; i++)
        {
            ApiProperty property = schema.Properties[i];
            string? asked = overrides.Property(property.Schema);
            NameHint hint = asked is null ? name.Property(property.Name) : name.Suffix(asked);
            parts.Add(new InlinePart(property.Schema, [hint], IsMember: true, IsFolded: IsConstant(schema, property)));
        }
    }

    private IEnumerable<InlinePart> Values(ApiSchema schema, NameHint name)
    {
        if (schema.AdditionalProperties is null && schema.PatternProperties.Count == 0)
        {
            return [];
        }

        bool isMap = classifier.Classify(schema) == SchemaKind.Map;
        IEnumerable<ApiSchema> values = schema.PatternProperties.Select(property => property.Schema);
        if (schema.AdditionalProperties is { } additional)
        {
            values = values.Prepend(additional);
        }

        return values.Select(value => new InlinePart(value, isMap ? [name.MapValue(), name.Suffix("Value")] : [name.Property("additionalProperty")]));
    }

    private bool IsConstant(ApiSchema owner, ApiProperty property) =>
        owner.Required.Contains(property.Name) && property.Schema.Reference is null && ObjectBinder.Constant(folder.Fold(property.Schema)) is not null;

    private void AddBranches(List<InlinePart> parts, ApiSchema schema, NameHint name)
    {
        if (schema.OneOf.Count + schema.AnyOf.Count == 0)
        {
            return;
        }

        // Beside properties of its own, the members of the branches are members of the whole.
        bool isFolded = classifier.Classify(schema) == SchemaKind.Object;
        foreach ((string keyword, IReadOnlyList<ApiSchema> all) in new[] { ("OneOf", schema.OneOf), ("AnyOf", schema.AnyOf) })
        {
            ApiSchema[] branches = SchemaClassifier.Branches(new ShapeUnion(all, null)).ToArray();
            ApiSchema[] objects = branches.Where(IsObject).Select(branch => ShapeFolder.Follow(branch, out _)).Distinct().ToArray();
            ApiSchema[] texts = branches.Where(IsText).ToArray();
            foreach (ApiSchema branch in branches)
            {
                // Unions within a union are one with it, and so are several lists of texts.
                bool isUnion = classifier.Classify(branch) is SchemaKind.Choice or SchemaKind.Single or SchemaKind.Union;
                bool isMerged = isFolded || isUnion || (texts.Contains(branch) && (texts.Length == branches.Length || texts[0] != branch));
                parts.Add(branches.Length == 1
                    ? new InlinePart(branch, [name], IsFolded: isFolded)
                    : new InlinePart(
                        branch,
                        isUnion ? [name] : [.. Names(schema, branch, objects, name), name.Suffix(keyword + Index(all, branch))],
                        IsFolded: isMerged));
            }
        }
    }

    private static string Index(IReadOnlyList<ApiSchema> all, ApiSchema branch) => all.ToList().IndexOf(branch).ToString(CultureInfo.InvariantCulture);

    private NameHint[] Names(ApiSchema schema, ApiSchema branch, ApiSchema[] objects, NameHint name) => classifier.Classify(branch) switch
    {
        SchemaKind.Enum => [name.Suffix(IsText(branch) ? "Text" : "Number")],
        SchemaKind.List => [name.Suffix("List")],
        _ when objects.Contains(branch) => _branches.Of(branch, objects, schema.Discriminator).Select(word => name.Suffix(word)).ToArray(),
        _ => [name],
    };

    private bool IsText(ApiSchema branch) => folder.Fold(branch).Types == SchemaTypes.String
        || (folder.Fold(branch) is { Types: SchemaTypes.None } shape && SchemaClassifier.ValueKind(shape) == SpecNodeKind.String);

    private bool IsObject(ApiSchema branch) => classifier.Classify(ShapeFolder.Follow(branch, out _)) switch
    {
        SchemaKind.Object or SchemaKind.Map or SchemaKind.Union => true,
        SchemaKind.Scalar => folder.Fold(ShapeFolder.Follow(branch, out _)).Types == SchemaTypes.Object,
        _ => false,
    };
}
