namespace Dari.Features;

/// <summary>One call of a generated client to a server on loopback that keeps what came and answers as the test says.</summary>
internal sealed class Exchange : IAsyncDisposable
{
    private readonly LoopbackServer _server;

    private Exchange(LoopbackServer server) => _server = server;

    /// <summary>What a client needs to call the server.</summary>
    public ClientOptions Options => new() { BaseUrl = _server.Url, MaxRetries = 0 };

    public Uri Url => _server.Url;

    public IReadOnlyList<LoopbackRequest> Requests => _server.Requests;

    /// <summary>The only request that came.</summary>
    public LoopbackRequest Request => _server.Requests.ShouldHaveSingleItem();

    public static Exchange With(int status, string body = "", params string[] headers) => new(LoopbackServer.Always(status, body, headers));

    public static Exchange Json(string body, int status = 200) => With(status, body, "Content-Type: application/json");

    /// <summary>JSON after JSON, one a request; the last one counts for all others.</summary>
    public static Exchange InTurn(params string[] bodies) => new(LoopbackServer.InTurn(
        [.. bodies.Select(body => (Func<LoopbackAnswer, Task>)(answer => answer.SendAsync(200, body, "Content-Type: application/json")))]));

    /// <summary>Answers with what came.</summary>
    public static Exchange Echo() => new(new LoopbackServer((request, answer) =>
        answer.SendAsync(200, request.Body, "Content-Type: " + (request["Content-Type"] ?? "application/json"))));

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
