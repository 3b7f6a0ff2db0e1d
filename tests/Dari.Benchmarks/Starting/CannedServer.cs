using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dari.Benchmarks.Starting;

/// <summary>Answers every HTTP request on loopback with one JSON text, and knows when it did.</summary>
internal sealed class CannedServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _answer;

    public CannedServer(byte[] json)
    {
        string head = $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {json.Length}\r\nConnection: close\r\n\r\n";
        _answer = [.. Encoding.ASCII.GetBytes(head), .. json];
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/";

    /// <summary><see cref="Stopwatch.GetTimestamp"/> at the end of the last answer; zero before the first.</summary>
    public long LastAnswer { get; private set; }

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient connection = await _listener.AcceptTcpClientAsync();
                NetworkStream stream = connection.GetStream();
                using var request = new StreamReader(stream, leaveOpen: true);
                while (await request.ReadLineAsync() is { Length: > 0 })
                {
                    // The head of a GET; there is nothing else to it.
                }

                await stream.WriteAsync(_answer);
                LastAnswer = Stopwatch.GetTimestamp();
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The benchmark is over.
        }
    }
}
