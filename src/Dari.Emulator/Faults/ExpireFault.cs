using System.Text.Json.Serialization;
using Dari.Emulator.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Faults;

/// <summary>
/// The service gets the request when everything that can expire has expired: upload targets, resumable uploads, signed
/// addresses. For this request its clock is ahead; what it finds expired stays so where it keeps a state.
/// </summary>
public sealed record ExpireFault : Fault
{
    /// <summary>How far the clock is ahead; a year when not set. <c>aheadMs</c> in JSON, in milliseconds.</summary>
    [JsonPropertyName("aheadMs")]
    [JsonConverter(typeof(MillisecondsConverter))]
    public TimeSpan Ahead { get; init; } = TimeSpan.FromDays(365);

    internal override async Task InvokeAsync(FaultPoint point, RequestDelegate next)
    {
        using (RequestClock.GoAhead(Ahead))
        {
            await next(point.Http);
        }
    }

    internal override void Check()
    {
        if (Ahead <= TimeSpan.Zero || Ahead > TimeSpan.FromDays(3650))
        {
            throw new ArgumentException($"A clock is ahead by more than 0 and at most ten years, and not by {Ahead}.");
        }
    }
}
