namespace Dari.Emulator.Snapshot.Builds;

/// <summary>How a build ends.</summary>
/// <param name="SizeBytes">Size of the result.</param>
/// <param name="Error">Why it failed; null when it did not.</param>
internal sealed record BuildOutcome(long SizeBytes, string? Error);
