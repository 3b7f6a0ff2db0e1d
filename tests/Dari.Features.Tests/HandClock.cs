namespace Dari.Features;

/// <summary>A clock whose stamps stand still until the test moves them; timers run as usual.</summary>
internal sealed class HandClock : TimeProvider
{
    public TimeSpan Passed { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Passed.Ticks;
}
