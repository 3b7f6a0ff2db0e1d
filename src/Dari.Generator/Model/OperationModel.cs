using System;
using Dari.Generator.Equality;

namespace Dari.Generator.Model;

/// <summary>A method of a tag's client.</summary>
internal sealed record OperationModel
{
    /// <summary>With <c>Async</c>.</summary>
    public required Identifier Name { get; init; }

    /// <summary>Upper case.</summary>
    public required string Method { get; init; }

    /// <summary>The path as the document writes it, for the docs.</summary>
    public required string Template { get; init; }

    public required EquatableArray<PathPartModel> Path { get; init; }

    /// <summary>Parameters of the method before the body: path in URL order, then required query and headers.</summary>
    public required EquatableArray<ParameterModel> Leading { get; init; }

    /// <summary>Optional parameters behind the body; empty when <see cref="Query"/> holds them.</summary>
    public required EquatableArray<ParameterModel> Trailing { get; init; }

    /// <summary>The record that holds query parameters and optional headers when there are more than two.</summary>
    public QueryUseModel? Query { get; init; }

    public BodyModel? Body { get; init; }

    public required ResponseModel Response { get; init; }

    /// <summary>Field of the client's error tables; <see langword="null"/> when no error body is declared.</summary>
    public Identifier? Errors { get; init; }

    /// <summary>The record that reads the headers of the answers, when some are declared.</summary>
    public Identifier? Headers { get; init; }

    /// <summary>For <c>&lt;exception&gt;</c> lines.</summary>
    public EquatableArray<ErrorDocModel> Exceptions { get; init; }

    /// <summary><see langword="null"/>: as the document says.</summary>
    public SecurityModel? Security { get; init; }

    /// <summary>Name of the header that carries the idempotency key, when the operation declares one.</summary>
    public string? IdempotencyHeader { get; init; }

    /// <summary>Name of the body's member that carries it, when the document marks one.</summary>
    public string? IdempotencyField { get; init; }

    /// <summary>Media types asked for; <see langword="null"/> when nothing is read.</summary>
    public string? Accept { get; init; }

    /// <summary>Server of this operation alone.</summary>
    public string? BaseUrl { get; init; }

    public required DocsModel Docs { get; init; }

    /// <summary>JSON pointer of the operation.</summary>
    public required string Pointer { get; init; }

    /// <summary>
    /// The media type that this method sends or reads instead of the one that is preferred; <see langword="null"/> for the
    /// operation's first method.
    /// </summary>
    public string? Variant { get; init; }

    /// <summary>Methods that stand behind this one.</summary>
    public EquatableArray<CompanionModel> Companions { get; init; }
}

/// <summary>Text of the path, or a hole for a parameter; exactly one of the two.</summary>
internal sealed record PathPartModel(string? Text, ParameterModel? Parameter);

internal enum ParameterPlace
{
    Path,
    Query,
    Header,
    Cookie,
}

internal enum ParameterStyle
{
    /// <summary>A single value.</summary>
    Plain,

    /// <summary><c>a=1&amp;a=2</c>.</summary>
    Multi,
    Comma,
    Space,
    Pipe,
    Tab,

    /// <summary>
    /// An object or map as <c>key=value</c>, behind <see cref="ParameterModel.Prefix"/> if there is one. This and the next
    /// two are also for values that are an object, a list or neither.
    /// </summary>
    ObjectExploded,

    /// <summary><c>name[key]=value</c>, and <c>name[0]=value</c> for a list.</summary>
    DeepObject,

    /// <summary><c>name=key,value,key,value</c>.</summary>
    ObjectComma,
    ObjectSpace,
    ObjectPipe,
    Label,
    LabelExploded,
    Matrix,
    MatrixExploded,

    /// <summary>The value as JSON text.</summary>
    Json,

    /// <summary>The same, or a text as it is, without a name: it is all of the query (3.2).</summary>
    WholeQuery,
}

internal sealed record ParameterModel
{
    /// <summary>Camel case for a method parameter; the property of the query record has <see cref="PropertyName"/>.</summary>
    public required Identifier Name { get; init; }

    public required Identifier PropertyName { get; init; }

    public required string WireName { get; init; }

    public required ParameterPlace Place { get; init; }

    public required ValueModel Value { get; init; }

    public required bool IsRequired { get; init; }

    public required ParameterStyle Style { get; init; }

    /// <summary>Put before each key of an exploded map: <c>metadata.</c></summary>
    public string? Prefix { get; init; }

    public bool AllowReserved { get; init; }

    public required DocsModel Docs { get; init; }
}

/// <summary>The parameter <paramref name="Name"/> of type <paramref name="Type"/>; required when one of its members is.</summary>
internal sealed record QueryUseModel(Identifier Name, Identifier Type, bool IsRequired, EquatableArray<ParameterModel> Parameters);

internal enum BodyKind
{
    Json,
    Multipart,
    UrlEncoded,
    Text,
    Binary,

    /// <summary>JSON lines: the parameter is an <c>IAsyncEnumerable&lt;T&gt;</c> of <see cref="BodyModel.Value"/>.</summary>
    Lines,
}

internal sealed record BodyModel
{
    public required Identifier Name { get; init; }

    public required BodyKind Kind { get; init; }

    /// <summary>String for text; for binary the parameter is a <c>Stream</c> whatever this says, or a file that says its type.</summary>
    public required ValueModel Value { get; init; }

    /// <summary>The body may be left out: the parameter is nullable and has a default.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>JSON null is a legal body, or a legal item of one.</summary>
    public bool IsNullable { get; init; }

    /// <summary>What is sent; a range such as <c>image/*</c> where only the caller knows.</summary>
    public required string ContentType { get; init; }

    public bool IsFile => Kind == BodyKind.Binary && ContentType.EndsWith("/*", StringComparison.Ordinal);

    public required DocsModel Docs { get; init; }
}

internal enum ResponseKind
{
    None,
    Json,
    Text,
    File,

    /// <summary>Server-sent events with JSON data.</summary>
    Events,

    /// <summary>Server-sent events with text data.</summary>
    TextEvents,

    /// <summary>JSON lines.</summary>
    Lines,

    /// <summary>Several bodies: <see cref="ResponseModel.Value"/> names a <see cref="ResultModel"/>.</summary>
    Result,
}

/// <summary><paramref name="IsNullable"/>: null is a legal body, or a success without a body is declared beside it.</summary>
internal sealed record ResponseModel(ResponseKind Kind, ValueModel? Value, bool IsNullable, string? Description)
{
    /// <summary>What the document says of a stream of events, where it says more than the type of its data.</summary>
    public EventRulesModel? Events { get; init; }
}

internal sealed record ErrorDocModel(Identifier Type, EquatableArray<string> Statuses);

/// <summary>Alternatives of schemes that are needed together; no alternative: no credential is sent.</summary>
internal sealed record SecurityModel(EquatableArray<EquatableArray<string>> Alternatives);
