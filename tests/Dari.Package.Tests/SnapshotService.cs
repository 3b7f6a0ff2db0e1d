using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dari.Package.Tests;

/// <summary>
/// Answers <c>POST /v1/source-snapshots</c> on a loopback port and remembers what it was asked. Programs under test are
/// other processes, so this is real HTTP.
/// </summary>
internal sealed class SnapshotService : IDisposable
{
    private const string Answer = """
        {
          "source_snapshot_id": "src_456",
          "status": "pending_upload",
          "upload_url": "https://uploads.example/src_456",
          "upload_headers": { "Content-Type": "application/gzip" },
          "expires_at": "2026-05-01T10:00:00Z"
        }
        """;

    private readonly HttpListener _listener = new();
    private readonly Task _loop;

    public SnapshotService()
    {
        Address = $"http://127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _loop = Task.Run(ServeAsync);
    }

    public string Address { get; }

    public List<string> Requests { get; } = [];

    /// <summary>Where the client looks for its service and key.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["DARI_API_URL"] = Address,
        ["DARI_API_KEY"] = "key_of_the_test",
    };

    public void Dispose()
    {
        _listener.Stop();
        _loop.Wait();
        _listener.Close();
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext call;
            try
            {
                call = await _listener.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var reader = new StreamReader(call.Request.InputStream);
            string body = await reader.ReadToEndAsync();
            Requests.Add($"{call.Request.HttpMethod} {call.Request.RawUrl} {call.Request.Headers["Authorization"]} {body}");
            bool isKnown = call.Request is { HttpMethod: "POST", RawUrl: "/v1/source-snapshots" };
            call.Response.StatusCode = isKnown ? 201 : 404;
            call.Response.ContentType = "application/json";
            await call.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(isKnown ? Answer : "{}"));
            call.Response.Close();
        }
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
