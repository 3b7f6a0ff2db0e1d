using System.Net.Http.Headers;

namespace Dari.Http;

/// <summary>Makes the message of each attempt, with fresh content and fresh tokens.</summary>
internal sealed class MessageFactory(HttpClient client, BaseAddress addresses, bool allowInsecureHttp)
{
    // What another origin may see after a redirect. No header here can carry a key.
    private static readonly string[] HarmlessHeaders = ["Accept", "Accept-Language", "Range", "User-Agent"];

    private static readonly Dictionary<string, string> NoHeaders = [];

    internal ValueTask<HttpRequestMessage> CreateAsync(Exchange exchange)
    {
        ApiRequest request = exchange.Request;
        Dictionary<string, string> headers = exchange.Outgoing.Headers;
        return exchange.Outgoing.Proofs.Count > 0 || request.Cookies.Count > 0 || headers.ContainsKey("Cookie")
            ? ProveAsync(exchange)
            : new ValueTask<HttpRequestMessage>(Create(exchange, headers, request.Query));
    }

    private async ValueTask<HttpRequestMessage> ProveAsync(Exchange exchange)
    {
        ApiRequest request = exchange.Request;
        var parts = new Parts(exchange.Outgoing.Headers, request.Query, request.Cookies);
        foreach (Proof proof in exchange.Outgoing.Proofs)
        {
            string secret = await proof.Credential.GetAsync(exchange.Token).ConfigureAwait(false);
            parts.Apply(proof, secret, exchange.Redaction);
        }

        return Create(exchange, parts.AllHeaders(), parts.Query());
    }

    private HttpRequestMessage Create(Exchange exchange, Dictionary<string, string> headers, string query)
    {
        ApiRequest request = exchange.Request;
        Uri address = addresses.For(request, query);
        RefuseInsecure(exchange, address);
        return Create(request.Method, address, headers, exchange.Outgoing.Content?.Create());
    }

    /// <summary>
    /// The message that follows a redirect of a GET or HEAD. Keys stay with the origin they were meant for.
    /// </summary>
    internal HttpRequestMessage Follow(HttpRequestMessage before, Uri target)
    {
        bool isHome = BaseAddress.AreSameOrigin(before.RequestUri!, target);
        HttpRequestMessage message = Create(before.Method, target, null, null);
        foreach ((string name, HeaderStringValues values) in before.Headers.NonValidated)
        {
            if (isHome || HarmlessHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                message.Headers.TryAddWithoutValidation(name, values);
            }
        }

        return message;
    }

    private HttpRequestMessage Create(
        HttpMethod method, Uri address, Dictionary<string, string>? headers, HttpContent? content)
    {
        var message = new HttpRequestMessage(method, address)
        {
            Content = content,
            Version = client.DefaultRequestVersion,
            VersionPolicy = client.DefaultVersionPolicy,
        };
        foreach ((string name, string value) in headers ?? NoHeaders)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                // A header of the content, such as Content-Language; the caller's word beats the body's own.
                message.Content ??= new ByteArrayContent([]);
                message.Content.Headers.Remove(name);
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    private void RefuseInsecure(Exchange exchange, Uri address)
    {
        if (exchange.Redaction.HasSecrets && address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback
            && !allowInsecureHttp)
        {
            throw new InvalidOperationException(
                $"{exchange.Request.Method} {exchange.Request.Template} would send a credential to {address.Host} "
                + "over plain http. Use https, or set ClientOptions.AllowInsecureHttp.");
        }
    }
}
