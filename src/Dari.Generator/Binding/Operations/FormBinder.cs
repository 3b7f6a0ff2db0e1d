using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Idempotency;
using Dari.Generator.Binding.Naming;
using Dari.Generator.Binding.Schemas;
using Dari.Generator.Model;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Operations;

/// <summary>
/// Bodies of parts or fields. Their record is one of its own, even where JSON uses the same schema: a file is a stream here.
/// </summary>
internal sealed class FormBinder(BindingContext context)
{
    // A form is written as its encoding says, so each encoding of a schema has a record of its own.
    private readonly Dictionary<(ApiSchema, BodyKind, string Encoding), Identifier> _forms = [];
    private readonly PartHeaderBinder _headers = new(context);

    /// <summary>The record's name; <see langword="null"/> when the schema is no object with members.</summary>
    public Identifier? Bind(ApiSchema schema, ApiMediaType media, BodyKind kind, NameHint hint)
    {
        ApiSchema target = ShapeFolder.Follow(schema, out _);
        SchemaShape shape = context.Folder.Fold(target);
        if (shape.Properties.Count == 0)
        {
            return null;
        }

        string encoding = string.Join("\n", media.Encoding.Select(one => one + string.Join(",", one.Headers.Select(header => header.Name))));
        if (_forms.TryGetValue((target, kind, encoding), out Identifier known))
        {
            return known;
        }

        BodyKind other = kind == BodyKind.Multipart ? BodyKind.UrlEncoded : BodyKind.Multipart;
        if (media.Encoding.Count == 0 && _forms.TryGetValue((target, other, encoding), out known) && !shape.Properties.Any(HasFile))
        {
            _forms.Add((target, kind, encoding), known);
            return known;
        }

        Identifier name = Name(target, hint);
        context.ReportClash(target.Node, "the form of " + target.Pointer, context.TypeNames.FormOf(target) == name ? context.TypeNames.WishedFor(name) : hint.Name + "Form", name);
        _forms.Add((target, kind, encoding), name);
        NameScope scope = MemberNames.ScopeOf(name);
        var properties = new List<PropertyModel>();
        var parts = new List<PartModel>();
        ShapeProperty[] fields = shape.Properties.Concat(Undeclared(target, shape)).ToArray();
        Identifier[] names = context.Members.Properties(
            scope, fields.Select(property => (property.Name, property.Schemas, property.Schemas[property.Schemas.Count - 1])).ToArray());
        for (int i = 0; i < names.Length; i++)
        {
            ShapeProperty property = fields[i];
            PropertyModel model = Property(shape, property, names[i], new NameHint(name.Plain), kind);
            properties.Add(model);
            ApiEncoding? own = media.Encoding.FirstOrDefault(one => one.Property == property.Name);
            parts.Add(Part(model, own, kind) with { Headers = own is null || kind != BodyKind.Multipart ? [] : _headers.Bind(own, model, scope, name) });
        }

        properties.AddRange(parts.SelectMany(part => part.Headers).Select(PartHeaderBinder.Property));

        context.Types.Declare(new ObjectModel
        {
            Name = name,
            Docs = SchemaDocs.Of(shape),
            Pointer = target.Pointer,
            Properties = properties.ToArray(),
            Additional = Additional(shape, scope, kind),
            HasJson = false,
            Parts = parts.ToArray(),
        });
        return name;
    }

    /// <summary>Fields that are required and not described: a form has no other members by which they could be given.</summary>
    private static IEnumerable<ShapeProperty> Undeclared(ApiSchema target, SchemaShape shape) =>
        shape.Required
            .Where(name => name.Length > 0 && shape.Property(name) is null)
            .OrderBy(name => name, StringComparer.Ordinal)
            .Select(name => new ShapeProperty(name, new ApiSchema { Node = target.Node, Place = target.Place, Types = SchemaTypes.String }));

    private bool HasFile(ShapeProperty property) =>
        File(context.Folder.Fold(property.Schemas[property.Schemas.Count - 1]), BodyKind.Multipart) is not null;

    // With files, a schema that is sent both as parts and as fields has a record for each: a field is no file.
    private Identifier Name(ApiSchema target, NameHint hint) =>
        context.TypeNames.FormOf(target) is { } name && !_forms.ContainsValue(name)
            ? name
            : context.Types.Name(hint.Name + "Form", hint.Name + "FormBody");

    private PropertyModel Property(SchemaShape shape, ShapeProperty property, Identifier name, NameHint hint, BodyKind kind)
    {
        ApiSchema schema = property.Schemas[property.Schemas.Count - 1];
        SchemaShape inner = context.Folder.Fold(schema);
        BoundValue bound = File(inner, kind) ?? context.Schemas.Bind(schema, hint.Property(property.Name));
        bool isRequired = shape.Required.Contains(property.Name) && !bound.IsNullable && !schema.IsReadOnly && !KeyMarker.IsOn(property);
        return new PropertyModel
        {
            Name = name,
            WireName = property.Name,
            Value = bound.Value,
            Presence = isRequired ? Presence.Required : Presence.Optional,
            Docs = KeyMarker.IsOn(property) ? KeyMarker.Explain(SchemaDocs.OfMember(schema, inner)) : SchemaDocs.OfMember(schema, inner),
            IsSecret = inner.Format == "password",
        };
    }

    private BoundValue? File(SchemaShape shape, BodyKind kind)
    {
        if (kind != BodyKind.Multipart)
        {
            return null;
        }

        if (IsFile(shape))
        {
            return BoundValue.Scalar(ScalarKind.File);
        }

        return shape.Types == SchemaTypes.Array && shape.Items is { } items && IsFile(context.Folder.Fold(items))
            ? new BoundValue(new ListValue(new ScalarValue(ScalarKind.File), false), false)
            : null;
    }

    // 3.1 says contentMediaType for what 3.0 calls binary.
    private static bool IsFile(SchemaShape shape) =>
        shape.Format == "binary" || shape.ContentMediaType is { } type && !type.StartsWith("text/", StringComparison.Ordinal) && shape.Types is SchemaTypes.String or SchemaTypes.None;

    private PartModel Part(PropertyModel property, ApiEncoding? encoding, BodyKind body)
    {
        bool isChoice = property.Value is NamedValue { IsValueType: true } named && context.Types.Find(named.Name) is ChoiceModel;
        PartKind kind = property.Value switch
        {
            ScalarValue { Kind: ScalarKind.File } => PartKind.File,
            ListValue { Item: ScalarValue { Kind: ScalarKind.File } } => PartKind.Files,
            ScalarValue { Kind: not (ScalarKind.Any or ScalarKind.Object) } => PartKind.Text,
            ScalarValue { Kind: ScalarKind.Any } => PartKind.Mixed,
            NamedValue when isChoice => PartKind.Mixed,
            NamedValue { IsValueType: true } => PartKind.Text,
            ListValue { Item: ScalarValue { Kind: not (ScalarKind.Any or ScalarKind.Object) } or NamedValue { IsValueType: true } } => PartKind.Texts,
            _ => PartKind.Json,
        };
        if (kind is PartKind.Text or PartKind.Mixed && encoding?.ContentType is { } type && MediaTypes.IsJson(type))
        {
            kind = PartKind.Json;
        }

        return new PartModel(property.Name, property.WireName, kind, property.Value, Concrete(encoding?.ContentType), property.Presence == Presence.Optional)
        {
            Style = Style(encoding, property.Value, isChoice, body),
        };
    }

    // 3.0 has styles in urlencoded forms only; a form of 2.0 has its collectionFormat in both.
    private ParameterStyle? Style(ApiEncoding? encoding, ValueModel value, bool isChoice, BodyKind body)
    {
        if (encoding is not { } said || (said.Style is null && said.Explode is null)
            || (body == BodyKind.Multipart && context.Document.Version.StartsWith("3.0", StringComparison.Ordinal)))
        {
            return null;
        }

        ApiParameterStyle style = said.Style ?? ApiParameterStyle.Form;
        return ValueStyles.Of(style, said.Explode ?? style == ApiParameterStyle.Form, value, isChoice);
    }

    // "image/png, image/jpeg" and "image/*" say what is allowed, not what this part is.
    private static string? Concrete(string? contentType) =>
        contentType is not null && contentType.IndexOfAny([',', '*']) < 0 && contentType.IndexOf('/') > 0 ? contentType : null;

    /// <summary>Parts under free names, such as the files of a batch.</summary>
    private AdditionalModel Additional(SchemaShape shape, NameScope scope, BodyKind kind)
    {
        bool isFiles = kind == BodyKind.Multipart
            && shape.AdditionalProperties is { IsNever: false } additional
            && IsFile(context.Folder.Fold(additional));
        return isFiles
            ? new AdditionalModel(AdditionalKind.Typed, scope.Take("Files", "AdditionalFiles"), new ScalarValue(ScalarKind.File), false)
            : new AdditionalModel(AdditionalKind.None, Identifier.From("AdditionalProperties"), null, false);
    }
}
