using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Naming;
using Dari.Generator.Diagnostics;
using Dari.Generator.Equality;
using Dari.Generator.Model;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Schemas;

/// <summary>Unions with a discriminator, given by <c>oneOf</c>, <c>anyOf</c> or by who extends a base.</summary>
internal sealed class UnionBinder(BindingContext context)
{
    public UnionModel Bind(ApiSchema target, SchemaShape shape, Identifier name)
    {
        ApiDiscriminator discriminator = shape.Unions.Select(union => union.Discriminator).FirstOrDefault(found => found is not null)
            ?? shape.Discriminator!;
        var cases = new List<UnionCaseModel>();
        AddCases(cases, discriminator, Branches(target), new NameHint(name.Plain), [target]);
        return new UnionModel
        {
            Name = name,
            Docs = SchemaDocs.Of(shape),
            Pointer = target.Pointer,
            IsJoined = target.IsJoined,
            Discriminator = discriminator.PropertyName,
            Cases = cases.ToArray(),
            UnknownName = context.Types.Name("Unknown" + name.Plain, "Unknown" + name.Plain + "Case"),
        };
    }

    private void AddCases(
        List<UnionCaseModel> cases, ApiDiscriminator discriminator, IReadOnlyList<ApiSchema> branches, NameHint hint, HashSet<ApiSchema> active)
    {
        foreach (ApiSchema branch in branches)
        {
            ApiSchema target = ShapeFolder.Follow(branch, out _);
            if (!active.Add(target))
            {
                continue;
            }

            switch (context.Classifier.Classify(target))
            {
                case SchemaKind.Object:
                    AddCase(cases, branch, Values(discriminator, target), hint);
                    break;
                case SchemaKind.Union:
                    // A union among the cases of a union: its cases are cases of both.
                    AddCases(cases, discriminator, Branches(target), hint, active);
                    break;
                default:
                    context.Problems.Add(
                        DiagnosticDescriptors.PartLeftOut, target.Node, target.Pointer, "a case of a union must be an object with members; such values are kept as unknown");
                    break;
            }
        }
    }

    private void AddCase(List<UnionCaseModel> cases, ApiSchema branch, IEnumerable<string> values, NameHint hint)
    {
        string[] all = values.ToArray();
        string? distinct = all.FirstOrDefault(value => !cases.Any(one => one.Values.Contains(value)));
        NameHint caseHint = hint.Suffix(distinct is null ? "Case" : MemberNames.Pascal(distinct));
        if (context.Schemas.Bind(branch, caseHint).Value is NamedValue named && !cases.Any(one => one.Type == named.Name))
        {
            cases.Add(new UnionCaseModel(all, named.Name));
        }
    }

    private IReadOnlyList<ApiSchema> Branches(ApiSchema union) =>
        context.Inheritance.IsBase(union)
            ? context.Inheritance.Children(union).Select(child => child.Schema).ToArray()
            : SchemaClassifier.Branches(context.Folder.Fold(union).Unions[0]);

    /// <summary>What the discriminator says for a case: its mapping, else its own constant, else its name.</summary>
    private IEnumerable<string> Values(ApiDiscriminator discriminator, ApiSchema target)
    {
        string[] mapped = discriminator.Mapping
            .Where(mapping => ShapeFolder.Follow(mapping.Target, out _) == target)
            .Select(mapping => mapping.Value)
            .ToArray();
        if (mapped.Length > 0)
        {
            return mapped;
        }

        // Swagger 2.0 has no mapping; these two extensions say what it cannot.
        if ((target.Extension("x-ms-discriminator-value") ?? target.Extension("x-discriminator-value")) is { Text.Length: > 0 } named)
        {
            return [named.Text];
        }

        string[] own = context.Classifier.OwnValues(target, discriminator.PropertyName);
        if (own.Length > 0)
        {
            return own;
        }

        return target.ComponentName is { } name ? [name] : [];
    }

    /// <summary>
    /// Once every type is bound: cases learn what they are cases of. A case of one union derives from it; where unions
    /// share a case they become interfaces.
    /// </summary>
    public static void Connect(TypeTable types)
    {
        UnionModel[] unions = types.All().OfType<UnionModel>().ToArray();
        var unionsOf = unions
            .SelectMany(union => union.Cases.Select(one => (Case: one.Type, Union: union.Name)))
            .ToLookup(pair => pair.Case, pair => pair.Union);
        foreach (UnionModel union in unions)
        {
            ConnectOne(types, union, union.Cases.Any(one => unionsOf[one.Type].Count() > 1));
        }
    }

    private static void ConnectOne(TypeTable types, UnionModel union, bool isInterface)
    {
        ObjectModel[] plain = union.Cases.Select(one => (ObjectModel)types.Find(one.Type)!).ToArray();
        ObjectModel[] cases = plain
            .Select((one, i) => WithDiscriminator(types, one, union.Discriminator, union.Cases[i].Values, isInterface))
            .ToArray();
        PropertyModel[] shared = isInterface || cases.Length == 0
            ? []
            : cases[0].Properties.Where(property => IsShared(property, cases)).Select(property => Agreed(property, cases)).ToArray();
        types.Declare(union with
        {
            IsInterface = isInterface,
            IsDiscriminatorOptional = !plain.All(one => Requires(one, union.Discriminator)),
            Properties = shared,
            Shared = SharedValues(union, cases),
        });
        foreach (ObjectModel one in cases)
        {
            types.Declare(isInterface
                ? one with { Interfaces = one.Interfaces.Append(union.Name).ToEquatableArray() }
                : one with { Base = union.Name, Properties = Inherit(one, shared) });
        }
    }

    private static bool Requires(ObjectModel one, string discriminator) =>
        one.Properties.Any(property => property.WireName == discriminator && property.Presence is not (Presence.Optional or Presence.OptionalNullable));

    private static EquatableArray<SharedValueModel> SharedValues(UnionModel union, ObjectModel[] cases) =>
        union.Cases
            .SelectMany((one, i) => one.Values.Select(value => (Value: value, Case: cases[i])))
            .GroupBy(pair => pair.Value, pair => pair.Case)
            .Where(group => group.Count() > 1)
            .Select(group => new SharedValueModel(group.Key, group.Select(Members).ToArray()))
            .ToEquatableArray();

    private static ObjectCaseModel Members(ObjectModel one) => new(
        new NamedValue(one.Name, IsValueType: false),
        one.Properties
            .Where(property => property.Presence is Presence.Required or Presence.RequiredNullable)
            .Select(property => property.WireName).ToArray(),
        one.Properties.Select(property => property.WireName).ToArray(),
        one.Properties
            .Where(property => property.Presence == Presence.Constant)
            .Select(property => new ChoiceConstantModel(property.WireName, property.Constant!)).ToArray());

    private static bool IsShared(PropertyModel property, ObjectModel[] cases) =>
        property.Constant is null
        && cases.All(one => one.Name.Plain != property.Name.Plain && one.Properties.Any(other => Same(other, property)));

    // One case alone says that a member is deprecated: it is not for users of the others.
    private static PropertyModel Agreed(PropertyModel property, ObjectModel[] cases) =>
        cases.All(one => one.Properties.Any(other => Same(other, property) && other.Docs.Obsolete is not null))
            ? property
            : property with { Docs = property.Docs with { Obsolete = null } };

    // An enumeration is one of texts: one of numbers is a number on the wire, and stays what it is.
    private static bool IsText(TypeTable types, ValueModel value) =>
        value is ScalarValue { Kind: ScalarKind.String } || (value is NamedValue named && types.Find(named.Name) is EnumModel { Kind: ScalarKind.String });

    private static bool Same(PropertyModel left, PropertyModel right) => left with { Docs = right.Docs } == right;

    private static EquatableArray<PropertyModel> Inherit(ObjectModel one, PropertyModel[] shared) =>
        one.Properties
            .Select(property => shared.Any(other => Same(other, property)) ? property with { IsInherited = true } : property)
            .ToEquatableArray();

    /// <summary>
    /// A case with one value of the discriminator has it set by its type. Where the schema does not require the member, it
    /// is only what the member starts with, so that a value that came without one goes without one.
    /// </summary>
    private static ObjectModel WithDiscriminator(TypeTable types, ObjectModel one, string discriminator, EquatableArray<string> values, bool isShared)
    {
        PropertyModel? property = one.Properties.FirstOrDefault(known => known.WireName == discriminator);
        if (values.Count != 1 || property is { Presence: Presence.Constant or Presence.RequiredNullable } || (property is not null && (isShared || !IsText(types, property.Value))))
        {
            return one;
        }

        // A member that lists its values, and not this one, is not always this one.
        if (property is { Value: NamedValue named } && types.Find(named.Name) is EnumModel listed && !listed.Values.Any(value => value.Wire == values[0]))
        {
            return one;
        }

        var constant = new ConstantModel(ScalarKind.String, values[0]);
        if (property is null)
        {
            NameScope scope = MemberNames.ScopeOf(one.Name);
            scope.Reserve(one.Properties.Select(known => known.Name.Plain).Append(one.Additional.Name.Plain).ToArray());
            property = new PropertyModel
            {
                Name = MemberNames.Properties(scope, [new WireName(discriminator)])[0],
                WireName = discriminator,
                Value = new ScalarValue(ScalarKind.String),
                Presence = Presence.Optional,
                Constant = constant,
                Docs = new DocsModel("Tells this case from the others.", null, null),
            };
            return one with { Properties = one.Properties.Prepend(property).ToEquatableArray() };
        }

        return one with
        {
            Properties = one.Properties
                .Select(known => known == property
                    ? known with { Value = new ScalarValue(ScalarKind.String), Presence = Fixed(known.Presence), Constant = constant }
                    : known)
                .ToEquatableArray(),
        };
    }

    private static Presence Fixed(Presence presence) => presence == Presence.Required ? Presence.Constant : presence;
}
