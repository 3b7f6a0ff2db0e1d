using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Faults;

/// <summary>Stands between every request and what answers it.</summary>
internal interface IRequestFaults
{
    /// <summary>Answers the request itself, or passes it on, changed or not.</summary>
    Task InvokeAsync(FaultPoint point, RequestDelegate next);
}
