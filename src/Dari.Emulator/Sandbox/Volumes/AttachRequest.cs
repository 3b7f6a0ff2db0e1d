namespace Dari.Emulator.Sandbox.Volumes;

/// <summary>A volume to mount.</summary>
/// <param name="Ref">Id or exact name of the volume.</param>
/// <param name="MountPath">Where it shows.</param>
/// <param name="Subpath">Folder of the volume that shows there; all of it when null.</param>
/// <param name="ReadOnly">True refuses writing through it.</param>
internal sealed record AttachRequest(string Ref, string MountPath, string? Subpath = null, bool? ReadOnly = null);
