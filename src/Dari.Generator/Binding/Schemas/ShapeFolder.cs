using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Schemas;

/// <summary>Follows references and lays <c>allOf</c> parts over each other.</summary>
internal sealed class ShapeFolder
{
    private readonly Dictionary<ApiSchema, SchemaShape> _shapes = [];

    // Empty between two schemas: laying one folds no other.
    private readonly HashSet<ApiSchema> _active = [];

    public SchemaShape Fold(ApiSchema schema)
    {
        if (!_shapes.TryGetValue(schema, out SchemaShape? shape))
        {
            shape = new SchemaShape();
            // Known before it is complete: a branch of its own union may lead back here.
            _shapes.Add(schema, shape);
            Lay(schema, shape, _active);
            ApplyUnionsBesideProperties(shape);
        }

        return shape;
    }

    /// <summary>
    /// The schema that <paramref name="schema"/> only points to, by <c>$ref</c> or by an <c>allOf</c> of one that adds
    /// nothing but words; and whether one of those steps said that null is allowed.
    /// </summary>
    public static ApiSchema Follow(ApiSchema schema, out bool isNullable)
    {
        isNullable = false;
        ApiSchema first = schema;
        HashSet<ApiSchema>? seen = null;
        for (int steps = 0; Alias(schema) is { } next; steps++)
        {
            isNullable |= (schema.Types & SchemaTypes.Null) != 0;

            // Almost every schema stands for itself or for one that does.
            if (steps > 0 && !(seen ??= [first]).Add(schema))
            {
                break;
            }

            schema = next;
        }

        return schema;
    }

    /// <summary>Whether a schema constrains the shape of values at all, other than by null.</summary>
    public static bool SaysNothing(ApiSchema schema) =>
        schema.Reference is null && !HasStructure(schema) && schema.AllOf.All(SaysNothing) && !schema.IsNever;

    private static ApiSchema? Alias(ApiSchema schema)
    {
        if (schema.Reference is { } reference)
        {
            return HasStructure(schema) || schema.AllOf.Count > 0 ? null : reference;
        }

        // Asked of every schema, many times over.
        if (schema.AllOf.Count == 0 || HasStructure(schema, ignoreTypes: true))
        {
            return null;
        }

        ApiSchema[] parts = schema.AllOf.Where(part => !SaysNothing(part)).ToArray();

        // "Cat: allOf [Animal]" under a discriminator is a case of Animal, not another name for it.
        bool isCase = schema.ComponentName is not null && parts.Length == 1 && parts[0].Reference is { Discriminator: not null };

        // A component that wraps an inline schema is that schema, and has a name that the inline one has not.
        bool isNamed = schema.ComponentName is not null && parts.Length == 1 && parts[0].Reference is null;
        return parts.Length == 1 && !isCase && !isNamed ? parts[0] : null;
    }

    private static bool HasStructure(ApiSchema schema, bool ignoreTypes = false) =>
        (!ignoreTypes && (schema.Types & ~SchemaTypes.Null) != 0)
        || schema.Properties.Count > 0
        || schema.Required.Count > 0
        || schema.AdditionalProperties is not null
        || schema.PatternProperties.Count > 0
        || schema.Items is not null
        || schema.PrefixItems.Count > 0
        || schema.OneOf.Count > 0
        || schema.AnyOf.Count > 0
        || schema.Enum.Count > 0
        || schema.Const is not null
        || schema.Format is not null
        || schema.Discriminator is not null;

    private static void Lay(ApiSchema schema, SchemaShape shape, HashSet<ApiSchema> active)
    {
        if (!active.Add(schema))
        {
            return; // allOf that contains itself: nothing new to say.
        }

        if (schema.Reference is { } reference)
        {
            Lay(reference, shape, active);
        }

        for (int i = 0; i < schema.AllOf.Count; i++)
        {
            Lay(schema.AllOf[i], shape, active);
        }

        LayTypes(schema, shape);
        LayValues(schema, shape, active);
        LayObject(schema, shape);
        active.Remove(schema);
    }

    private static void LayTypes(ApiSchema schema, SchemaShape shape)
    {
        SchemaTypes types = schema.Types & ~SchemaTypes.Null;
        if (types != 0)
        {
            SchemaTypes both = shape.Types & types;
            shape.Types = shape.Types == 0 ? types : both != 0 ? both : types;
            shape.IsNullable = (schema.Types & SchemaTypes.Null) != 0;
        }
        else
        {
            shape.IsNullable |= (schema.Types & SchemaTypes.Null) != 0;
        }

        shape.Format = schema.Format ?? shape.Format;
        shape.ContentMediaType = schema.ContentMediaType ?? shape.ContentMediaType;
        shape.Pattern = schema.Pattern ?? shape.Pattern;
        shape.Minimum = schema.Minimum ?? schema.ExclusiveMinimum ?? shape.Minimum;
        shape.Maximum = schema.Maximum ?? schema.ExclusiveMaximum ?? shape.Maximum;
        shape.Description = schema.Description ?? shape.Description;
        shape.IsDeprecated |= schema.IsDeprecated;
    }

    private static void LayValues(ApiSchema schema, SchemaShape shape, HashSet<ApiSchema> active)
    {
        if (schema.Enum.Count > 0)
        {
            shape.Enum = schema.Enum;
            shape.EnumOrigin = schema;
        }

        shape.Const = schema.Const ?? shape.Const;
        shape.Items = Both(shape.Items, schema.Items);
        shape.PrefixItems = schema.PrefixItems.Count > 0 ? schema.PrefixItems : shape.PrefixItems;
        shape.Discriminator = schema.Discriminator ?? shape.Discriminator;
        LayUnion(schema, schema.OneOf, shape, active);
        LayUnion(schema, schema.AnyOf, shape, active);
    }

    private static void LayUnion(ApiSchema schema, IReadOnlyList<ApiSchema> branches, SchemaShape shape, HashSet<ApiSchema> active)
    {
        // Branches that only say "required" choose among members and bring none. A base whose union lists the
        // schema that is being folded adds its members to it, not the members of its siblings.
        if (branches.Count > 0 && !branches.All(OnlyRequires) && !IsAnyActive(branches, active))
        {
            shape.Unions.Add(new ShapeUnion(branches, schema.Discriminator));
        }
    }

    /// <summary>What two parts of <c>allOf</c> say of the same thing, it must keep both of.</summary>
    private static ApiSchema? Both(ApiSchema? first, ApiSchema? second)
    {
        if (first is null || second is null || SaysNothing(second) || Follow(first, out _) == Follow(second, out _))
        {
            return second is null || (first is not null && SaysNothing(second)) ? first : second;
        }

        return SaysNothing(first) ? second : JoinedSchema.Of(second, allOf: [first, second]);
    }

    private static bool IsAnyActive(IReadOnlyList<ApiSchema> branches, HashSet<ApiSchema> active)
    {
        for (int i = 0; i < branches.Count; i++)
        {
            if (active.Contains(Follow(branches[i], out _)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool OnlyRequires(ApiSchema schema) =>
        schema.Reference is null
        && schema.Properties.Count == 0
        && schema.AllOf.Count == 0
        && schema.AnyOf.All(OnlyRequires)
        && schema.OneOf.All(OnlyRequires)
        && schema.Items is null
        && schema.Enum.Count == 0
        && schema.Const is null
        && (schema.Required.Count > 0 || schema.Not is not null || schema.AnyOf.Count + schema.OneOf.Count > 0)
        && (schema.Types & ~(SchemaTypes.Object | SchemaTypes.Null)) == 0;

    private static void LayObject(ApiSchema schema, SchemaShape shape)
    {
        for (int i = 0; i < schema.Properties.Count; i++)
        {
            AddProperty(shape, schema.Properties[i].Name, schema.Properties[i].Schema, isConditional: false);
        }

        if (schema.Required.Count > 0)
        {
            shape.Required.UnionWith(schema.Required);
        }

        shape.PatternProperties = schema.PatternProperties.Count > 0 ? schema.PatternProperties : shape.PatternProperties;
        if (schema.AdditionalProperties is { } additional
            && (shape.AdditionalProperties is null || !SaysNothing(additional)))
        {
            shape.AdditionalProperties = additional;
        }
    }

    /// <summary>
    /// A union beside properties ("these members, and those of one of the branches") becomes one record in which the
    /// branches' members are optional: whatever branch a value is of, every member of it is kept.
    /// </summary>
    private void ApplyUnionsBesideProperties(SchemaShape shape)
    {
        bool hasOwn = shape.Properties.Count > 0 || shape.Unions.Count > 1;
        if (shape.Unions.Count == 0 || !hasOwn || !shape.Unions.All(union => union.Branches.All(IsObjectLike)))
        {
            return;
        }

        if (shape.Unions.Count == 1 && shape.Unions[0].Branches.All(branch => HasAll(branch, shape.Properties)))
        {
            return; // What every branch says itself needs no record around them.
        }

        foreach (ShapeUnion union in shape.Unions)
        {
            foreach (ApiSchema branch in union.Branches)
            {
                foreach (ShapeProperty property in Fold(branch).Properties)
                {
                    foreach (ApiSchema schema in property.Schemas)
                    {
                        AddProperty(shape, property.Name, schema, isConditional: true);
                    }
                }
            }
        }

        shape.Unions.Clear();
        shape.Types = SchemaTypes.Object;
    }

    private bool HasAll(ApiSchema branch, IReadOnlyList<ShapeProperty> properties)
    {
        SchemaShape shape = Fold(branch);
        return properties.All(property => shape.Property(property.Name) is not null);
    }

    /// <summary>Whether every value of a schema is an object with members that it names.</summary>
    public bool IsObjectLike(ApiSchema schema) => IsObjectLike(schema, []);

    private static bool IsObjectLike(ApiSchema schema, HashSet<ApiSchema> active)
    {
        if (!active.Add(schema))
        {
            return false;
        }

        bool result = (schema.Reference is { } reference && IsObjectLike(reference, active))
            || ((schema.Types & ~SchemaTypes.Null) is SchemaTypes.Object or SchemaTypes.None
                && (schema.Properties.Count > 0
                    || schema.AllOf.Any(part => IsObjectLike(part, active))
                    || ((schema.Types & SchemaTypes.Object) != 0 && schema.AdditionalProperties is { IsNever: true })));
        active.Remove(schema);
        return result && schema.Enum.Count == 0;
    }

    private static void AddProperty(SchemaShape shape, string name, ApiSchema schema, bool isConditional)
    {
        if (shape.Property(name) is { } known)
        {
            if (isConditional && !known.IsConditional)
            {
                known.AddAlternative(schema);
            }
            else if (!known.Schemas.Contains(schema))
            {
                known.Schemas.Add(schema);
            }

            return;
        }

        shape.Add(new ShapeProperty(name, schema) { IsConditional = isConditional });
    }
}
