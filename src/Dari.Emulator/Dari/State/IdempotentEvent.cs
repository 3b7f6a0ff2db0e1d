namespace Dari.Emulator.Dari.State;

/// <summary>The event that a key was used for, and the digest of the body that it came with.</summary>
internal sealed record IdempotentEvent(string BodyDigest, LedgerEvent Event, Message Message);
