using System.Collections.Concurrent;

namespace Dari.Runtime.Tests.Http;

/// <summary>A clock that does not wait: what is shorter than a minute is over at once, and is remembered.</summary>
internal sealed class HurriedClock : TimeProvider
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly ConcurrentQueue<TimeSpan> _waits = new();
    private long _elapsed;

    /// <summary>What was waited for, in order.</summary>
    public IReadOnlyList<TimeSpan> Waits => [.. _waits];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _elapsed);

    public override DateTimeOffset GetUtcNow() => Start + TimeSpan.FromTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= Longest || dueTime < TimeSpan.Zero)
        {
            return System.CreateTimer(callback, state, dueTime, period);
        }

        _waits.Enqueue(dueTime);
        Interlocked.Add(ref _elapsed, dueTime.Ticks);
        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
