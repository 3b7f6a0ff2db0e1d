using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Faults;

/// <summary>Passes every request on as it is.</summary>
internal sealed class NoFaults : IRequestFaults
{
    public Task InvokeAsync(FaultPoint point, RequestDelegate next) => next(point.Http);
}
