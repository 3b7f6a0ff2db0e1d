using System.Globalization;
using System.Text.Json.Serialization;
using Dari.Emulator.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Faults;

/// <summary>An error answer in the service's own form, such as 429 or 503.</summary>
public sealed record StatusFault : Fault
{
    /// <summary>The status; 400 to 599.</summary>
    public required int Status { get; init; }

    /// <summary>
    /// The header <c>Retry-After</c>, in whole seconds; none when null. <c>retryAfterMs</c> in JSON, in milliseconds.
    /// </summary>
    [JsonPropertyName("retryAfterMs")]
    [JsonConverter(typeof(MillisecondsConverter))]
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Writes <c>Retry-After</c> as a date (RFC 9110, section 10.2.3) instead of a number of seconds.</summary>
    public bool RetryAfterAsDate { get; init; }

    /// <summary>
    /// The service does the work, and its answer is thrown away for this one, as a gateway does that gives up too early.
    /// By default the service never gets the request.
    /// </summary>
    public bool AfterWork { get; init; }

    internal override async Task InvokeAsync(FaultPoint point, RequestDelegate next)
    {
        if (AfterWork)
        {
            await point.WithAnswerAsync(static _ => Stream.Null, next);
            point.Http.Response.Clear();
        }

        HttpResponse response = point.Http.Response;
        response.StatusCode = Status;
        if (RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = RetryAfterAsDate
                ? (DateTimeOffset.UtcNow + wait).ToString("r", CultureInfo.InvariantCulture)
                : ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        await point.WriteErrorAsync(new ServiceFault(Status, Code(), $"A fault on demand: {Status}."));
    }

    internal override void Check()
    {
        if (Status is < 400 or > 599)
        {
            throw new ArgumentException($"A status fault is between 400 and 599, and not {Status}.");
        }

        if (RetryAfter < TimeSpan.Zero)
        {
            throw new ArgumentException("Retry-After is 0 or more.");
        }
    }

    private string Code() => Status switch
    {
        429 => "rate_limit_exceeded",
        408 or 504 => "timeout",
        >= 500 => "unavailable",
        _ => "invalid_request",
    };
}
