using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Idempotency;
using Dari.Generator.Binding.Naming;
using Dari.Generator.Model;
using Dari.Generator.Specs;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Binding.Schemas;

/// <summary>Objects with members: one flat record each.</summary>
internal sealed class ObjectBinder(BindingContext context)
{
    private readonly RuleBinder _rules = new(context);

    public ObjectModel Bind(ApiSchema target, SchemaShape shape, Identifier name)
    {
        NameScope scope = MemberNames.ScopeOf(name);
        var hint = new NameHint(name.Plain);
        ApiSchema[] schemas = shape.Properties.Select(Merge).ToArray();
        Identifier[] names = context.Members.Properties(scope, shape.Properties.Select((property, i) => (property.Name, property.Schemas, schemas[i])).ToArray());
        PropertyModel[] properties = shape.Properties
            .Select((property, i) => Property(target, shape, property, schemas[i], names[i], hint))
            .ToArray();
        AdditionalModel additional = Additional(shape, scope, hint);
        return new ObjectModel
        {
            Name = name,
            Docs = SchemaDocs.Of(shape),
            Pointer = target.Pointer,
            IsJoined = target.IsJoined,
            Properties = properties,
            Additional = additional,
            Rules = _rules.OfObject(target, additional),
        };
    }

    /// <summary>The constant that a member has by its schema: <c>const</c>, or an enumeration of one value.</summary>
    public static ConstantModel? Constant(SchemaShape shape)
    {
        SpecNode? value = shape.Const ?? (shape.Enum.Count == 1 ? shape.Enum[0] : null);
        return (value?.Kind, shape.Types) switch
        {
            _ when shape.IsNullable => null,
            (SpecNodeKind.String, SchemaTypes.String or SchemaTypes.None) => new ConstantModel(ScalarKind.String, value!.Text),
            (SpecNodeKind.Number or SpecNodeKind.Boolean, SchemaTypes.String) => new ConstantModel(ScalarKind.String, value!.Text),
            (SpecNodeKind.Number, _) => new ConstantModel(ScalarKind.Double, value!.Text),
            (SpecNodeKind.Boolean, _) => new ConstantModel(ScalarKind.Boolean, value!.Text),
            _ => null,
        };
    }

    private PropertyModel Property(ApiSchema owner, SchemaShape shape, ShapeProperty property, ApiSchema schema, Identifier name, NameHint hint)
    {
        SchemaShape inner = context.Folder.Fold(schema);
        bool isKey = KeyMarker.IsOn(property);
        bool isRequired = shape.Required.Contains(property.Name) && !property.IsConditional && IsAlwaysThere(owner, property) && !isKey;
        DocsModel docs = SchemaDocs.OfMember(schema, inner);
        docs = isKey ? KeyMarker.Explain(docs) : docs;
        bool isNullable = IsNullable(schema);
        if (isRequired && !isNullable && Constant(inner) is { } constant)
        {
            return new PropertyModel
            {
                Name = name,
                WireName = property.Name,
                Value = new ScalarValue(constant.Kind),
                Presence = Presence.Constant,
                Constant = constant,
                Docs = docs,
            };
        }

        BoundValue bound = context.Schemas.Bind(schema, hint.Property(property.Name));
        return new PropertyModel
        {
            Name = name,
            WireName = property.Name,
            Value = bound.Value,
            Presence = PresenceOf(isRequired, bound.IsNullable),
            Docs = docs,
            IsSecret = inner.Format == "password",
            Rules = _rules.Of(schema, bound.Value),
        };
    }

    private static Presence PresenceOf(bool isRequired, bool isNullable) => (isRequired, isNullable) switch
    {
        (true, false) => Presence.Required,
        (true, true) => Presence.RequiredNullable,
        (false, false) => Presence.Optional,
        (false, true) => Presence.OptionalNullable,
    };

    private static bool IsNullable(ApiSchema schema)
    {
        ShapeFolder.Follow(schema, out bool isNullable);
        return isNullable;
    }

    // One type serves both directions: what a server alone sets cannot be asked of a caller, and the other way round.
    private bool IsAlwaysThere(ApiSchema owner, ShapeProperty property) =>
        !(property.Schemas.Any(schema => schema.IsReadOnly || ShapeFolder.Follow(schema, out _).IsReadOnly) && context.Usage.IsSent(owner))
        && !(property.Schemas.Any(schema => schema.IsWriteOnly || ShapeFolder.Follow(schema, out _).IsWriteOnly) && context.Usage.IsReceived(owner));

    private static ApiSchema Merge(ShapeProperty property)
    {
        if (property.Schemas.Count == 1 && property.Alternatives.Count == 0)
        {
            return property.Schemas[0];
        }

        ApiSchema own = Merge(property.Schemas, property.IsConditional);
        ApiSchema[] alternatives = Distinct(property.Alternatives);
        if (alternatives.Length == 0 || alternatives.Any(ShapeFolder.SaysNothing))
        {
            return own;
        }

        ApiSchema one = alternatives.Length == 1 ? alternatives[0] : JoinedSchema.Of(own, anyOf: alternatives);
        return ShapeFolder.SaysNothing(own) ? one : JoinedSchema.Of(own, allOf: [own, one]);
    }

    private static ApiSchema Merge(List<ApiSchema> schemas, bool isConditional)
    {
        ApiSchema last = schemas[schemas.Count - 1];
        return (Distinct(schemas).Length, isConditional) switch
        {
            (1, _) => last,

            // Branches of a union describe it differently: a value is of one of these.
            (_, true) => JoinedSchema.Of(last, anyOf: schemas),
            _ => JoinedSchema.Of(last, allOf: schemas),
        };
    }

    // The same type said twice is said once: a base's "$ref" beside the same "$ref" of its child.
    private static ApiSchema[] Distinct(IReadOnlyList<ApiSchema> schemas) =>
        schemas.GroupBy(schema => ShapeFolder.Follow(schema, out _)).Select(same => same.Last()).ToArray();

    private AdditionalModel Additional(SchemaShape shape, NameScope scope, NameHint hint)
    {
        if (shape.AdditionalProperties is { IsNever: true } && shape.PatternProperties.Count == 0)
        {
            return new AdditionalModel(AdditionalKind.None, Identifier.From("AdditionalProperties"), null, false);
        }

        Identifier name = scope.Take("AdditionalProperties", "OtherProperties", "AdditionalMembers");
        if (SchemaClassifier.ValueSchema(shape) is { } schema)
        {
            BoundValue value = context.Schemas.Bind(schema, hint.Property("additionalProperty"));
            return new AdditionalModel(AdditionalKind.Typed, name, value.Value, value.IsNullable);
        }

        return new AdditionalModel(AdditionalKind.Kept, name, null, false);
    }
}
