using System.Diagnostics.CodeAnalysis;

namespace Dari.Http;

/// <summary>How long to wait before a call is sent again: about twice as long each time, and no two clients alike.</summary>
internal static class Backoff
{
    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>The wait before a retry.</summary>
    /// <param name="first">The first wait, before its jitter.</param>
    /// <param name="retry">How many retries there were before.</param>
    [SuppressMessage("Security", "CA5394", Justification = "It spreads clients in time; it may be guessed.")]
    internal static TimeSpan Of(TimeSpan first, int retry) => Of(first, retry, Random.Shared.NextDouble());

    /// <summary>The wait for a given point of the jitter.</summary>
    /// <param name="first">The first wait, before its jitter.</param>
    /// <param name="retry">How many retries there were before.</param>
    /// <param name="jitter">
    /// From 0 to 1: half of the wait to half as much again. Where that would be more than the longest wait, it ends there, and the
    /// clients still spread over what is below.
    /// </param>
    internal static TimeSpan Of(TimeSpan first, int retry, double jitter)
    {
        double longest = Longest.TotalMilliseconds;

        // Beyond this power every first wait is at the longest; and zero times infinity would be no number.
        double middle = Math.Min(first.TotalMilliseconds * Math.Pow(2, Math.Min(retry, 62)), longest);
        double least = middle / 2;
        double most = Math.Min(middle * 1.5, longest);
        return TimeSpan.FromMilliseconds(least + (jitter * (most - least)));
    }
}
