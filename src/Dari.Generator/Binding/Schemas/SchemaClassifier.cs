using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dari.Generator.Specs;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Binding.Schemas;

/// <summary>Decides what a schema becomes. It names and declares nothing, so it may be asked before names exist.</summary>
internal sealed class SchemaClassifier(ShapeFolder folder, Inheritance inheritance)
{
    public SchemaKind Classify(ApiSchema target)
    {
        if (target.IsNever)
        {
            return SchemaKind.Any;
        }

        SchemaShape shape = folder.Fold(target);
        if (shape.Enum.Count > 0)
        {
            return EnumKind(shape);
        }

        if (inheritance.IsBase(target))
        {
            return SchemaKind.Union;
        }

        return shape.Unions.Count switch
        {
            0 => Structure(shape),
            1 => Union(shape.Unions[0], shape),
            _ => SchemaKind.Any,
        };
    }

    /// <summary>The branches of a union that are not null, each followed to what it points to.</summary>
    public static IReadOnlyList<ApiSchema> Branches(ShapeUnion union) =>
        union.Branches.Where(branch => !IsNull(branch)).ToArray();

    public static bool HasNull(ShapeUnion union) => union.Branches.Any(IsNull);

    /// <summary>The kind of the values of an enumeration when they are all of one.</summary>
    public static SpecNodeKind? ValueKind(SchemaShape shape)
    {
        SpecNodeKind[] kinds = shape.Enum.Select(value => value.Kind).Where(kind => kind != SpecNodeKind.Null).Distinct().ToArray();
        return kinds.Length == 1 ? kinds[0] : null;
    }

    private static SchemaKind EnumKind(SchemaShape shape) => (ValueKind(shape), shape.Types) switch
    {
        (SpecNodeKind.String, SchemaTypes.None or SchemaTypes.String) => SchemaKind.Enum,

        // Values that YAML reads as numbers or booleans, under a type that says they are strings.
        (SpecNodeKind.Number or SpecNodeKind.Boolean, SchemaTypes.String) => SchemaKind.Enum,
        (SpecNodeKind.Number, SchemaTypes.None or SchemaTypes.Integer or SchemaTypes.Number)
            when shape.Enum.All(value => value.Kind == SpecNodeKind.Null || IsInteger(value.Text)) => SchemaKind.Enum,
        (SpecNodeKind.Number or SpecNodeKind.Boolean, _) => SchemaKind.Scalar,
        (SpecNodeKind.String, SchemaTypes.Integer or SchemaTypes.Number or SchemaTypes.Boolean) => SchemaKind.Scalar,
        _ => SchemaKind.Any,
    };

    private SchemaKind Union(ShapeUnion union, SchemaShape shape)
    {
        IReadOnlyList<ApiSchema> branches = Branches(union);
        if (branches.Count == 1 && shape.Properties.Count == 0)
        {
            return SchemaKind.Single;
        }

        if (branches.Count == 0 || branches.Any(ShapeFolder.SaysNothing))
        {
            return Structure(shape) is SchemaKind.Any or SchemaKind.Scalar ? SchemaKind.Any : Structure(shape);
        }

        ApiDiscriminator? discriminator = union.Discriminator ?? shape.Discriminator;
        return discriminator is not null && branches.All(branch => IsCase(branch) && HasValue(branch, discriminator))
            ? SchemaKind.Union
            : SchemaKind.Choice;
    }

    /// <summary>The values that a case itself allows for its discriminator; empty when it does not say.</summary>
    public string[] OwnValues(ApiSchema target, string discriminator)
    {
        if (folder.Fold(target).Property(discriminator) is not { } property)
        {
            return [];
        }

        SchemaShape shape = folder.Fold(property.Schemas[property.Schemas.Count - 1]);
        return shape.Const is { } constant
            ? [constant.Text]
            : shape.Enum.Where(value => value.Kind is SpecNodeKind.String or SpecNodeKind.Number or SpecNodeKind.Boolean).Select(value => value.Text).ToArray();
    }

    private bool HasValue(ApiSchema branch, ApiDiscriminator discriminator)
    {
        ApiSchema target = ShapeFolder.Follow(branch, out _);
        return target.ComponentName is not null
            || discriminator.Mapping.Any(mapping => ShapeFolder.Follow(mapping.Target, out _) == target)
            || OwnValues(target, discriminator.PropertyName).Length > 0;
    }

    /// <summary>Whether a branch becomes a record of its own, which can be a case of a union.</summary>
    public bool IsCase(ApiSchema branch)
    {
        ApiSchema target = ShapeFolder.Follow(branch, out bool isNullable);
        return !isNullable
            && folder.IsObjectLike(target)
            && !inheritance.IsBase(target)
            && folder.Fold(target) is { Unions.Count: 0, IsNullable: false };
    }

    private static SchemaKind Structure(SchemaShape shape)
    {
        SchemaTypes types = TypesOf(shape);
        return types switch
        {
            SchemaTypes.Object => Object(shape),
            SchemaTypes.Array => SchemaKind.List,
            SchemaTypes.None => ScalarKinds.Of(shape) is null ? SchemaKind.Any : SchemaKind.Scalar,
            _ => ScalarKinds.Of(shape) is null ? SchemaKind.Choice : SchemaKind.Scalar,
        };
    }

    /// <summary>What a schema says it is, else what its keywords are about.</summary>
    public static SchemaTypes TypesOf(SchemaShape shape) =>
        shape.Types != SchemaTypes.None ? shape.Types
        : shape.Properties.Count > 0 || shape.AdditionalProperties is not null || shape.PatternProperties.Count > 0
            ? SchemaTypes.Object
        : shape.Items is not null || shape.PrefixItems.Count > 0 ? SchemaTypes.Array : SchemaTypes.None;

    private static SchemaKind Object(SchemaShape shape)
    {
        if (shape.Properties.Count > 0 || shape.AdditionalProperties is { IsNever: true } && shape.PatternProperties.Count == 0)
        {
            return SchemaKind.Object;
        }

        return ValueSchema(shape) is null ? SchemaKind.Scalar : SchemaKind.Map;
    }

    /// <summary>The schema of the values of a map; <see langword="null"/> for an object that nothing is known of.</summary>
    public static ApiSchema? ValueSchema(SchemaShape shape)
    {
        if (shape.AdditionalProperties is { IsNever: false } additional && !ShapeFolder.SaysNothing(additional))
        {
            return additional;
        }

        return shape.PatternProperties.Count == 1 && shape.AdditionalProperties is null or { IsNever: true }
            ? shape.PatternProperties[0].Schema
            : null;
    }

    private static bool IsInteger(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static bool IsNull(ApiSchema branch)
    {
        ApiSchema target = ShapeFolder.Follow(branch, out _);
        return target is { Types: SchemaTypes.Null, IsNullable: false }
            || target.Const is { Kind: SpecNodeKind.Null }
            || (target.Enum.Count > 0 && target.Enum.All(value => value.Kind == SpecNodeKind.Null));
    }
}
