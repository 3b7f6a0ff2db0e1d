namespace Dari.Emulator.Sandbox.Machines;

/// <summary>Size of a sandbox.</summary>
internal sealed record MachineConfig(int Vcpus, int MemoryMb, int? DiskMb);
