using Dari.Http;

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

    /// <summary>The kind of credential, without the secret.</summary>
    /// <returns>The text.</returns>
    public abstract override string ToString();

    /// <summary>The secret in the form in which it travels.</summary>
    internal abstract ValueTask<string> GetAsync(CancellationToken cancellationToken);

    internal static string Checked(string secret)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(secret);
        return HeaderText.IsValue(secret)
            ? secret.Trim()
            : throw new ArgumentException("A secret holds line breaks or control characters.", nameof(secret));
    }
}
