using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using Dari.Http;

namespace Dari.Uploads.Sending;

/// <summary>Waits for failures to pass, each time in a row about twice as long, but not for ever.</summary>
internal sealed class Patience(int maxRetries, ClientOptions options)
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    private int _failures;

    /// <summary>Whether there was no answer, one that was cut off, or one that says "later".</summary>
    internal static bool IsPassing(Exception error) => error switch
    {
        ApiException answer => (int)answer.StatusCode is < 400 or 408 or 429 or 500 or 502 or 503 or 504,
        TimeoutException => true,
        _ => RetryPolicy.IsPassing(error),
    };

    /// <summary>Whether it may be that the service has done what was asked.</summary>
    internal static bool IsUnknown(Exception error) =>
        error is not ApiException answer || (int)answer.StatusCode is < 400 or >= 500;

    /// <summary>Waits; false when there were too many failures in a row, or the service wants too long a wait.</summary>
    internal async Task<bool> WaitAsync(Exception error, CancellationToken cancellationToken)
    {
        TimeSpan? asked = RetryAfter(error);
        bool isTooLong = asked > options.Timeout && options.Timeout != Timeout.InfiniteTimeSpan;
        if (_failures >= maxRetries || isTooLong)
        {
            return false;
        }

        await Task.Delay(asked ?? Backoff(), options.TimeProvider, cancellationToken).ConfigureAwait(false);
        _failures++;
        return true;
    }

    [SuppressMessage("Security", "CA5394", Justification = "It spreads clients in time; it may be guessed.")]
    private TimeSpan Backoff()
    {
        double wait = options.RetryDelay.TotalMilliseconds * Math.Pow(2, Math.Min(_failures, 20));
        wait = Math.Min(wait, LongestDelay.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(wait * (0.75 + (Random.Shared.NextDouble() / 2)));
    }

    private TimeSpan? RetryAfter(Exception error)
    {
        if (error is not ApiException answer
            || !answer.Response.Headers.TryGetValue("Retry-After", out IReadOnlyList<string>? values)
            || !RetryConditionHeaderValue.TryParse(values[0], out RetryConditionHeaderValue? header))
        {
            return null;
        }

        TimeSpan? delay = header.Delta ?? (header.Date - options.TimeProvider.GetUtcNow());
        return delay < TimeSpan.Zero ? TimeSpan.Zero : delay;
    }
}
