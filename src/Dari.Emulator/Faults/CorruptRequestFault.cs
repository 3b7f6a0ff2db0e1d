using Dari.Emulator.Faults.Streams;
using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Faults;

/// <summary>
/// A bit of the request's body arrives flipped, so that a digest the client sent is wrong. A body that ends earlier is
/// left as it is.
/// </summary>
public sealed record CorruptRequestFault : Fault
{
    /// <summary>The byte whose lowest bit is flipped, from 0.</summary>
    public long AtByte { get; init; }

    internal override Task InvokeAsync(FaultPoint point, RequestDelegate next)
    {
        point.Http.Request.Body = new FlippedRequest(point.Http.Request.Body, AtByte);
        return next(point.Http);
    }

    internal override void Check() => CheckCount(AtByte, nameof(AtByte));
}
