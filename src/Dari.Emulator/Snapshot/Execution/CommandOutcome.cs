namespace Dari.Emulator.Snapshot.Execution;

/// <summary>What a command printed, and how long it took.</summary>
internal sealed record CommandOutcome(string Stdout, string Stderr, TimeSpan Duration);
