namespace Dari.Emulator.Sandbox.Files;

/// <summary>A permission for one path that stands in place of a key for a short time.</summary>
/// <param name="Organization">Who gave it.</param>
/// <param name="HolderId">Sandbox or volume that it is for.</param>
/// <param name="Path">The one path; absolute and normalized.</param>
/// <param name="IsUpload">True to write the path, false to read it.</param>
/// <param name="ExpiresAt">When it ends.</param>
internal sealed record FileGrant(string Organization, string HolderId, string Path, bool IsUpload, DateTimeOffset ExpiresAt)
{
    /// <summary>User that what is written belongs to.</summary>
    public string? User { get; init; }

    /// <summary>True when a folder is to be read as a tar.</summary>
    public bool IsArchive { get; init; }
}
