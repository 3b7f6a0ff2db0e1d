using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Tests.Dari;

/// <summary>A loopback server that takes deliveries, after it has refused as many as it is told.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _refusals;

    private WebhookReceiver(WebApplication app, int refusals)
    {
        _app = app;
        _refusals = refusals;
        app.Run(ReceiveAsync);
    }

    public ConcurrentQueue<(string Signature, byte[] Body, bool Taken)> Deliveries { get; } = new();

    public string Url => _app.Urls.Single() + "/hook";

    public static async Task<WebhookReceiver> StartAsync(int refusals = 0)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var receiver = new WebhookReceiver(builder.Build(), refusals);
        await receiver._app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        bool taken = Interlocked.Decrement(ref _refusals) < 0;
        Deliveries.Enqueue((http.Request.Headers["Dari-Webhook-Signature"].ToString(), body.ToArray(), taken));
        http.Response.StatusCode = taken ? 204 : 503;
    }
}
