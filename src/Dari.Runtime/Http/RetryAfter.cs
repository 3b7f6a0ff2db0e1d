using System.Net.Http.Headers;

namespace Dari.Http;

/// <summary>When the service wants to be asked again, as seconds or as a date (RFC 9110, section 10.2.3).</summary>
internal static class RetryAfter
{
    /// <summary>What a timer can wait, some 25 days: a service may say more, which counts as so much.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(int.MaxValue);

    internal static TimeSpan? Of(HttpResponseMessage response, TimeProvider clock) =>
        Of(response.Headers.RetryAfter, clock);

    internal static TimeSpan? Of(ResponseMetadata response, TimeProvider clock) =>
        response.Headers.TryGetValue("Retry-After", out IReadOnlyList<string>? values)
        && RetryConditionHeaderValue.TryParse(values[0], out RetryConditionHeaderValue? header)
            ? Of(header, clock)
            : null;

    private static TimeSpan? Of(RetryConditionHeaderValue? header, TimeProvider clock)
    {
        TimeSpan? delay = header?.Delta ?? (header?.Date is { } date ? date - clock.GetUtcNow() : null);
        return delay < TimeSpan.Zero ? TimeSpan.Zero : delay > Longest ? Longest : delay;
    }
}
