using System.Net.Sockets;
using System.Text;
using Dari.Emulator.Tests.Core;

namespace Dari.Emulator.Tests.Faults;

/// <summary>HTTP by hand: what comes over the wire, and how the connection ends.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly TcpClient _client = new();
    private readonly CancellationTokenSource _deadline = new(TimeSpan.FromSeconds(30));
    private bool _isReset;

    public static async Task<RawClient> ConnectAsync(OrdersEmulator orders)
    {
        var client = new RawClient();
        try
        {
            await client._client.ConnectAsync("127.0.0.1", orders.Http.BaseAddress!.Port, client._deadline.Token);
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.ConnectionReset)
        {
            // The reset was there before the connection was known to be.
            client._isReset = true;
        }

        return client;
    }

    public static string Put(string body) =>
        "PUT /orders/o_1 HTTP/1.1\r\nHost: x\r\nX-Key: good\r\nContent-Type: application/json\r\n"
        + $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    public Task WriteAsync(string text) => _client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(text), _deadline.Token).AsTask();

    /// <summary>Reads to the end.</summary>
    public async Task<(bool IsReset, string Text)> ReadAsync()
    {
        if (_isReset)
        {
            return (true, "");
        }

        using var read = new MemoryStream();
        byte[] buffer = new byte[4096];
        bool isReset = false;
        try
        {
            for (int count; (count = await _client.GetStream().ReadAsync(buffer, _deadline.Token)) > 0;)
            {
                read.Write(buffer, 0, count);
            }
        }
        catch (IOException exception) when (exception.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            isReset = true;
        }

        return (isReset, Encoding.UTF8.GetString(read.ToArray()));
    }

    public void Dispose()
    {
        _client.Dispose();
        _deadline.Dispose();
    }
}
