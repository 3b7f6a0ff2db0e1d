using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Faults;

/// <summary>The service gets the request later. The time is real, whatever clock the emulator has.</summary>
public sealed record DelayFault : Fault
{
    /// <summary>How much later; 0 or more, at most an hour. <c>delayMs</c> in JSON, in milliseconds.</summary>
    [JsonPropertyName("delayMs")]
    [JsonConverter(typeof(MillisecondsConverter))]
    public required TimeSpan Delay { get; init; }

    internal override async Task InvokeAsync(FaultPoint point, RequestDelegate next)
    {
        await Task.Delay(Delay, point.Http.RequestAborted);
        await next(point.Http);
    }

    internal override void Check()
    {
        if (Delay < TimeSpan.Zero || Delay > TimeSpan.FromHours(1))
        {
            throw new ArgumentException($"A delay is between 0 and an hour, and not {Delay}.");
        }
    }
}
