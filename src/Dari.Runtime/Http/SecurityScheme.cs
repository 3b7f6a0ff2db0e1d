namespace Dari.Http;

/// <summary>A way to prove who is calling, as the document names and describes it.</summary>
public sealed class SecurityScheme
{
    private SecurityScheme(string name, SecurityKind kind, string place)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(place);
        Name = name;
        Kind = kind;
        Place = place;
    }

    /// <summary>The scheme's name in the document.</summary>
    public string Name { get; }

    internal SecurityKind Kind { get; }

    /// <summary>Name of the header, parameter or cookie.</summary>
    internal string Place { get; }

    /// <summary>Where tokens are given, as the document writes it; null: not said.</summary>
    internal string? TokenUrl { get; private init; }

    /// <summary>Where tokens are refreshed; null: where they are given.</summary>
    internal string? RefreshUrl { get; private init; }

    /// <summary>The document that says where tokens are given.</summary>
    internal string? DiscoveryUrl { get; private init; }

    /// <summary>What operations want a token to be good for.</summary>
    internal IReadOnlyList<string> Scopes { get; private init; } = [];

    /// <summary>A token of OAuth 2 in <c>Authorization</c>.</summary>
    /// <param name="name">The scheme's name in the document.</param>
    /// <param name="tokenUrl">Where tokens are given; null: the document does not say.</param>
    /// <param name="refreshUrl">Where tokens are refreshed; null: where they are given.</param>
    /// <param name="scopes">What operations want a token to be good for.</param>
    /// <returns>The scheme.</returns>
    public static SecurityScheme OAuth2(string name, string? tokenUrl, string? refreshUrl, params string[] scopes) =>
        new(name, SecurityKind.Bearer, "Authorization") { TokenUrl = tokenUrl, RefreshUrl = refreshUrl, Scopes = scopes };

    /// <summary>A token of OpenID Connect in <c>Authorization</c>.</summary>
    /// <param name="name">The scheme's name in the document.</param>
    /// <param name="discoveryUrl">The discovery document.</param>
    /// <param name="scopes">What operations want a token to be good for.</param>
    /// <returns>The scheme.</returns>
    public static SecurityScheme OpenIdConnect(string name, string? discoveryUrl, params string[] scopes) =>
        new(name, SecurityKind.Bearer, "Authorization") { DiscoveryUrl = discoveryUrl, Scopes = scopes };

    /// <summary>A bearer token in <c>Authorization</c>.</summary>
    /// <param name="name">The scheme's name in the document.</param>
    /// <returns>The scheme.</returns>
    public static SecurityScheme Bearer(string name) => new(name, SecurityKind.Bearer, "Authorization");

    /// <summary>User name and password in <c>Authorization</c>.</summary>
    /// <param name="name">The scheme's name in the document.</param>
    /// <returns>The scheme.</returns>
    public static SecurityScheme Basic(string name) => new(name, SecurityKind.Basic, "Authorization");

    /// <summary>A key in a header.</summary>
    /// <param name="name">The scheme's name in the document.</param>
    /// <param name="header">The header.</param>
    /// <returns>The scheme.</returns>
    public static SecurityScheme ApiKeyHeader(string name, string header) => new(name, SecurityKind.Header, header);

    /// <summary>A key in the query.</summary>
    /// <param name="name">The scheme's name in the document.</param>
    /// <param name="parameter">The query parameter.</param>
    /// <returns>The scheme.</returns>
    public static SecurityScheme ApiKeyQuery(string name, string parameter) => new(name, SecurityKind.Query, parameter);

    /// <summary>A key in a cookie.</summary>
    /// <param name="name">The scheme's name in the document.</param>
    /// <param name="cookie">The cookie.</param>
    /// <returns>The scheme.</returns>
    public static SecurityScheme ApiKeyCookie(string name, string cookie) => new(name, SecurityKind.Cookie, cookie);
}
