using System.Text;

namespace Dari.Runtime.Tests.Loopback;

/// <summary>The answer to one request: whole, in chunks, raw, or broken off.</summary>
internal sealed class LoopbackAnswer(Stream stream, CancellationToken stop)
{
    internal CancellationToken Stop => stop;

    internal bool IsDropped { get; private set; }

    /// <summary>Whether the connection is closed in order after this answer.</summary>
    internal bool IsClosed { get; private set; }

    internal void Close() => IsClosed = true;

    internal Task SendAsync(int status, string body, params string[] headers) =>
        SendAsync(status, Encoding.UTF8.GetBytes(body), headers);

    internal async Task SendAsync(int status, byte[] body, params string[] headers)
    {
        bool hasBody = status is not (204 or 304);
        string length = hasBody ? $"Content-Length: {body.Length}\r\n" : "";
        await RawAsync($"HTTP/1.1 {status} Whatever\r\n{length}{Lines(headers)}\r\n");
        if (hasBody)
        {
            await stream.WriteAsync(body, stop);
        }
    }

    internal Task StartChunksAsync(params string[] headers) =>
        RawAsync($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n{Lines(headers)}\r\n");

    internal Task ChunkAsync(string text) => ChunkAsync(Encoding.UTF8.GetBytes(text));

    internal async Task ChunkAsync(ReadOnlyMemory<byte> bytes)
    {
        await stream.WriteAsync(
            (byte[])[.. Encoding.ASCII.GetBytes($"{bytes.Length:x}\r\n"), .. bytes.Span, .. "\r\n"u8], stop);
        await stream.FlushAsync(stop);
    }

    internal async Task RawAsync(string text)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), stop);
        await stream.FlushAsync(stop);
    }

    internal Task DropAsync()
    {
        IsDropped = true;
        return Task.CompletedTask;
    }

    private static string Lines(string[] headers) => string.Concat(headers.Select(static header => header + "\r\n"));
}
