using Dari.Generator.Equality;

namespace Dari.Generator.Model;

/// <summary>
/// Everything that will be emitted for one document: every decision is made, every name chosen.
/// </summary>
/// <remarks>
/// This is what the incremental pipeline caches and compares. It and all it holds must therefore be immutable and equal
/// by value: strings, enums, numbers, records and <see cref="EquatableArray{T}"/>, never a symbol, a syntax node, a
/// location or a node of the document. Types refer to each other by name, so there are no cycles.
/// </remarks>
internal sealed record ClientModel
{
    public required string Namespace { get; init; }

    public required Identifier Name { get; init; }

    public required bool IsPublic { get; init; }

    /// <summary>Types have a method that checks the rules of the document.</summary>
    public bool IsValidated { get; init; }

    /// <summary>File name of the document, for headers.</summary>
    public required string SpecFile { get; init; }

    public required DocsModel Docs { get; init; }

    public required TransportModel Transport { get; init; }

    public required EquatableArray<TagModel> Tags { get; init; }

    /// <summary><see langword="null"/> when the service sends nothing by itself.</summary>
    public WebhooksModel? Webhooks { get; init; }

    /// <summary>In a stable order: by name, ordinal.</summary>
    public required EquatableArray<TypeModel> Types { get; init; }

    public required EquatableArray<ErrorTableModel> ErrorTables { get; init; }

    /// <summary><see langword="null"/> when nobody asks for a review.</summary>
    public ReviewModel? Review { get; init; }
}

/// <summary>Where calls go and how they prove who they are.</summary>
internal sealed record TransportModel
{
    /// <summary>First server with its variables filled in; <see langword="null"/> when it is relative or there is none.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>From <c>x-dari-client</c>.</summary>
    public string? ApiKeyVariable { get; init; }

    public string? BaseUrlVariable { get; init; }

    /// <summary>Addresses to choose from; empty where there is nothing to choose.</summary>
    public EquatableArray<ServerModel> Servers { get; init; }

    public required EquatableArray<SchemeModel> Schemes { get; init; }

    public required SecurityModel Security { get; init; }
}

/// <summary>A server of the document: a method that makes its address of its variables.</summary>
internal sealed record ServerModel(
    Identifier Name, DocsModel Docs, EquatableArray<ServerPartModel> Address, EquatableArray<ServerVariableModel> Variables);

/// <summary>Text of an address, or a hole for a variable; exactly one of the two.</summary>
internal sealed record ServerPartModel(string? Text, Identifier? Variable);

/// <summary><paramref name="Default"/> is <see langword="null"/> where the document gives none.</summary>
internal sealed record ServerVariableModel(Identifier Name, string? Default, DocsModel Docs);

internal enum SchemeKind
{
    Bearer,
    OAuth2,
    OpenIdConnect,
    Basic,
    ApiKeyHeader,
    ApiKeyQuery,
    ApiKeyCookie,
}

/// <summary><paramref name="ParameterName"/> is the header, query parameter or cookie of an API key.</summary>
internal sealed record SchemeModel(string Name, SchemeKind Kind, string? ParameterName)
{
    public string? TokenUrl { get; init; }

    public string? RefreshUrl { get; init; }

    public string? DiscoveryUrl { get; init; }

    /// <summary>All that operations want a token to be good for, in ordinal order.</summary>
    public EquatableArray<string> Scopes { get; init; }
}

/// <summary>A group of operations: <c>client.Pets</c> of type <c>PetsClient</c>, behind <c>IPetsClient</c>.</summary>
internal sealed record TagModel
{
    /// <summary>The property of the client.</summary>
    public required Identifier Property { get; init; }

    public required Identifier Type { get; init; }

    public required Identifier Interface { get; init; }

    /// <summary>The tag as the document writes it; <see langword="null"/> for operations without one.</summary>
    public string? Tag { get; init; }

    public required DocsModel Docs { get; init; }

    public required EquatableArray<OperationModel> Operations { get; init; }
}

/// <summary>Error bodies by status, shared by operations that declare the same ones.</summary>
internal sealed record ErrorTableModel(Identifier Name, EquatableArray<ErrorEntryModel> Entries);

/// <summary><paramref name="Status"/> is <c>404</c>, <c>4XX</c> or <c>default</c>.</summary>
internal sealed record ErrorEntryModel(string Status, ValueModel Value);
