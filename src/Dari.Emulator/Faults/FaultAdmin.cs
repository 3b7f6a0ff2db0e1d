using System.Text;
using System.Text.Json;
using Dari.Emulator.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Faults;

/// <summary>
/// The faults over HTTP, on a loopback port of its own, for clients in other processes: <c>GET /faults</c>,
/// <c>POST /faults</c>, <c>DELETE /faults</c> and <c>DELETE /faults/{id}</c>.
/// </summary>
internal sealed class FaultAdmin : IAsyncDisposable
{
    private const int MaxBytes = 1 << 20;

    private readonly FaultBook _book;
    private readonly WebApplication _app;

    public FaultAdmin(FaultBook book, EmulatorOptions options)
    {
        _book = book;
        _app = LoopbackApp.Create(options, options.FaultAdminPort);
        _app.Use(RefuseStrangersAsync);
        _app.MapMethods("/faults", ["GET"], http => WriteAsync(http, 200, _book.Active));
        _app.MapMethods("/faults", ["POST"], AddAsync);
        _app.MapMethods("/faults", ["DELETE"], http =>
        {
            _book.Clear();
            http.Response.StatusCode = 204;
            return Task.CompletedTask;
        });
        _app.MapMethods("/faults/{id}", ["DELETE"], http =>
        {
            http.Response.StatusCode = _book.Remove(http.Request.RouteValues["id"] as string ?? "") ? 204 : 404;
            return Task.CompletedTask;
        });
    }

    public Uri Url { get; private set; } = new("http://127.0.0.1/");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _app.StartAsync(cancellationToken);
        Url = LoopbackApp.Address(_app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Task WriteAsync(HttpContext http, int status, object body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(JsonSerializer.Serialize(body, FaultJson.Options), http.RequestAborted);
    }

    /// <summary>A page in a browser on this machine can send requests here, but none with a foreign origin gets through.</summary>
    private static Task RefuseStrangersAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Host.Host is "127.0.0.1" or "localhost" && !http.Request.Headers.ContainsKey("Origin"))
        {
            return next(http);
        }

        return WriteAsync(http, 403, new { error = "Only programs on this machine may ask for faults." });
    }

    private async Task AddAsync(HttpContext http)
    {
        try
        {
            string[] ids = [.. FaultJson.Parse(await ReadAsync(http)).Select(_book.Add)];
            await WriteAsync(http, 201, _book.Active.Where(active => ids.Contains(active.Id)));
        }
        catch (ArgumentException exception)
        {
            await WriteAsync(http, 400, new { error = exception.Message });
        }
    }

    private static async Task<string> ReadAsync(HttpContext http)
    {
        using var text = new MemoryStream();
        byte[] buffer = new byte[16 * 1024];
        for (int read; (read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0;)
        {
            text.Write(buffer, 0, read);
            if (text.Length > MaxBytes)
            {
                throw new ArgumentException("That is too much for fault rules.");
            }
        }

        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }
}
