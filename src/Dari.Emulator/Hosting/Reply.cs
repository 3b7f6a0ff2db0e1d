using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Hosting;

/// <summary>What a handler answers. It is checked against the document before anything of it is sent.</summary>
internal abstract class Reply(int status, string? contentType)
{
    public int Status { get; } = status;

    public string? ContentType { get; } = contentType;

    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public static Reply Json(int status, JsonNode? body) => new JsonReply(status, body);

    public static Reply Empty(int status = 204) => new EmptyReply(status);

    /// <summary>Bytes that are written by a function.</summary>
    public static Reply Bytes(string contentType, Func<Stream, CancellationToken, Task> write, long? length = null, int status = 200) =>
        new BytesReply(status, contentType, length, write);

    /// <summary>Bytes that are there already.</summary>
    public static Reply Bytes(string contentType, byte[] bytes, int status = 200) =>
        new BytesReply(status, contentType, bytes.Length, (stream, cancellationToken) => stream.WriteAsync(bytes, cancellationToken).AsTask());

    /// <summary>Server-sent events; each one's data is checked as it is sent.</summary>
    public static Reply Events(IAsyncEnumerable<ServerEvent> events, int status = 200) => new EventReply(status, events);

    /// <summary>A WebSocket, which needs status 101 in the document.</summary>
    public static Reply Socket(Func<WebSocket, CancellationToken, Task> talk, string? subProtocol = null) => new SocketReply(talk, subProtocol);

    public Reply With(string header, string value)
    {
        Headers[header] = value;
        return this;
    }

    /// <summary>What the document has against the body.</summary>
    public virtual IReadOnlyList<Finding> CheckBody(ContractContent content) => [];

    /// <summary>Sends the body; status and headers are set.</summary>
    public abstract Task WriteAsync(HttpContext http, ReplyChecks checks, CancellationToken cancellationToken);
}
