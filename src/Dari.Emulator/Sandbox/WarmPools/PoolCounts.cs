namespace Dari.Emulator.Sandbox.WarmPools;

/// <summary>Counts of a pool's machines.</summary>
internal sealed record PoolCounts(int Target, int Ready, int Warming, int Claimed, int Draining)
{
    // The emulator's machines neither break nor grow old.
    public int Failed => 0;

    public int Expired => 0;

    public int Unavailable => 0;
}
