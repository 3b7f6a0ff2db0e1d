namespace Dari.Emulator.Sandbox.Uploads;

/// <summary>An archive that is broken, or that would write outside of its folder.</summary>
internal sealed class UnsafeArchiveException(string message) : Exception(message);
