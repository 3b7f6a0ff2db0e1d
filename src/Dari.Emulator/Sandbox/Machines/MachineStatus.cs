namespace Dari.Emulator.Sandbox.Machines;

/// <summary>Life stages of a sandbox.</summary>
internal static class MachineStatus
{
    public const string Running = "running";
    public const string Paused = "paused";
    public const string Destroyed = "destroyed";
}
