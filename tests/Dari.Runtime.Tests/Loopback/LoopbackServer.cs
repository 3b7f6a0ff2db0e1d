using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Dari.Runtime.Tests.Loopback;

/// <summary>A tiny HTTP/1.1 server that does exactly what a test says, byte by byte if need be.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<LoopbackRequest, LoopbackAnswer, Task> _answer;
    private readonly ConcurrentQueue<LoopbackRequest> _requests = new();
    private readonly Task _loop;

    internal LoopbackServer(Func<LoopbackRequest, LoopbackAnswer, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        Url = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _loop = AcceptAsync();
    }

    internal Uri Url { get; }

    internal IReadOnlyList<LoopbackRequest> Requests => [.. _requests];

    internal static LoopbackServer Always(int status, string body = "", params string[] headers) =>
        new((_, answer) => answer.SendAsync(status, body, headers));

    /// <summary>
    /// Answers the first request with the first answer, and so on; the last one counts for all others.
    /// </summary>
    internal static LoopbackServer InTurn(params Func<LoopbackAnswer, Task>[] answers)
    {
        int next = -1;
        return new LoopbackServer(
            (_, answer) => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)](answer));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception exception) when (_stop.IsCancellationRequested
            && exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The listener says that the test is over in one of these ways.
        }

        await Task.WhenAll(connections);
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                while (await LoopbackRequest.ReadAsync(stream, _stop.Token) is { } request)
                {
                    _requests.Enqueue(request);
                    var answer = new LoopbackAnswer(stream, _stop.Token);
                    await _answer(request, answer);
                    if (answer.IsClosed)
                    {
                        return;
                    }

                    if (answer.IsDropped)
                    {
                        // Reset instead of a polite end, as when a machine dies.
                        client.LingerState = new LingerOption(true, 0);
                        return;
                    }
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException)
            {
                // The client went away, or the test is over.
            }
        }
    }
}
