using System;
using Dari.Generator.Binding.Naming;
using Dari.Generator.Binding.Schemas;
using Dari.Generator.Diagnostics;
using Dari.Generator.Model;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Operations;

/// <summary>Chooses the form in which a request body is sent.</summary>
internal sealed class BodyBinder(BindingContext context)
{
    private readonly FormBinder _forms = new(context);

    /// <summary>The media type in which a body is sent.</summary>
    public static ApiMediaType? Media(ApiRequestBody? body) => MediaTypes.Preferred(
        body?.Content ?? [], MediaTypes.IsJson, MediaTypes.IsMultipart, MediaTypes.IsUrlEncoded, MediaTypes.IsLines, IsAnything, MediaTypes.IsText, static _ => true);

    /// <summary>What the type of a body is made of that is no form.</summary>
    public static ApiSchema? Type(ApiMediaType media) =>
        MediaTypes.IsLines(media.Name) ? Item(media) : MediaTypes.IsJson(media.Name) ? media.Schema : null;

    /// <summary>One of many: <c>itemSchema</c>, or an item of the list that all of them are (OpenAPI 3.2, 4.14.3); before 3.2 also the schema.</summary>
    public static ApiSchema? Item(ApiMediaType media)
    {
        ApiSchema? whole = media.Schema is { } schema ? ShapeFolder.Follow(schema, out _) : null;
        return media.ItemSchema ?? (whole is { Types: SchemaTypes.Array, Items: { } items } ? items : media.Schema);
    }

    /// <summary>The body in the media type that is preferred.</summary>
    public BodyModel? Bind(ApiOperation operation, ApiRequestBody body, NameScope names) =>
        Media(body) is { } media
            ? Bind(operation, body, media, new NameHint(context.Prefixes.Of(operation) + "Request"), names)
            : null;

    /// <param name="operation">What sends the body.</param>
    /// <param name="body">The body.</param>
    /// <param name="media">One of its media types.</param>
    /// <param name="hint">What its type would be called.</param>
    /// <param name="names">Of the method's parameters.</param>
    public BodyModel? Bind(ApiOperation operation, ApiRequestBody body, ApiMediaType media, NameHint hint, NameScope names)
    {
        if (!MediaTypes.IsValid(media.Name))
        {
            context.Problems.Add(
                DiagnosticDescriptors.ReadLeniently, media.Node, "The media type", "two words with a slash between", "'" + media.Name + "'", SentAs(media, Kind(media)));
        }

        if (Kind(media) == BodyKind.UrlEncoded && media.Schema is { } form && IsEmpty(form))
        {
            return null; // A form without fields sends nothing.
        }

        var name = new BodyName(names, context.Overrides.Body(operation, body));
        return Kind(media) switch
        {
            BodyKind.Json => Json(body, media, name, hint),
            BodyKind.Multipart => Form(body, media, BodyKind.Multipart, name, hint),
            BodyKind.UrlEncoded => Form(body, media, BodyKind.UrlEncoded, name, hint),
            BodyKind.Lines => Lines(body, media, name, hint),
            BodyKind.Text => Model(body, media, BodyKind.Text, new ScalarValue(ScalarKind.String), name.Take("text", "content", "bodyText")),
            _ => Model(body, media, BodyKind.Binary, new ScalarValue(ScalarKind.File), name.Take("content", "body", "bodyContent")),
        };
    }

    private BodyKind Kind(ApiMediaType media)
    {
        bool isBinary = media.Schema is { } schema && IsBinary(schema);
        return media.Name switch
        {
            _ when MediaTypes.IsJson(media.Name) => BodyKind.Json,
            _ when MediaTypes.IsMultipart(media.Name) => BodyKind.Multipart,
            _ when MediaTypes.IsUrlEncoded(media.Name) => BodyKind.UrlEncoded,
            _ when MediaTypes.IsLines(media.Name) && !IsRaw(media) => BodyKind.Lines,
            _ when MediaTypes.IsText(media.Name) && !isBinary => BodyKind.Text,
            _ when IsAnything(media.Name) && !isBinary && media.Schema is not null => BodyKind.Json,
            _ => BodyKind.Binary,
        };
    }

    // A string is all of the lines, made elsewhere.
    private bool IsRaw(ApiMediaType media) =>
        media.ItemSchema is null && media.Schema is { } schema && SchemaClassifier.TypesOf(context.Folder.Fold(schema)) == SchemaTypes.String;

    private bool IsEmpty(ApiSchema schema) =>
        context.Folder.Fold(schema) is { Properties.Count: 0, Unions.Count: 0, AdditionalProperties: null or { IsNever: true } } shape
        && SchemaClassifier.TypesOf(shape) == SchemaTypes.Object;

    private bool IsBinary(ApiSchema schema) => context.Folder.Fold(schema).Format == "binary";

    // What is no media type says nothing of the form of the body, like the range of all.
    private static bool IsAnything(string name) => MediaTypes.Essence(name) == "*/*" || !MediaTypes.IsValid(name);

    /// <summary>A range such as <c>image/*</c> says what a body may be, but a body is of one type.</summary>
    private static string SentAs(ApiMediaType media, BodyKind kind) => (kind, media.Name.Contains("*") || !MediaTypes.IsValid(media.Name)) switch
    {
        (BodyKind.Multipart, _) when MediaTypes.Essence(media.Name) == "multipart/*" => "multipart/form-data",
        (BodyKind.Multipart, _) => MediaTypes.Essence(media.Name),
        (BodyKind.Binary, false) => media.Name,
        (_, false) => MediaTypes.InUtf8(media.Name),
        (BodyKind.Json, _) => "application/json",
        (BodyKind.Text, _) => "text/plain",
        _ => IsKnownRange(MediaTypes.Essence(media.Name)) ? MediaTypes.Essence(media.Name) : "application/octet-stream",
    };

    // Bytes that are said to be an image are of one of its types, which the caller knows.
    private static bool IsKnownRange(string essence) =>
        essence.EndsWith("/*", StringComparison.Ordinal) && essence is not ("*/*" or "application/*") && MediaTypes.IsValid(essence);

    private BodyModel Json(ApiRequestBody body, ApiMediaType media, BodyName name, NameHint hint)
    {
        BoundValue bound = media.Schema is { } schema ? context.Schemas.Bind(schema, hint) : BoundValue.Any;
        BodyModel model = Model(body, media, BodyKind.Json, bound.Value, name.Take("request", "body", "requestBody"));
        return model with { IsNullable = bound.IsNullable && body.IsRequired };
    }

    private BodyModel Lines(ApiRequestBody body, ApiMediaType media, BodyName name, NameHint hint)
    {
        BoundValue item = Item(media) is { } schema ? context.Schemas.Bind(schema, hint.Suffix("Item")) : BoundValue.Any;
        return Model(body, media, BodyKind.Lines, item.Value, name.Take("items", "lines", "bodyItems")) with { IsNullable = item.IsNullable };
    }

    private BodyModel? Form(ApiRequestBody body, ApiMediaType media, BodyKind kind, BodyName name, NameHint hint)
    {
        if (media.Schema is null || _forms.Bind(media.Schema, media, kind, hint) is not { } type)
        {
            context.Problems.Add(
                DiagnosticDescriptors.PartLeftOut, media.Node, media.Pointer, "a form needs an object schema; the body is taken as raw content");
            return Model(body, media, BodyKind.Binary, new ScalarValue(ScalarKind.File), name.Take("content", "body", "bodyContent"));
        }

        return Model(body, media, kind, new NamedValue(type, IsValueType: false), name.Take("request", "form", "requestForm"));
    }

    private static BodyModel Model(ApiRequestBody body, ApiMediaType media, BodyKind kind, ValueModel value, Identifier name) => new()
    {
        Name = name,
        Kind = kind,
        Value = value,
        IsRequired = body.IsRequired,
        ContentType = SentAs(media, kind),
        Docs = new DocsModel(body.Description, null, null),
    };
}
