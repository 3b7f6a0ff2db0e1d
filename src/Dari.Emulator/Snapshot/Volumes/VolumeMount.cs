using Dari.Emulator.Sandbox.Files;

namespace Dari.Emulator.Snapshot.Volumes;

/// <summary>A volume in a machine.</summary>
/// <param name="VolumeId">The volume.</param>
/// <param name="CheckpointId">The checkpoint of it that is mounted; null for the volume itself.</param>
/// <param name="Files">Where and how its files show in the machine.</param>
internal sealed record VolumeMount(string VolumeId, string? CheckpointId, FileMount Files);
