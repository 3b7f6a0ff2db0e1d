using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Schemas;
using Dari.Generator.Model;
using Dari.Generator.Specs;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Binding.Naming.Types;

/// <summary>
/// What tells an inline branch of a union from its siblings: its title, the value that stands for it, a constant, the
/// what it extends, the member that only it requires, the member that only it has, the members that it has.
/// </summary>
internal sealed class BranchNames(ShapeFolder folder)
{
    /// <summary>From the most wanted to the least, to be put behind the name of the union; never empty.</summary>
    /// <param name="branch">An object.</param>
    /// <param name="siblings">All objects of the union.</param>
    /// <param name="discriminator">Says which value stands for which branch.</param>
    public IReadOnlyList<string> Of(ApiSchema branch, IReadOnlyList<ApiSchema> siblings, ApiDiscriminator? discriminator)
    {
        if (siblings.Count == 1)
        {
            return ["Object"];
        }

        SchemaShape shape = folder.Fold(branch);
        SchemaShape[] others = siblings.Where(one => one != branch).Select(folder.Fold).ToArray();
        IEnumerable<string?> words =
        [
            branch.Title,
            Value(branch, shape, others, discriminator),
            Constants(shape).FirstOrDefault(value => !others.Any(other => Constants(other).Contains(value))),
            Extended(branch) is { } extended && !siblings.Any(one => one != branch && Extended(one) == extended) ? extended : null,
            shape.Properties.Select(property => property.Name).FirstOrDefault(name => IsRequired(shape, name) && !others.Any(other => IsRequired(other, name))),
            shape.Properties.Select(property => property.Name).FirstOrDefault(name => !others.Any(other => other.Property(name) is not null)),
            TypedMember(shape, others),
            InnerMember(shape, others),
            .. Members(shape),
        ];
        string[] names = words.OfType<string>().Select(word => MemberNames.Pascal(word).TrimStart('_')).Where(word => word.Length > 0).ToArray();
        return names.Length > 0 ? names : ["Empty"];
    }

    /// <summary>The first members one after the other: what several branches begin with, more of them tell apart.</summary>
    private static IEnumerable<string> Members(SchemaShape shape)
    {
        string[] ordered = shape.Properties
            .Select(property => property.Name)
            .OrderBy(name => IsRequired(shape, name) ? 0 : 1)
            .Take(4)
            .ToArray();
        return ordered.Select((_, i) => string.Join(" and ", ordered.Take(i + 1)));
    }

    /// <summary>What a branch adds something to.</summary>
    private static string? Extended(ApiSchema branch)
    {
        string?[] names = branch.AllOf.Prepend(branch).Select(part => part.Reference?.ComponentName).Where(name => name is not null).ToArray();
        return names.Length == 1 ? names[0] : null;
    }

    /// <summary>A member of a member that no sibling's has: <c>UserEmail</c>.</summary>
    private string? InnerMember(SchemaShape shape, SchemaShape[] others)
    {
        foreach (ShapeProperty property in shape.Properties)
        {
            HashSet<string> known = [.. others.Select(other => other.Property(property.Name)).OfType<ShapeProperty>().SelectMany(Inner)];
            if (Inner(property).FirstOrDefault(name => !known.Contains(name)) is { } inner)
            {
                return property.Name + " " + inner;
            }
        }

        return null;
    }

    private IEnumerable<string> Inner(ShapeProperty property) =>
        folder.Fold(property.Schemas[property.Schemas.Count - 1]).Properties.Select(inner => inner.Name);

    /// <summary>A member that siblings have as well, and what it holds here: <c>LabelTexts</c>, <c>LabelObjects</c>.</summary>
    private string? TypedMember(SchemaShape shape, SchemaShape[] others)
    {
        ShapeProperty? different = shape.Properties.FirstOrDefault(property =>
            others.All(other => other.Property(property.Name) is not { } same || Kind(same) != Kind(property)));
        return different is null ? null : Singular.Of(MemberNames.Pascal(different.Name)) + Kind(different);
    }

    private string Kind(ShapeProperty property) => Kind(folder.Fold(property.Schemas[property.Schemas.Count - 1]), many: false);

    private string Kind(SchemaShape shape, bool many) => shape.Types switch
    {
        SchemaTypes.String => many ? "Texts" : "Text",
        SchemaTypes.Integer or SchemaTypes.Number => many ? "Numbers" : "Number",
        SchemaTypes.Boolean => many ? "Flags" : "Flag",
        SchemaTypes.Array => many || shape.Items is null ? "Lists" : Kind(folder.Fold(shape.Items), many: true),
        SchemaTypes.Object => many ? "Objects" : "Object",
        _ => many ? "Values" : "Value",
    };

    private string? Value(ApiSchema branch, SchemaShape shape, SchemaShape[] others, ApiDiscriminator? discriminator)
    {
        if (discriminator is null)
        {
            return null;
        }

        return discriminator.Mapping.FirstOrDefault(mapping => ShapeFolder.Follow(mapping.Target, out _) == branch)?.Value
            ?? (FirstValue(shape, discriminator) is { } value && !others.Any(other => FirstValue(other, discriminator) == value) ? value : null);
    }

    private string? FirstValue(SchemaShape owner, ApiDiscriminator discriminator)
    {
        if (owner.Property(discriminator.PropertyName) is not { } property)
        {
            return null;
        }

        SchemaShape shape = folder.Fold(property.Schemas[property.Schemas.Count - 1]);
        return shape.Const?.Text ?? shape.Enum.FirstOrDefault(value => value.Kind == SpecNodeKind.String)?.Text;
    }

    private static bool IsRequired(SchemaShape shape, string name) => shape.Required.Contains(name) && shape.Property(name) is { IsConditional: false };

    private string[] Constants(SchemaShape shape) =>
        shape.Properties.Select(Constant).Where(constant => constant is { Kind: ScalarKind.String }).Select(constant => constant!.Text).ToArray();

    private ConstantModel? Constant(ShapeProperty property) => ObjectBinder.Constant(folder.Fold(property.Schemas[property.Schemas.Count - 1]));
}
