using System.Net.Http.Headers;

namespace Dari.Http;

/// <summary>Makes the message of each attempt, with fresh content and fresh tokens.</summary>
internal sealed class MessageFactory(HttpClient client, BaseAddress addresses, bool allowInsecureHttp)
{
    // What another origin may see after a redirect. No header here can carry a key.
    private static readonly string[] HarmlessHeaders = ["Accept", "Accept-Language", "Range", "User-Agent"];

    internal async ValueTask<HttpRequestMessage> CreateAsync(Exchange exchange)
    {
        ApiRequest request = exchange.Request;
        Dictionary<string, string> headers = new(exchange.Outgoing.Headers, StringComparer.OrdinalIgnoreCase);
        var query = new List<string>();
        var cookies = new List<string>(request.Cookies);
        if (headers.Remove("Cookie", out string? given))
        {
            cookies.Insert(0, given);
        }

        if (request.Query.Length > 0)
        {
            query.Add(request.Query);
        }

        foreach (Proof proof in exchange.Outgoing.Proofs)
        {
            string secret = await proof.Credential.GetAsync(exchange.Token).ConfigureAwait(false);
            Apply(proof, secret, exchange.Redaction, headers, query, cookies);
        }

        if (cookies.Count > 0)
        {
            headers["Cookie"] = string.Join("; ", cookies);
        }

        Uri address = addresses.For(request, string.Join('&', query));
        RefuseInsecure(exchange, address);
        return Create(request.Method, address, headers, exchange.Outgoing.Content?.Create());
    }

    /// <summary>
    /// The message that follows a redirect of a GET or HEAD. Keys stay with the origin they were meant for.
    /// </summary>
    internal HttpRequestMessage Follow(HttpRequestMessage before, Uri target)
    {
        bool isHome = BaseAddress.AreSameOrigin(before.RequestUri!, target);
        HttpRequestMessage message = Create(before.Method, target, [], null);
        foreach ((string name, HeaderStringValues values) in before.Headers.NonValidated)
        {
            if (isHome || HarmlessHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                message.Headers.TryAddWithoutValidation(name, values);
            }
        }

        return message;
    }

    private static void Apply(
        Proof proof,
        string secret,
        Redaction redaction,
        Dictionary<string, string> headers,
        List<string> query,
        List<string> cookies)
    {
        string place = proof.Scheme.Place;
        redaction.AddSecret(secret);
        if (proof.Credential is BasicCredential basic)
        {
            redaction.AddSecret(basic.Password);
        }

        switch (proof.Scheme.Kind)
        {
            case SecurityKind.Bearer:
                headers[place] = $"Bearer {secret}";
                break;
            case SecurityKind.Basic:
                headers[place] = $"Basic {secret}";
                break;
            case SecurityKind.Header:
                headers[place] = secret;
                break;
            case SecurityKind.Query:
                query.Add($"{PercentText.Encode(place)}={PercentText.Encode(secret)}");
                break;
            default:
                cookies.Add($"{place}={PercentText.Encode(secret)}");
                break;
        }
    }

    private HttpRequestMessage Create(
        HttpMethod method, Uri address, Dictionary<string, string> headers, HttpContent? content)
    {
        var message = new HttpRequestMessage(method, address)
        {
            Content = content,
            Version = client.DefaultRequestVersion,
            VersionPolicy = client.DefaultVersionPolicy,
        };
        foreach ((string name, string value) in headers)
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
