using Dari.Emulator.Faults.Streams;
using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Faults;

/// <summary>
/// The connection is reset within the body of the request, a part of an upload for example. The service gets the bytes
/// before that, and no others; a body that ends earlier passes.
/// </summary>
public sealed record DropRequestFault : Fault
{
    /// <summary>
    /// Bytes of the body that the service still gets, 0 or more. With the length of the body it gets all of them and
    /// still never sees their end.
    /// </summary>
    public required long AfterBytes { get; init; }

    internal override Task InvokeAsync(FaultPoint point, RequestDelegate next)
    {
        point.Http.Request.Body = new DroppedRequest(point, point.Http.Request.Body, AfterBytes);
        return next(point.Http);
    }

    internal override void Check() => CheckCount(AfterBytes, nameof(AfterBytes));
}
