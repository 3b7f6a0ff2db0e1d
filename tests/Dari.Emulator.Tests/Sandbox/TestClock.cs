namespace Dari.Emulator.Tests.Sandbox;

/// <summary>The real clock, shifted by as much as a test wants to let pass.</summary>
internal sealed class TestClock : TimeProvider
{
    private long _shift;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + TimeSpan.FromTicks(Interlocked.Read(ref _shift));

    public void Advance(TimeSpan time) => Interlocked.Add(ref _shift, time.Ticks);
}
