using System.Collections.Generic;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs;

/// <summary>
/// One OpenAPI document, whichever version it was written in, in the words of OpenAPI 3.1. It lives only while one
/// document is read and bound; the pipeline caches what was bound from it, never this.
/// </summary>
internal sealed class ApiDocument
{
    /// <summary>The texts this was read from; they turn nodes into locations.</summary>
    public required SpecTexts Texts { get; init; }

    public required SpecNode Root { get; init; }

    /// <summary><c>2.0</c>, <c>3.0</c>, <c>3.1</c> or <c>3.2</c>.</summary>
    public required string Version { get; init; }

    public string? Title { get; init; }

    public string? Summary { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<ApiServer> Servers { get; init; } = [];

    public IReadOnlyList<ApiTag> Tags { get; init; } = [];

    /// <summary>Every path and method, in document order, with what the path item says folded in.</summary>
    public IReadOnlyList<ApiOperation> Operations { get; init; } = [];

    /// <summary>Root <c>webhooks</c> (3.1) or <c>x-webhooks</c>; <see cref="ApiOperation.Path"/> is the key.</summary>
    public IReadOnlyList<ApiOperation> Webhooks { get; init; } = [];

    /// <summary><c>components/schemas</c> or <c>definitions</c>, in document order.</summary>
    public IReadOnlyList<ApiNamedSchema> Schemas { get; init; } = [];

    public IReadOnlyList<ApiSecurityScheme> SecuritySchemes { get; init; } = [];

    /// <summary>Alternatives that hold for operations which say nothing themselves; empty: none is needed.</summary>
    public IReadOnlyList<ApiSecurityRequirement> Security { get; init; } = [];

    /// <summary>The value of a root extension such as <c>x-dari-client</c>.</summary>
    public SpecNode? Extension(string name) => Root.Member(name);
}

internal sealed record ApiServer(string Url, string? Description, IReadOnlyList<ApiServerVariable> Variables)
{
    /// <summary>3.2 <c>name</c>, or what an extension says.</summary>
    public string? Name { get; init; }
}

internal sealed record ApiServerVariable(string Name, string Default)
{
    public string? Description { get; init; }

    /// <summary>The values that are allowed; empty: any.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}

internal sealed record ApiTag(string Name, string? Description, SpecNode Node);

/// <summary>A schema under the name it has in the document.</summary>
internal sealed record ApiNamedSchema(string Name, ApiSchema Schema);

internal enum ApiSecuritySchemeKind
{
    ApiKey,
    HttpBearer,
    HttpBasic,
    HttpOther,
    OAuth2,
    OpenIdConnect,
    MutualTls,
}

internal sealed record ApiSecurityScheme(
    string Name,
    ApiSecuritySchemeKind Kind,
    ApiParameterLocation In,
    string? ParameterName,
    string? Description,
    SpecNode Node)
{
    /// <summary>Where tokens of OAuth 2 are given, of client credentials if the scheme has them, as written.</summary>
    public string? TokenUrl { get; init; }

    public string? RefreshUrl { get; init; }

    /// <summary><c>openIdConnectUrl</c>.</summary>
    public string? DiscoveryUrl { get; init; }
}

/// <summary>Schemes that are needed together; no scheme at all means that anonymous calls are accepted.</summary>
internal sealed record ApiSecurityRequirement(IReadOnlyList<string> Schemes)
{
    /// <summary>What a token must be good for, by scheme.</summary>
    public IReadOnlyList<(string Scheme, string Scope)> Scopes { get; init; } = [];
}
