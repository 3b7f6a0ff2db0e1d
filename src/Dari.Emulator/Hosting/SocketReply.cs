using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Hosting;

internal sealed class SocketReply(Func<WebSocket, CancellationToken, Task> talk, string? subProtocol) : Reply(101, null)
{
    public override async Task WriteAsync(HttpContext http, ReplyChecks checks, CancellationToken cancellationToken)
    {
        using WebSocket socket = await http.WebSockets.AcceptWebSocketAsync(subProtocol);
        await talk(socket, cancellationToken);
    }
}
