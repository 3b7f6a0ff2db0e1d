using System.Collections.Concurrent;
using Dari.Http;

namespace Dari.OAuth;

/// <summary>Tokens of an authorization server. Clients that share it share its tokens.</summary>
internal sealed class OAuthCredential(OAuthGrant grant) : Credential
{
    private readonly ConcurrentDictionary<string, TokenCache> _tokens = new(StringComparer.Ordinal);

    public override string ToString() => $"{grant.Client} [asked for]";

    internal override ValueTask<string> GetAsync(CancellationToken cancellationToken) =>
        throw new InvalidOperationException("A token belongs to a security scheme.");

    internal override Credential For(SecurityScheme scheme, ClientOptions options, string? root)
    {
        if (scheme.Kind != SecurityKind.Bearer)
        {
            throw new ArgumentException($"The security scheme \"{scheme.Name}\" wants Credential.ApiKey.");
        }

        IReadOnlyList<string> scopes = grant.Client.Scopes ?? scheme.Scopes;
        string? stated = grant.RefreshToken is null ? scheme.TokenUrl : scheme.RefreshUrl ?? scheme.TokenUrl;
        Uri? token = grant.Client.TokenUrl ?? Absolute(stated, root);
        Uri? discovery = token is null ? Absolute(scheme.DiscoveryUrl, root) : null;
        if (token is null && discovery is null)
        {
            throw new InvalidOperationException(
                $"The security scheme \"{scheme.Name}\" does not say where tokens are given: set OAuthClient.TokenUrl.");
        }

        // A refresh token may be good for one use only: it is never kept twice.
        string key = grant.RefreshToken is null ? $"{token ?? discovery} {string.Join(' ', scopes)}" : "";
        TokenCache cache = _tokens.GetOrAdd(key, _ => new TokenCache(
            new TokenRequest(grant, new TokenEndpoint(token, discovery, options.AllowInsecureHttp), scopes),
            options.TimeProvider));
        return new BoundCredential(this, cache);
    }

    private static Uri? Absolute(string? url, string? root)
    {
        if (string.IsNullOrWhiteSpace(url))
        {
            return null;
        }

        bool isKnown = Uri.TryCreate(url, UriKind.Absolute, out Uri? absolute) && absolute.Scheme.StartsWith("http", StringComparison.Ordinal);
        return isKnown ? absolute : root is null ? null : new Uri(new Uri(root.TrimEnd('/') + "/"), url);
    }

    private sealed class BoundCredential(OAuthCredential owner, TokenCache cache) : Credential
    {
        public override string ToString() => owner.ToString();

        internal override ValueTask<string> GetAsync(CancellationToken cancellationToken) => cache.GetAsync(cancellationToken);

        internal override void Refuse() => cache.Forget();
    }
}
