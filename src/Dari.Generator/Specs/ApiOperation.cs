using System.Collections.Generic;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs;

/// <summary>One method of one path.</summary>
internal sealed class ApiOperation
{
    public required SpecNode Node { get; init; }

    /// <summary>JSON pointer such as <c>#/paths/~1pets/get</c>.</summary>
    public required string Pointer { get; init; }

    /// <summary>As written, with its <c>{holes}</c>; for a webhook its key.</summary>
    public required string Path { get; init; }

    /// <summary>Upper case: <c>GET</c>.</summary>
    public required string Method { get; init; }

    public string? OperationId { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public string? Summary { get; init; }

    public string? Description { get; init; }

    public bool IsDeprecated { get; init; }

    /// <summary>The path item's and the operation's, references resolved, the operation's winning by name and place.</summary>
    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];

    public ApiRequestBody? Body { get; init; }

    public IReadOnlyList<ApiResponse> Responses { get; init; } = [];

    /// <summary>What the service sends to an address of the caller; <see cref="Path"/> is the callback's name.</summary>
    public IReadOnlyList<ApiOperation> Callbacks { get; init; } = [];

    /// <summary><see langword="null"/> when the document's own holds.</summary>
    public IReadOnlyList<ApiSecurityRequirement>? Security { get; init; }

    /// <summary>Servers of the operation or its path item; empty when the document's hold.</summary>
    public IReadOnlyList<ApiServer> Servers { get; init; } = [];

    public SpecNode? Extension(string name) => Node.Member(name);
}

internal enum ApiParameterLocation
{
    Path,
    Query,
    Header,
    Cookie,

    /// <summary>The whole query string is the value (OpenAPI 3.2 <c>querystring</c>).</summary>
    QueryString,
}

internal enum ApiParameterStyle
{
    Simple,
    Label,
    Matrix,
    Form,
    SpaceDelimited,
    PipeDelimited,

    /// <summary>Only in 2.0: <c>collectionFormat: tsv</c>.</summary>
    TabDelimited,
    DeepObject,
}

internal sealed class ApiParameter
{
    public required SpecNode Node { get; init; }

    public required string Pointer { get; init; }

    public required string Name { get; init; }

    public required ApiParameterLocation In { get; init; }

    public string? Description { get; init; }

    /// <summary>Always true in a path.</summary>
    public bool IsRequired { get; init; }

    public bool IsDeprecated { get; init; }

    public bool AllowReserved { get; init; }

    /// <summary>Defaults of the version filled in: simple for path and header, form for query and cookie.</summary>
    public ApiParameterStyle Style { get; init; }

    public bool Explode { get; init; }

    /// <summary>The schema, or that of the one media type in <c>content</c>.</summary>
    public required ApiSchema Schema { get; init; }

    /// <summary>Media type of <c>content</c>, such as <c>application/json</c>; <see langword="null"/> for a plain schema.</summary>
    public string? ContentType { get; init; }

    public SpecNode? Extension(string name) => Node.Member(name);
}

internal sealed class ApiRequestBody
{
    public required SpecNode Node { get; init; }

    public required string Pointer { get; init; }

    public string? Description { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>2.0 <c>in: body</c> with each of <c>consumes</c>, or <c>in: formData</c> as one object schema.</summary>
    public IReadOnlyList<ApiMediaType> Content { get; init; } = [];
}

internal sealed class ApiMediaType
{
    public required SpecNode Node { get; init; }

    public required string Pointer { get; init; }

    /// <summary>As written, such as <c>application/json; charset=utf-8</c>.</summary>
    public required string Name { get; init; }

    public ApiSchema? Schema { get; init; }

    /// <summary>3.2: schema of one item of a stream.</summary>
    public ApiSchema? ItemSchema { get; init; }

    /// <summary><c>encoding</c> of multipart and urlencoded bodies, by property.</summary>
    public IReadOnlyList<ApiEncoding> Encoding { get; init; } = [];
}

internal sealed record ApiEncoding(string Property, string? ContentType, ApiParameterStyle? Style, bool? Explode, bool AllowReserved)
{
    /// <summary>Of the part, in a multipart body.</summary>
    public IReadOnlyList<ApiHeader> Headers { get; init; } = [];
}

internal sealed class ApiResponse
{
    public required SpecNode Node { get; init; }

    public required string Pointer { get; init; }

    /// <summary>As written: <c>200</c>, <c>4XX</c> or <c>default</c>.</summary>
    public required string Status { get; init; }

    public string? Description { get; init; }

    /// <summary>2.0: one for each of <c>produces</c>.</summary>
    public IReadOnlyList<ApiMediaType> Content { get; init; } = [];

    public IReadOnlyList<ApiHeader> Headers { get; init; } = [];
}

internal sealed record ApiHeader(string Name, string? Description, ApiSchema Schema, bool IsRequired, bool IsDeprecated)
{
    public required SpecNode Node { get; init; }

    public required string Pointer { get; init; }

    /// <summary>Media type of <c>content</c>; <see langword="null"/> for a plain schema.</summary>
    public string? ContentType { get; init; }

    /// <summary>How a list is parted: by commas, but for <c>collectionFormat</c> of 2.0.</summary>
    public ApiParameterStyle Style { get; init; } = ApiParameterStyle.Simple;

    /// <summary>Members of an object are <c>name=value</c>, not <c>name,value</c>.</summary>
    public bool Explode { get; init; }
}
