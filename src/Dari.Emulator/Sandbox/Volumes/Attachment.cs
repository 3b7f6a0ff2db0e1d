namespace Dari.Emulator.Sandbox.Volumes;

/// <summary>A volume in a sandbox, as the service keeps and answers it.</summary>
internal sealed record Attachment(
    string Id,
    string VolumeId,
    string SandboxId,
    string MountPath,
    bool ReadOnly,
    string State,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    string? Subpath)
{
    public const string Mounted = "mounted";
    public const string Paused = "paused";
    public const string Released = "released";

    /// <summary>True while the sandbox lives: mounted, or waiting with a paused sandbox.</summary>
    public bool IsActive => State != Released;
}
