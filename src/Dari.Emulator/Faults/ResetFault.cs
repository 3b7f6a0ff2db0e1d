using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Faults;

/// <summary>The connection is reset when the head of the request was read: the service never learns of it.</summary>
public sealed record ResetFault : Fault
{
    internal override Task InvokeAsync(FaultPoint point, RequestDelegate next)
    {
        point.Reset();
        return Task.CompletedTask;
    }
}
