namespace Dari.Emulator.Sandbox.WarmPools;

/// <summary>A machine of a pool: it warms up, is ready, and drains away; the clock says which.</summary>
/// <param name="ReadyAt">When it is ready.</param>
/// <param name="GoneAt">When it is gone; null while nobody drains it.</param>
internal sealed record PoolMachine(DateTimeOffset ReadyAt, DateTimeOffset? GoneAt = null);
