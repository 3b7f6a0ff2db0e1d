using Dari.Emulator.Faults.Streams;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Dari.Emulator.Faults;

/// <summary>
/// The service gets the request twice, as from a proxy that tries again; the client gets the second answer. What a
/// request that may be repeated does, it does once.
/// </summary>
public sealed record DuplicateRequestFault : Fault
{
    private const int MemoryBytes = 1 << 20;

    internal override async Task InvokeAsync(FaultPoint point, RequestDelegate next)
    {
        HttpRequest request = point.Http.Request;
        request.EnableBuffering(MemoryBytes);
        Stream body = request.Body;

        // A stream of its own for each: readers of a body are kept for as long as the stream stays the same.
        request.Body = new RequestStream(body);
        await point.WithAnswerAsync(static _ => Stream.Null, next);
        if (point.IsCut)
        {
            return;
        }

        point.Http.Response.Clear();
        point.Http.Features.Set<IFormFeature>(null);
        body.Position = 0;
        request.Body = new RequestStream(body);
        await next(point.Http);
    }
}
