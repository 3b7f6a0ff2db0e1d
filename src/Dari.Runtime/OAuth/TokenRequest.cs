using System.Net;
using System.Text;
using System.Text.Json;
using Dari.Http;

namespace Dari.OAuth;

/// <summary>Asks for tokens with what a program has (RFC 6749, sections 4.4 and 6). One at a time.</summary>
internal sealed class TokenRequest
{
    private readonly OAuthGrant _grant;
    private readonly TokenEndpoint _endpoint;
    private readonly IReadOnlyList<string> _scopes;
    private readonly Redaction _redaction = new(Redaction.HeadersOf([]));
    private readonly OAuthExchange _exchange;
    private string? _refreshToken;

    internal TokenRequest(OAuthGrant grant, TokenEndpoint endpoint, IReadOnlyList<string> scopes)
    {
        _grant = grant;
        _endpoint = endpoint;
        _scopes = scopes;
        _refreshToken = grant.RefreshToken;
        _redaction.AddSecret(grant.Client.ClientSecret ?? "");
        _redaction.AddSecret(_refreshToken ?? "");
        _exchange = new OAuthExchange(grant.Client, _redaction);
    }

    internal async Task<TokenAnswer> SendAsync(CancellationToken cancellationToken)
    {
        TokenEndpoint.Found found = await _endpoint.FindAsync(_exchange, cancellationToken).ConfigureAwait(false);
        using var message = new HttpRequestMessage(HttpMethod.Post, found.Url);
        message.Content = new SourceContent(
            ByteSource.Of(Encoding.ASCII.GetBytes(Body(message, found.KnowsBasic))), "application/x-www-form-urlencoded");
        (HttpStatusCode status, JsonElement json) = await _exchange.SendAsync(message, cancellationToken).ConfigureAwait(false);
        var answer = TokenAnswer.Read(status, json, found.Url.Host);
        if (_refreshToken is not null && answer.RefreshToken is { Length: > 0 } next && next != _refreshToken)
        {
            // The old one may be dead from now on: who keeps it has to know before anything else can fail.
            _refreshToken = next;
            _redaction.AddSecret(next);
            if (_grant.OnRefreshToken is { } tell)
            {
                await tell(next, cancellationToken).ConfigureAwait(false);
            }
        }

        return answer;
    }

    private string Body(HttpRequestMessage message, bool knowsBasic)
    {
        OAuthClient client = _grant.Client;
        var form = new FormPairs();
        form.Add("grant_type", _refreshToken is null ? "client_credentials" : "refresh_token");
        form.Add("refresh_token", _refreshToken);
        form.Add("scope", _scopes.Count > 0 ? string.Join(' ', _scopes) : null);
        foreach ((string name, string value) in client.Parameters)
        {
            form.Add(name, value);
        }

        if (client.ClientSecret is { } secret && knowsBasic && !client.SecretInBody)
        {
            // Each of the two is encoded as a form field before (RFC 6749, section 2.3.1).
            string pair = $"{Uri.EscapeDataString(client.ClientId)}:{Uri.EscapeDataString(secret)}";
            message.Headers.TryAddWithoutValidation("Authorization", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(pair))}");
        }
        else
        {
            form.Add("client_id", client.ClientId);
            form.Add("client_secret", client.ClientSecret);
        }

        return form.ToString();
    }
}
