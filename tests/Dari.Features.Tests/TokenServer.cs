using System.IO.Compression;
using System.Text;

namespace Dari.Features;

/// <summary>A service and its authorization server, on loopback.</summary>
internal sealed class TokenServer : IAsyncDisposable
{
    private readonly LoopbackServer _server;
    private int _tokens;
    private int _failures;

    public TokenServer() => _server = new LoopbackServer(AnswerAsync);

    public Uri Url => _server.Url;

    public ClientOptions Options => new() { BaseUrl = _server.Url, MaxRetries = 0 };

    public TimeSpan Delay { get; init; }

    public int Lifetime { get; init; } = 3600;

    public string Methods { get; init; } = """["client_secret_basic"]""";

    public bool GivesRefreshTokens { get; init; }

    public string? Error { get; init; }

    /// <summary>How often the server is busy before it answers.</summary>
    public int Failures { get; init; }

    /// <summary>Whether tokens come packed, though nobody asked for it.</summary>
    public bool Packs { get; init; }

    public bool Refuses { get; set; }

    public IReadOnlyList<LoopbackRequest> Asked => At("/oauth/token");

    public int Discovered => At("/.well-known/openid-configuration").Count;

    public IReadOnlyList<LoopbackRequest> Called => [.. _server.Requests.Except(Asked).Except(At("/.well-known/openid-configuration"))];

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static byte[] Packed(string text)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private List<LoopbackRequest> At(string path) => [.. _server.Requests.Where(request => request.Target == path)];

    private async Task AnswerAsync(LoopbackRequest request, LoopbackAnswer answer)
    {
        const string Json = "Content-Type: application/json";
        switch (request.Target)
        {
            case "/.well-known/openid-configuration":
                await answer.SendAsync(200, $$"""{"token_endpoint":"{{_server.Url}}oauth/token","token_endpoint_auth_methods_supported":{{Methods}}}""", Json);
                break;
            case "/oauth/token" when Interlocked.Increment(ref _failures) <= Failures:
                await answer.SendAsync(503, "");
                break;
            case "/oauth/token" when Error is { } error:
                await answer.SendAsync(401, error, Json);
                break;
            case "/oauth/token":
                await Task.Delay(Delay);
                int number = Interlocked.Increment(ref _tokens);
                string refresh = GivesRefreshTokens ? $",\"refresh_token\":\"r{number}\"" : "";
                string token = $$"""{"access_token":"t{{number}}","token_type":"Bearer","expires_in":{{Lifetime}}{{refresh}}}""";
                await (Packs ? answer.SendAsync(200, Packed(token), Json, "Content-Encoding: gzip") : answer.SendAsync(200, token, Json));
                break;
            default:
                await answer.SendAsync(Refuses ? 401 : 204, "");
                break;
        }
    }
}
