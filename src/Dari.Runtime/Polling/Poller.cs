using Dari.Http;

namespace Dari.Polling;

/// <summary>Asks for a state until it is final.</summary>
internal sealed class Poller<T>(string call, PollRules rules, PollOptions<T>? options, TimeProvider clock)
{
    private const double Growth = 1.5;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    private readonly TimeSpan _interval = options?.Interval ?? rules.Interval;
    private readonly TimeSpan _deadline = options?.Deadline ?? rules.Deadline;
    private readonly long _start = clock.GetTimestamp();
    private PollAnswer<T>? _last;
    private Exception? _trouble;

    private TimeSpan Remaining => _deadline == Timeout.InfiniteTimeSpan
        ? TimeSpan.MaxValue
        : _deadline - clock.GetElapsedTime(_start);

    internal async Task<T> RunAsync(Func<CancellationToken, Task<PollAnswer<T>>> ask, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(_deadline, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        for (int asked = 1; ; asked++)
        {
            TimeSpan? later;
            try
            {
                _last = await ask(either.Token).ConfigureAwait(false);
                _trouble = null;
                options?.Progress?.Report(new(_last.State, _last.Status, asked, clock.GetElapsedTime(_start)));
                if (IsDone(_last))
                {
                    return _last.State;
                }

                later = _last.RetryAfter;
            }
            catch (OperationCanceledException exception) when (either.IsCancellationRequested)
            {
                throw cancellationToken.IsCancellationRequested
                    ? new OperationCanceledException($"{call} was cancelled.", exception, cancellationToken)
                    : TooLate();
            }
            catch (Exception exception) when (Troubles.ArePassing(exception))
            {
                // The work goes on whether or not its service answers now.
                _trouble = exception;
                later = exception is ApiException answer ? RetryAfter.Of(answer.Response, clock) : null;
            }

            await Task.Delay(Delay(asked, later), clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private bool IsDone(PollAnswer<T> answer)
    {
        if (answer.Status is { } status && rules.Failure.Contains(status, StringComparer.Ordinal))
        {
            string reason = answer.Error is { Length: > 0 } error ? $": {error}" : ".";
            throw new PollFailedException<T>($"{call} came to the status \"{status}\"{reason}", answer.State, status, answer.Error);
        }

        return answer.Status is { } end && rules.Success.Contains(end, StringComparer.Ordinal);
    }

    private TimeSpan Delay(int asked, TimeSpan? later)
    {
        TimeSpan remaining = Remaining;
        if (remaining <= TimeSpan.FromMilliseconds(20) || later >= remaining)
        {
            throw TooLate();
        }

        TimeSpan delay = later ?? Backoff(asked);
        TimeSpan spare = remaining / 2 < TimeSpan.FromSeconds(1) ? remaining / 2 : TimeSpan.FromSeconds(1);

        // One last question before the deadline instead of none.
        return delay < remaining - spare ? delay : later ?? (remaining - spare);
    }

    private TimeSpan Backoff(int asked)
    {
        TimeSpan longest = _interval > LongestDelay ? _interval : LongestDelay;
        double wait = _interval.TotalMilliseconds * Math.Pow(Growth, Math.Min(asked - 1, 30));
        double jitter = 0.8 + (0.4 * Random.Shared.NextDouble());
        return TimeSpan.FromMilliseconds(Math.Min(wait, longest.TotalMilliseconds) * jitter);
    }

    private PollTimeoutException<T> TooLate()
    {
        string seen = _last?.Status is { } status ? $"the last status was \"{status}\"" : "no status was seen";
        return new(
            $"{call} came to no end within {_deadline}; {seen}.", _last is { } last ? last.State : default, _last?.Status, _trouble);
    }
}
