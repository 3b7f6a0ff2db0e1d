using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Hosting;

internal sealed class EmptyReply(int status) : Reply(status, null)
{
    public override Task WriteAsync(HttpContext http, ReplyChecks checks, CancellationToken cancellationToken) => Task.CompletedTask;
}
