using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Naming;
using Dari.Generator.Diagnostics;
using Dari.Generator.Model;
using Dari.Generator.Specs;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Binding.Schemas;

/// <summary>
/// Gives each schema its C# type and declares the types that are needed. What a schema becomes is remembered by its place
/// in the document, so that a type is declared once however often it is mentioned.
/// </summary>
internal sealed class SchemaBinder
{
    private readonly BindingContext _context;
    private readonly Dictionary<ApiSchema, BoundValue> _bound = [];
    private readonly HashSet<Identifier> _used = [];
    private readonly HashSet<ApiSchema> _active = [];
    private readonly Queue<Action> _declarations = new();
    private readonly ObjectBinder _objects;
    private readonly UnionBinder _unions;
    private readonly ChoiceBinder _choices;

    public SchemaBinder(BindingContext context)
    {
        _context = context;
        _objects = new ObjectBinder(context);
        _unions = new UnionBinder(context);
        _choices = new ChoiceBinder(context);
    }

    public void BindComponents()
    {
        foreach (ApiNamedSchema component in _context.Document.Schemas)
        {
            _context.CancellationToken.ThrowIfCancellationRequested();
            if (_context.Usage.IsFormOnly(component.Schema))
            {
                continue;
            }

            Bind(component.Schema, new NameHint(MemberNames.Pascal(component.Name)));
        }
    }

    /// <summary>Declares what was asked for, and what that asks for in turn.</summary>
    public void Declare()
    {
        while (_declarations.Count > 0)
        {
            _context.CancellationToken.ThrowIfCancellationRequested();
            _declarations.Dequeue()();
        }
    }

    public BoundValue Bind(ApiSchema schema, NameHint hint)
    {
        ApiSchema target = ShapeFolder.Follow(schema, out bool isNullable);
        if (_bound.TryGetValue(target, out BoundValue known))
        {
            return known.OrNull(isNullable);
        }

        if (!_active.Add(target))
        {
            _context.Problems.Add(
                DiagnosticDescriptors.PartLeftOut, target.Node, target.Pointer, "it contains itself without a type between, so it is any JSON value");
            return BoundValue.Any;
        }

        BoundValue bound = Create(target, _context.TypeNames.HintOf(target) ?? hint);
        _active.Remove(target);
        _bound[target] = bound;
        return bound.OrNull(isNullable);
    }

    /// <summary>Makes a type known before its parts are bound: they may lead back to it.</summary>
    public void Remember(ApiSchema target, BoundValue bound) => _bound[target] = bound;

    /// <summary>The name of a type for a schema: by its place, or what its binder suggests where it made the schema up.</summary>
    public Identifier NameType(ApiSchema target, NameHint hint, string kindSuffix)
    {
        Identifier name = _context.TypeNames.Of(target) is { } settled && _used.Add(settled)
            ? settled
            : _context.TypeNames.OfPlace(target) is { } place && _used.Add(place)
                ? place
                : _context.Types.Name(hint.Name, hint.Name + kindSuffix, hint.Name + kindSuffix + "Type");
        if (_context.TypeNames.WishedFor(name) is { } wish)
        {
            _context.Problems.Add(DiagnosticDescriptors.NameClash, target.Node, target.Pointer, wish, name.Plain);
        }

        return name;
    }

    private BoundValue Create(ApiSchema target, NameHint hint)
    {
        SchemaShape shape = _context.Folder.Fold(target);
        SchemaKind kind = _context.Classifier.Classify(target);
        switch (kind)
        {
            case SchemaKind.Enum:
                return Declared(target, NameType(target, hint, "Value"), true, shape, name => EnumBinder.Bind(target, shape, name, _context));
            case SchemaKind.Object:
                return Declared(target, NameType(target, hint, "Object"), false, shape, name => _objects.Bind(target, shape, name));
            case SchemaKind.Union:
                return Declared(target, NameType(target, hint, "Union"), false, shape, name => _unions.Bind(target, shape, name));
            case SchemaKind.Choice:
                return _choices.Bind(target, shape, hint);
            case SchemaKind.Single:
                ApiSchema branch = SchemaClassifier.Branches(shape.Unions[0]).Single();
                return Bind(branch, hint).OrNull(shape.IsNullable || SchemaClassifier.HasNull(shape.Unions[0]));
            case SchemaKind.List:
                return List(shape, hint);
            case SchemaKind.Map:
                BoundValue value = Bind(SchemaClassifier.ValueSchema(shape)!, hint.MapValue());
                return new BoundValue(new MapValue(value.Value, value.IsNullable), shape.IsNullable);
            case SchemaKind.Scalar:
                return BoundValue.Scalar(Scalar(shape)).OrNull(shape.IsNullable || HasNullValue(shape));
            default:
                return BoundValue.Any;
        }
    }

    /// <summary>Remembers the type before its members are bound: they may lead back to it.</summary>
    public BoundValue Declared(ApiSchema target, Identifier name, bool isValueType, SchemaShape shape, Func<Identifier, TypeModel> bind)
    {
        _declarations.Enqueue(() => _context.Types.Declare(bind(name)));
        bool isNullable = shape.IsNullable || HasNullValue(shape) || shape.Unions.Any(SchemaClassifier.HasNull);
        return new BoundValue(new NamedValue(name, isValueType), isNullable);
    }

    private BoundValue List(SchemaShape shape, NameHint hint)
    {
        BoundValue item = shape.PrefixItems.Count == 0 && shape.Items is { } items ? Bind(items, hint.Item()) : BoundValue.Any;
        return new BoundValue(new ListValue(item.Value, item.IsNullable), shape.IsNullable);
    }

    private static ScalarKind Scalar(SchemaShape shape)
    {
        if (SchemaClassifier.TypesOf(shape) == SchemaTypes.Object)
        {
            return ScalarKind.Object;
        }

        if (shape.Types == SchemaTypes.None && SchemaClassifier.ValueKind(shape) is { } kind)
        {
            return kind switch
            {
                SpecNodeKind.Boolean => ScalarKind.Boolean,
                SpecNodeKind.Number => ScalarKind.Double,
                _ => ScalarKind.String,
            };
        }

        // "type: integer, enum: ['1', '2']" leaves open which of the two is on the wire.
        if (shape.Enum.Count > 0 && SchemaClassifier.ValueKind(shape) == SpecNodeKind.String)
        {
            return shape.Types switch
            {
                SchemaTypes.Integer => ScalarKind.Int64OrText,
                SchemaTypes.Number => ScalarKind.DoubleOrText,
                _ => ScalarKinds.Of(shape) ?? ScalarKind.Any,
            };
        }

        return ScalarKinds.Of(shape) ?? ScalarKind.Any;
    }

    private static bool HasNullValue(SchemaShape shape) => shape.Enum.Any(value => value.Kind == SpecNodeKind.Null);
}
