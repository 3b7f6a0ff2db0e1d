using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Naming;
using Dari.Generator.Equality;
using Dari.Generator.Model;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Schemas;

/// <summary>
/// Unions that no member tells apart. Branches of one kind of JSON value are joined first, so that what is left can be
/// told apart by its kind; only objects are told apart by their members.
/// </summary>
internal sealed class ChoiceBinder(BindingContext context)
{
    private const SchemaTypes Texts = SchemaTypes.String;

    private readonly RuleBinder _rules = new(context);

    public BoundValue Bind(ApiSchema target, SchemaShape shape, NameHint hint)
    {
        bool isNullable = shape.IsNullable || shape.Unions.Any(SchemaClassifier.HasNull);
        List<ApiSchema> branches = shape.Unions.Count > 0
            ? Flatten(SchemaClassifier.Branches(shape.Unions[0]), [target], ref isNullable)
            : ByType(target, shape);
        isNullable |= branches.Any(IsNullable);
        List<ApiSchema> rest = [];
        ApiSchema[] texts = Take(branches, SchemaTypes.String, rest);
        ApiSchema[] arrays = Take(rest, SchemaTypes.Array, rest = []);
        ApiSchema[] integers = Take(rest, SchemaTypes.Integer, rest = []);
        ApiSchema[] numbers = Take(rest, SchemaTypes.Number, rest = []);
        ApiSchema[] booleans = Take(rest, SchemaTypes.Boolean, rest = []);
        if (rest.Any(branch => KindOf(branch) != SchemaTypes.Object))
        {
            return BoundValue.Any;
        }

        int kinds = new[] { texts, arrays, integers, numbers, booleans }.Count(kind => kind.Length > 0);
        Identifier? name = null;
        if (kinds + rest.Select(branch => ShapeFolder.Follow(branch, out _)).Distinct().Count() > 1)
        {
            // Named before its cases are bound: they may contain it.
            name = context.Schemas.NameType(target, hint, "Choice");
            context.Schemas.Remember(target, new BoundValue(new NamedValue(name, IsValueType: true), isNullable));
        }

        var cases = new List<ChoiceCaseModel>();
        AddText(target, texts, name is null, hint, cases);
        AddNumbers(integers, numbers, hint, cases);
        if (booleans.Length > 0)
        {
            cases.Add(Case("Boolean", new ScalarValue(ScalarKind.Boolean), JsonKind.Boolean));
        }

        AddArray(arrays, hint, cases);
        AddObjects(rest, hint, cases);
        if (name is not { } declared)
        {
            return new BoundValue(cases[0].Value, isNullable);
        }

        context.Types.Declare(new ChoiceModel
        {
            Name = declared,
            Docs = SchemaDocs.Of(shape),
            Pointer = target.Pointer,
            IsJoined = target.IsJoined,
            Cases = cases.ToArray(),
            Rules = _rules.OfChoice(
                target, texts, [.. integers, .. numbers], arrays, cases.FirstOrDefault(one => one.Kind == JsonKind.Array)?.Value),
        });
        return new BoundValue(new NamedValue(declared, IsValueType: true), isNullable);
    }

    /// <summary>A union of unions is one union.</summary>
    private List<ApiSchema> Flatten(IReadOnlyList<ApiSchema> branches, HashSet<ApiSchema> active, ref bool isNullable)
    {
        var flat = new List<ApiSchema>();
        foreach (ApiSchema branch in branches)
        {
            ApiSchema target = ShapeFolder.Follow(branch, out _);
            SchemaShape shape = context.Folder.Fold(target);
            bool isUnion = shape.Unions.Count == 1 && context.Classifier.Classify(target) is SchemaKind.Choice or SchemaKind.Single;
            if (isUnion && active.Add(target))
            {
                // A union within this one can be null by itself.
                isNullable |= shape.IsNullable || SchemaClassifier.HasNull(shape.Unions[0]);
                flat.AddRange(Flatten(SchemaClassifier.Branches(shape.Unions[0]), active, ref isNullable));
            }
            else
            {
                flat.Add(branch);
            }
        }

        return flat;
    }

    /// <summary><c>type: [string, integer]</c>: the same schema once for each type.</summary>
    private static List<ApiSchema> ByType(ApiSchema target, SchemaShape shape) =>
        new[] { SchemaTypes.String, SchemaTypes.Integer, SchemaTypes.Number, SchemaTypes.Boolean, SchemaTypes.Array, SchemaTypes.Object }
            .Where(type => (shape.Types & type) != 0)
            .Select(type => new ApiSchema
            {
                Node = target.Node,
                Place = target.Place,
                Types = type,
                Format = shape.Format,
                Items = type == SchemaTypes.Array ? shape.Items : null,
                Properties = type == SchemaTypes.Object ? shape.Properties.Select(p => new ApiProperty(p.Name, p.Schemas[0])).ToArray() : [],
                AdditionalProperties = type == SchemaTypes.Object ? shape.AdditionalProperties : null,
            })
            .ToList();

    private ApiSchema[] Take(List<ApiSchema> branches, SchemaTypes kinds, List<ApiSchema> rest)
    {
        var taken = new List<ApiSchema>();
        foreach (ApiSchema branch in branches)
        {
            ((KindOf(branch) & kinds) != 0 ? taken : rest).Add(branch);
        }

        return taken.ToArray();
    }

    /// <summary>The one kind of JSON value that a branch has; none when it has several.</summary>
    private SchemaTypes KindOf(ApiSchema branch)
    {
        ApiSchema target = ShapeFolder.Follow(branch, out _);
        SchemaShape shape = context.Folder.Fold(target);
        return context.Classifier.Classify(target) switch
        {
            SchemaKind.Enum => SchemaClassifier.ValueKind(shape) == Specs.Syntax.SpecNodeKind.String || shape.Types == Texts ? Texts : SchemaTypes.Integer,
            SchemaKind.List => SchemaTypes.Array,
            SchemaKind.Object or SchemaKind.Map or SchemaKind.Union => SchemaTypes.Object,
            SchemaKind.Scalar => ScalarType(shape),
            _ => SchemaTypes.None,
        };
    }

    private static SchemaTypes ScalarType(SchemaShape shape)
    {
        if (SchemaClassifier.TypesOf(shape) == SchemaTypes.Object)
        {
            return SchemaTypes.Object;
        }

        return ScalarKinds.Of(shape) switch
        {
            ScalarKind.Boolean => SchemaTypes.Boolean,
            ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.UInt32 or ScalarKind.UInt64 => SchemaTypes.Integer,
            ScalarKind.Single or ScalarKind.Double or ScalarKind.Decimal => SchemaTypes.Number,
            ScalarKind.Int64OrText or ScalarKind.DoubleOrText or null => SchemaTypes.None,
            _ => SchemaTypes.String,
        };
    }

    private bool IsNullable(ApiSchema branch)
    {
        ApiSchema target = ShapeFolder.Follow(branch, out bool isNullable);
        return isNullable || context.Folder.Fold(target).IsNullable;
    }

    private void AddText(ApiSchema target, ApiSchema[] texts, bool isAll, NameHint hint, List<ChoiceCaseModel> cases)
    {
        if (texts.Length == 0)
        {
            return;
        }

        bool hasEnum = texts.Any(text => context.Folder.Fold(text).Enum.Count > 0);
        bool hasFormat = texts.Any(text => context.Folder.Fold(text) is { Enum.Count: 0, Types: not 0 } shape && ScalarKinds.Of(shape) is not ScalarKind.String);
        ValueModel value = (texts.Length, hasEnum, hasFormat) switch
        {
            (1, _, _) => context.Schemas.Bind(texts[0], hint.Suffix("Text")).Value,
            (_, true, false) => OpenEnum(target, texts, isAll, hint),
            _ => new ScalarValue(ScalarKind.String),
        };
        cases.Add(Case("String", value, JsonKind.String));
    }

    /// <summary>"One of these, or any string" is an enumeration: ours keep unknown values anyway.</summary>
    private ValueModel OpenEnum(ApiSchema target, ApiSchema[] texts, bool isAll, NameHint hint)
    {
        ApiSchema[] enums = texts.Where(text => context.Folder.Fold(text).Enum.Count > 0).ToArray();
        if (enums.Length == 1 && ShapeFolder.Follow(enums[0], out _).ComponentName is not null)
        {
            return context.Schemas.Bind(enums[0], hint).Value;
        }

        Identifier name = isAll ? context.Schemas.NameType(target, hint, "Value") : context.Schemas.NameType(enums[0], hint.Suffix("Text"), "Value");
        EnumModel merged = EnumBinder.Create(
            name,
            SchemaDocs.Of(context.Folder.Fold(target)),
            isAll ? target.Pointer : enums[0].Pointer,
            ScalarKind.String,
            enums.SelectMany(text => context.EnumNames.Of(context.Folder.Fold(text).EnumOrigin ?? text, context.Folder.Fold(text).Enum)),
            context,
            enums.SelectMany(text => context.Folder.Fold(text).Enum).ToArray());
        context.Types.Declare(merged with { IsJoined = (isAll ? target : enums[0]).IsJoined });
        return new NamedValue(name, IsValueType: true);
    }

    /// <summary>Integers before other numbers: a double has not the digits of a large one.</summary>
    private void AddNumbers(ApiSchema[] integers, ApiSchema[] numbers, NameHint hint, List<ChoiceCaseModel> cases)
    {
        if (integers.Length > 0)
        {
            ValueModel value = integers.Length == 1 ? context.Schemas.Bind(integers[0], hint.Suffix("Number")).Value : new ScalarValue(ScalarKind.Int64);
            cases.Add(Case("Integer", value, JsonKind.Integer));
        }

        if (numbers.Length > 0)
        {
            ValueModel value = numbers.Length == 1 ? context.Schemas.Bind(numbers[0], hint.Suffix("Number")).Value : new ScalarValue(ScalarKind.Double);
            cases.Add(Case("Number", value, JsonKind.Number));
        }
    }

    private void AddArray(ApiSchema[] arrays, NameHint hint, List<ChoiceCaseModel> cases)
    {
        if (arrays.Length == 0)
        {
            return;
        }

        ApiSchema array = arrays[0];
        if (arrays.Length > 1)
        {
            // Lists of this or lists of that: a list whose items are this or that.
            ApiSchema?[] items = arrays.Select(one => context.Folder.Fold(one).Items).ToArray();
            ApiSchema? merged = items.Contains(null)
                ? null
                : JoinedSchema.Of(array, anyOf: items.OfType<ApiSchema>().Distinct().ToArray());
            array = new ApiSchema { Node = array.Node, Place = array.Place, Types = SchemaTypes.Array, Items = merged };
        }

        cases.Add(Case("List", context.Schemas.Bind(array, hint.Suffix("List")).Value, JsonKind.Array));
    }

    private void AddObjects(List<ApiSchema> objects, NameHint hint, List<ChoiceCaseModel> cases)
    {
        var seen = new HashSet<ValueModel>();
        foreach (ApiSchema branch in objects.OrderBy(IsOpen))
        {
            ApiSchema target = ShapeFolder.Follow(branch, out _);
            SchemaShape shape = context.Folder.Fold(target);
            ValueModel value = context.Schemas.Bind(branch, BranchHint(hint, target, shape, objects.Count)).Value;
            if (!seen.Add(value))
            {
                continue;
            }

            string[] known = shape.Properties.Select(property => property.Name).ToArray();
            string[] required = shape.Properties
                .Where(property => shape.Required.Contains(property.Name) && !property.IsConditional)
                .Select(property => property.Name)
                .ToArray();
            string name = value is NamedValue named ? named.Name.Plain : value is MapValue ? "Map" : "Object";
            var members = new ObjectCaseModel(value, required, known, Constants(shape));
            cases.Add(new ChoiceCaseModel(Identifier.From(name), value, JsonKind.Object, members));
        }
    }

    private bool IsOpen(ApiSchema branch) => context.Folder.Fold(ShapeFolder.Follow(branch, out _)).Properties.Count == 0;

    private EquatableArray<ChoiceConstantModel> Constants(SchemaShape shape) =>
        shape.Properties
            .Select(property => (property.Name, Value: ObjectBinder.Constant(context.Folder.Fold(property.Schemas[property.Schemas.Count - 1]))))
            .Where(pair => pair.Value is not null)
            .Select(pair => new ChoiceConstantModel(pair.Name, pair.Value!))
            .ToEquatableArray();

    /// <summary>An inline branch by its title, else by a constant, else by the first member that it must have.</summary>
    private NameHint BranchHint(NameHint hint, ApiSchema target, SchemaShape shape, int count)
    {
        if (count == 1)
        {
            return hint.Suffix("Object");
        }

        string? distinct = target.Title
            ?? Constants(shape).FirstOrDefault(constant => constant.Value.Kind == ScalarKind.String)?.Value.Text
            ?? shape.Properties.Select(property => property.Name).FirstOrDefault(shape.Required.Contains)
            ?? shape.Properties.Select(property => property.Name).FirstOrDefault();
        return hint.Suffix(distinct is null ? "Object" : MemberNames.Pascal(distinct).TrimStart('_'));
    }

    private static ChoiceCaseModel Case(string name, ValueModel value, JsonKind kind) =>
        new(Identifier.From(name), value, kind, null);
}
