using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dari.Generator.Specs;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Review.Contracts;

/// <summary>
/// Writes schemas into nodes. Different ways to say one thing become one: <c>nullable</c> and a branch of <c>null</c>,
/// a reference and an <c>allOf</c> around it, a constant and an enumeration of one value.
/// </summary>
internal sealed class SchemaContract(SpecTexts source, TypeQueue types)
{
    /// <summary>Aliases of YAML can make a page say more than any memory holds.</summary>
    private int _budget = 500_000;

    /// <summary>Beyond the budget a schema is described once, as if a reference led to it.</summary>
    public void Describe(ContractNode node, ApiSchema schema)
    {
        if (--_budget < 0)
        {
            Refer(node, schema, isWhole: true);
            return;
        }

        DescribeInPlace(node, schema);
    }

    public void DescribeInPlace(ContractNode node, ApiSchema schema)
    {
        var required = new HashSet<string>(StringComparer.Ordinal);
        Lay(node, schema, required, []);
        foreach (ContractNode property in node.Of(ContractKind.Property))
        {
            property.SetWhen(required.Remove(property.Name), "required");
        }

        // Of members that a part with a name declares.
        node.Set("requires", string.Join(", ", required.OrderBy(name => name, StringComparer.Ordinal)));
    }

    private void Lay(ContractNode node, ApiSchema schema, HashSet<string> required, HashSet<ApiSchema> active)
    {
        if (!active.Add(schema))
        {
            return;
        }

        Say(node, schema);
        bool ownsNothing = HasOnlyWords(schema);
        node.SetWhen((schema.Types & SchemaTypes.Null) != 0, "nullable");
        node.SetWhen(schema.IsDeprecated, "deprecated");
        node.SetWhen(schema.IsReadOnly, "readOnly");
        node.SetWhen(schema.IsWriteOnly, "writeOnly");
        LayExtensions(node, schema.Node);
        if (schema.Reference is { } reference)
        {
            Refer(node, reference, isWhole: ownsNothing && schema.AllOf.Count == 0);
        }

        ApiSchema[] parts = [.. schema.AllOf.Where(part => !SaysNothing(part))];
        foreach (ApiSchema part in schema.AllOf)
        {
            if (part.Reference is { } target && HasOnlyWords(part) && part.AllOf.Count == 0)
            {
                node.SetWhen((part.Types & SchemaTypes.Null) != 0, "nullable");
                Refer(node, target, isWhole: ownsNothing && schema.Reference is null && parts.Length == 1 && target.Discriminator is null);
            }
            else
            {
                Lay(node, part, required, active);
            }
        }

        LayScalar(node, schema);
        LayObject(node, schema, required);
        LayCases(node, schema, required, active);
        active.Remove(schema);
    }

    private void Refer(ContractNode node, ApiSchema target, bool isWhole)
    {
        string name = types.NameOf(target);
        if (isWhole && !node.Has("ref"))
        {
            node.Set("ref", name);
        }
        else if (node.Child(ContractKind.Part, name) is null)
        {
            node.Add(ContractKind.Part, name, node.Place).Set("ref", name);
        }
    }

    private static void LayScalar(ContractNode node, ApiSchema schema)
    {
        node.Set("type", TypeWords.Of(schema));
        node.SetWhen(schema.IsNever, "never");
        node.Set("format", schema.Format);
        node.Set("pattern", schema.Pattern);
        node.Set("minimum", schema.Minimum);
        node.Set("maximum", schema.Maximum);
        node.Set("exclusiveMinimum", schema.ExclusiveMinimum);
        node.Set("exclusiveMaximum", schema.ExclusiveMaximum);
        node.Set("multipleOf", schema.MultipleOf);
        node.Set("minLength", Text(schema.MinLength));
        node.Set("maxLength", Text(schema.MaxLength));
        node.Set("minItems", Text(schema.MinItems));
        node.Set("maxItems", Text(schema.MaxItems));
        node.Set("minProperties", Text(schema.MinProperties));
        node.Set("maxProperties", Text(schema.MaxProperties));
        node.SetWhen(schema.UniqueItems, "uniqueItems");
        node.Set("contentMediaType", schema.ContentMediaType);
        node.Set("contentEncoding", schema.ContentEncoding);
        node.Set("default", schema.Default is { } value ? CanonicalJson.Of(value) : null);
        node.Set("xml", schema.Xml is { } xml ? CanonicalJson.Of(xml) : null);
    }

    private void LayObject(ContractNode node, ApiSchema schema, HashSet<string> required)
    {
        required.UnionWith(schema.Required);
        foreach (ApiProperty property in schema.Properties)
        {
            // A part of allOf may say more about a member that another part declares.
            ContractNode child = node.Child(ContractKind.Property, property.Name)
                ?? node.Add(ContractKind.Property, property.Name, PlaceOf(schema, "properties", property));
            Describe(child, property.Schema);
        }

        foreach (ApiProperty property in schema.PatternProperties)
        {
            Describe(node.Add(ContractKind.Pattern, property.Name, PlaceOf(schema, "patternProperties", property)), property.Schema);
        }

        if (schema.AdditionalProperties is { IsNever: true })
        {
            node.Set("additionalProperties", "false");
        }
        else if (schema.AdditionalProperties is { } additional && !SaysNothing(additional))
        {
            Only(node, ContractKind.Additional, additional);
        }

        Only(node, ContractKind.Names, schema.PropertyNames);
        Only(node, ContractKind.Items, schema.Items is { } items && SaysNothing(items) ? null : schema.Items);
        Only(node, ContractKind.Not, schema.Not);
        foreach (ApiSchema item in schema.PrefixItems)
        {
            Describe(node.Add(ContractKind.Prefix, Text(node.Of(ContractKind.Prefix).Count())!, PlaceOf(item)), item);
        }
    }

    private void LayCases(ContractNode node, ApiSchema schema, HashSet<string> required, HashSet<ApiSchema> active)
    {
        foreach (SpecNode value in schema.Const is { } constant ? [constant] : schema.Enum)
        {
            LayValue(node, schema, value);
        }

        LayBranches(node, schema, "oneOf", schema.OneOf, required, active);
        LayBranches(node, schema, "anyOf", schema.AnyOf, required, active);
        if (schema.Discriminator is not { } discriminator)
        {
            return;
        }

        node.Set("discriminator", discriminator.PropertyName);
        foreach (ApiMapping mapping in discriminator.Mapping)
        {
            node.Add(ContractKind.Mapping, mapping.Value, new ContractPlace(source, discriminator.Node, null, schema.Place))
                .Set("ref", types.NameOf(mapping.Target));
        }
    }

    private void LayValue(ContractNode node, ApiSchema schema, SpecNode value)
    {
        if (value.Kind == SpecNodeKind.Null)
        {
            node.Set("nullable", "true");
            return;
        }

        string text = value.Kind == SpecNodeKind.String ? value.Text : CanonicalJson.Of(value);
        if (node.Child(ContractKind.Value, text) is null)
        {
            node.Add(ContractKind.Value, text, new ContractPlace(source, value, null, schema.Place));
        }
    }

    private void LayBranches(
        ContractNode node,
        ApiSchema schema,
        string keyword,
        IReadOnlyList<ApiSchema> all,
        HashSet<string> required,
        HashSet<ApiSchema> active)
    {
        ApiSchema[] branches = [.. all.Where(branch => !IsOnlyNull(branch))];
        node.SetWhen(branches.Length < all.Count, "nullable");
        if (branches.Length == 1 && HasOnlyWords(schema))
        {
            if (branches[0].Reference is { } target && HasOnlyWords(branches[0]))
            {
                Refer(node, target, isWhole: true);
            }
            else
            {
                Lay(node, branches[0], required, active);
            }

            return;
        }

        if (branches.Length > 0)
        {
            node.Set("union", node.Fact("union") is { } other && other != keyword ? "both" : keyword);
        }

        foreach (ApiSchema branch in branches)
        {
            Describe(node.Add(ContractKind.Case, CaseName(branch), PlaceOf(branch)), branch);
        }
    }

    /// <summary>By what a branch is, so that its position does not matter.</summary>
    private string CaseName(ApiSchema branch)
    {
        if (branch.Reference is { } reference && HasOnlyWords(branch))
        {
            return types.NameOf(reference);
        }

        string words = TypeWords.Of(branch) is { Length: > 0 } found ? found : "any";
        return branch.Title is { Length: > 0 } title ? words + " " + title : words + (branch.Format is { } format ? " " + format : "");
    }

    private void Only(ContractNode node, ContractKind kind, ApiSchema? schema)
    {
        if (schema is not null)
        {
            Describe(node.Child(kind, "") ?? node.Add(kind, "", PlaceOf(schema)), schema);
        }
    }

    private static void LayExtensions(ContractNode node, SpecNode written)
    {
        foreach (SpecMember member in written.Members)
        {
            if (OurExtensions.IsOfSchema(member.Name))
            {
                node.Set(member.Name, CanonicalJson.Of(member.Value));
            }
        }
    }

    private static void Say(ContractNode node, ApiSchema schema)
    {
        node.Say("title", schema.Title);
        node.Say("description", schema.Description);
        if (schema.Examples.Count > 0)
        {
            node.Say("examples", string.Join(", ", schema.Examples.Select(CanonicalJson.Of)));
        }
    }

    private ContractPlace PlaceOf(ApiSchema schema) => new(source, schema.Node, null, schema.Place);

    private ContractPlace PlaceOf(ApiSchema owner, string keyword, ApiProperty property) => new(
        source,
        property.Schema.Node,
        ContractPlace.Key(owner.Node.Member(keyword), property.Name),
        property.Schema.Place);

    private static bool IsOnlyNull(ApiSchema schema) =>
        schema.Types == SchemaTypes.Null && !schema.IsNullable && schema.Reference is null && schema.AllOf.Count == 0
        && schema.OneOf.Count + schema.AnyOf.Count + schema.Enum.Count == 0;

    private static bool SaysNothing(ApiSchema schema) =>
        schema.Reference is null && HasOnlyWords(schema) && !schema.IsNever && schema.AllOf.All(SaysNothing)
        && schema.OneOf.Count + schema.AnyOf.Count == 0 && (schema.Types & SchemaTypes.Null) == 0;

    /// <summary>Nothing about values but null, besides references, parts and branches.</summary>
    private static bool HasOnlyWords(ApiSchema schema) =>
        TypeWords.Of(schema).Length == 0
        && schema.Properties.Count + schema.Required.Count + schema.PatternProperties.Count + schema.PrefixItems.Count == 0
        && schema.AdditionalProperties is null && schema.Items is null && schema.PropertyNames is null && schema.Not is null
        && schema.Enum.Count == 0 && schema.Const is null && schema.Discriminator is null
        && schema.Format is null && schema.Pattern is null
        && schema.Minimum is null && schema.Maximum is null && schema.ExclusiveMinimum is null && schema.ExclusiveMaximum is null
        && schema.MinLength is null && schema.MaxLength is null && schema.MinItems is null && schema.MaxItems is null
        && schema.MinProperties is null && schema.MaxProperties is null && schema.MultipleOf is null && !schema.UniqueItems
        && schema.ContentMediaType is null && schema.ContentEncoding is null;

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
