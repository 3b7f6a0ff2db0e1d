namespace Dari.Emulator.Hosting;

/// <summary>
/// The emulator's clock, which can be ahead for one request: what is only asked of it there finds that time has passed.
/// Timers go by the clock itself.
/// </summary>
internal sealed class RequestClock(TimeProvider clock) : TimeProvider
{
    private static readonly AsyncLocal<Shift?> Current = new();

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => clock.TimestampFrequency;

    /// <summary>Sets clocks ahead for what is called from here on, until the result is disposed.</summary>
    public static IDisposable GoAhead(TimeSpan by) => Current.Value = new Shift(Current.Value, by);

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + (Current.Value?.By ?? TimeSpan.Zero);

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period);

    /// <summary>Work that the request left behind still sees it, which is why it ends by itself.</summary>
    private sealed class Shift(Shift? outer, TimeSpan by) : IDisposable
    {
        private bool _isOver;

        public TimeSpan By => (outer?.By ?? TimeSpan.Zero) + (Volatile.Read(ref _isOver) ? TimeSpan.Zero : by);

        public void Dispose() => Volatile.Write(ref _isOver, true);
    }
}
