using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Hosting;

internal sealed class BytesReply(int status, string contentType, long? length, Func<Stream, CancellationToken, Task> write)
    : Reply(status, contentType)
{
    public override async Task WriteAsync(HttpContext http, ReplyChecks checks, CancellationToken cancellationToken)
    {
        http.Response.ContentLength = length;
        await write(http.Response.Body, cancellationToken);
    }
}
