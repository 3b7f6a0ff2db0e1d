using Dari.Http;
using Dari.OAuth;

namespace Dari;

/// <summary>What proves who is calling. Its text never shows the secret.</summary>
public abstract class Credential
{
    private protected Credential()
    {
    }

    /// <summary>A bearer token that does not change.</summary>
    /// <param name="token">The token, without the word <c>Bearer</c>.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentException">The token is empty or holds characters that a header cannot.</exception>
    public static Credential Bearer(string token) => new TokenCredential("bearer token", Checked(token));

    /// <summary>A bearer token that is asked for before each attempt, so that it can be renewed.</summary>
    /// <param name="getToken">Gives the token; it should keep it while it is valid.</param>
    /// <returns>The credential.</returns>
    public static Credential Bearer(Func<CancellationToken, ValueTask<string>> getToken)
    {
        ArgumentNullException.ThrowIfNull(getToken);
        return new TokenProviderCredential(getToken);
    }

    /// <summary>An API key, sent in the header, query parameter or cookie that the service wants.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentException">The key is empty or holds characters that a header cannot.</exception>
    public static Credential ApiKey(string key) => new TokenCredential("API key", Checked(key));

    /// <summary>A user name and password for HTTP Basic authentication.</summary>
    /// <param name="user">The name; without a colon.</param>
    /// <param name="password">The password.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentException">The name holds a colon (RFC 7617).</exception>
    public static Credential Basic(string user, string password) => new BasicCredential(user, password);

    /// <summary>
    /// Tokens that an authorization server gives a program for its own sake (RFC 6749, section 4.4): asked for when first
    /// needed, kept until shortly before they expire, one request at a time however many calls wait.
    /// </summary>
    /// <param name="client">The program, with its secret.</param>
    /// <returns>The credential, for schemes of OAuth 2 and OpenID Connect. Clients that share it share its tokens.</returns>
    /// <exception cref="ArgumentException">The program has no secret.</exception>
    public static Credential ClientCredentials(OAuthClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.ClientSecret is { Length: > 0 }
            ? new OAuthCredential(new OAuthGrant(client, null, null))
            : throw new ArgumentException("Client credentials need a secret.", nameof(client));
    }

    /// <summary>Tokens for a refresh token that somebody was given before (RFC 6749, section 6).</summary>
    /// <param name="client">The program.</param>
    /// <param name="refreshToken">The refresh token.</param>
    /// <param name="onRefreshToken">
    /// Keeps a new refresh token that takes the place of the old one; called before the new access token is used.
    /// </param>
    /// <returns>The credential, for schemes of OAuth 2 and OpenID Connect.</returns>
    /// <exception cref="ArgumentException">The token is empty or holds characters that a header cannot.</exception>
    public static Credential RefreshToken(
        OAuthClient client, string refreshToken, Func<string, CancellationToken, ValueTask>? onRefreshToken = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        return new OAuthCredential(new OAuthGrant(client, Checked(refreshToken), onRefreshToken));
    }

    /// <summary>The kind of credential, without the secret.</summary>
    /// <returns>The text.</returns>
    public abstract override string ToString();

    /// <summary>The secret in the form in which it travels.</summary>
    internal abstract ValueTask<string> GetAsync(CancellationToken cancellationToken);

    /// <summary>The credential for a scheme of a client.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="options">The client's own.</param>
    /// <param name="root">Where the service is, if that is known: what relative addresses are relative to.</param>
    /// <exception cref="ArgumentException">The scheme wants another credential.</exception>
    /// <exception cref="InvalidOperationException">Nothing says where tokens are given.</exception>
    internal virtual Credential For(SecurityScheme scheme, ClientOptions options, string? root) => this;

    /// <summary>The service answered 401 to what was given.</summary>
    internal virtual void Refuse()
    {
    }

    internal static string Checked(string secret)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(secret);
        return HeaderText.IsValue(secret)
            ? secret.Trim()
            : throw new ArgumentException("A secret holds line breaks or control characters.", nameof(secret));
    }
}
