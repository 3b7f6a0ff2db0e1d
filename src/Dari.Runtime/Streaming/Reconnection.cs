using Dari.Http;

namespace Dari.Streaming;

/// <summary>Decides whether and when a stream of events is connected again.</summary>
internal sealed class Reconnection(
    EventReconnect reconnect, bool isGet, bool isRepeatable, int limit, TimeSpan firstDelay, TimeProvider clock)
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    // What a service may ask for by "retry:" or Retry-After.
    private static readonly TimeSpan LongestAsked = TimeSpan.FromMinutes(5);

    // A connection that lasted this long was a good one, though nothing happened.
    private static readonly TimeSpan GoodAge = TimeSpan.FromSeconds(30);

    private int _failures;
    private TimeSpan? _asked;

    /// <summary>An event came: what went wrong before does not count any more.</summary>
    internal void Succeed() => _failures = 0;

    /// <summary>Takes note of a connection that is over.</summary>
    internal void Note(EventConnection connection)
    {
        _asked = connection.Event.LastRetry ?? _asked;
        if (connection.Age >= GoodAge)
        {
            _failures = 0;
        }
    }

    internal bool ShouldTry(Exception? fault, bool isCut, EventMemory memory)
    {
        bool isBroken = fault is not null || isCut;
        bool isWanted = reconnect switch
        {
            EventReconnect.Always => true,
            EventReconnect.WhenBroken => isBroken,
            EventReconnect.Safe => isBroken && isGet && (memory.LastId is { Length: > 0 } || !memory.HasDelivered),
            _ => false,
        };
        return isWanted && isRepeatable && _failures++ < limit;
    }

    /// <summary>Waits as the service asked to, else about twice as long each time.</summary>
    internal Task WaitAsync(Exception? fault, CancellationToken cancellationToken)
    {
        TimeSpan own = Doubled(_asked is { } asked && asked < LongestAsked ? asked : _asked is null ? firstDelay : LongestAsked);
        TimeSpan delay = own + (own * (0.25 * Random.Shared.NextDouble()));
        if (fault is ApiException answer && RetryAfter.Of(answer.Response, clock) is { } later && later > delay)
        {
            delay = later < LongestAsked ? later : LongestAsked;
        }

        return Task.Delay(delay, clock, cancellationToken);
    }

    // The first wait is the service's own; only what fails again waits longer.
    private TimeSpan Doubled(TimeSpan first)
    {
        TimeSpan longest = first > LongestDelay ? first : LongestDelay;
        double wait = first.TotalMilliseconds * Math.Pow(2, Math.Clamp(_failures - 1, 0, 20));
        return wait < longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(wait) : longest;
    }
}
