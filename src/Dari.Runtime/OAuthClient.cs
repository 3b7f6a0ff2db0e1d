namespace Dari;

/// <summary>A program as an authorization server knows it (RFC 6749). Its text never shows the secret.</summary>
public sealed class OAuthClient
{
    /// <summary>The id that the server gave the program.</summary>
    public required string ClientId { get; init; }

    /// <summary>The secret; null for a public client, which can only refresh.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>
    /// Where tokens are given, absolute. Null: where the document says, or the discovery document that it names.
    /// </summary>
    public Uri? TokenUrl { get; init; }

    /// <summary>
    /// The scopes to ask for; empty: none, so that the server decides. Null: those that the document's operations want.
    /// </summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>
    /// Whether id and secret stand in the body (<c>client_secret_post</c>) instead of a Basic header, which RFC 6749,
    /// section 2.3.1 prefers. A discovery document that knows no Basic decides so by itself.
    /// </summary>
    public bool SecretInBody { get; init; }

    /// <summary>What a server wants beside, such as <c>audience</c> or <c>resource</c>.</summary>
    public IDictionary<string, string> Parameters { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Sends requests for tokens; null: one of the library's own. Never the client of the API: its headers are not for
    /// the authorization server.
    /// </summary>
    public HttpClient? HttpClient { get; init; }

    /// <summary>The id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"OAuth client {ClientId}";
}
