using System.Net;
using System.Text.Json;

namespace Dari.OAuth;

/// <summary>Where tokens are given, and how a program says there who it is.</summary>
internal sealed class TokenEndpoint(Uri? tokenUrl, Uri? discoveryUrl, bool allowInsecureHttp)
{
    private Found? _found;

    /// <summary>The endpoint, by OpenID Connect Discovery 1.0 where only a discovery document is known.</summary>
    /// <exception cref="OAuthException">The discovery document names no endpoint.</exception>
    internal async ValueTask<Found> FindAsync(OAuthExchange exchange, CancellationToken cancellationToken)
    {
        if (_found is { } known)
        {
            return known;
        }

        if (tokenUrl is not null)
        {
            return _found = new Found(Checked(tokenUrl), KnowsBasic: true);
        }

        using var message = new HttpRequestMessage(HttpMethod.Get, Checked(discoveryUrl!));
        (HttpStatusCode status, JsonElement document) = await exchange.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return _found = OAuthExchange.Text(document, "token_endpoint") is { } text
            && Uri.TryCreate(text, UriKind.Absolute, out Uri? url)
            && url.Scheme is "https" or "http"
                ? new Found(Checked(url), KnowsBasic(document))
                : throw new OAuthException(
                    $"The discovery document of {discoveryUrl!.Host} names no token endpoint.", status, null);
    }

    // Where the document says nothing, Basic is what there is (OpenID Connect Discovery 1.0, section 3).
    private static bool KnowsBasic(JsonElement document) =>
        !document.TryGetProperty("token_endpoint_auth_methods_supported", out JsonElement methods)
        || methods.ValueKind != JsonValueKind.Array
        || methods.EnumerateArray().Any(static method => method.ValueKind == JsonValueKind.String && method.GetString() == "client_secret_basic")
        || methods.EnumerateArray().All(static method => method.ValueKind != JsonValueKind.String || method.GetString() != "client_secret_post");

    private Uri Checked(Uri url) => url.Scheme == Uri.UriSchemeHttps || url.IsLoopback || allowInsecureHttp
        ? url
        : throw new InvalidOperationException(
            $"A secret would be sent to {url.Host} over plain http. Use https, or set ClientOptions.AllowInsecureHttp.");

    internal sealed record Found(Uri Url, bool KnowsBasic);
}
