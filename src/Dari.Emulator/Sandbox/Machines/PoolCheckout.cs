namespace Dari.Emulator.Sandbox.Machines;

/// <summary>What became of the attempt to take a machine from a warm pool.</summary>
internal sealed record PoolCheckout(bool Hit, string Id);
