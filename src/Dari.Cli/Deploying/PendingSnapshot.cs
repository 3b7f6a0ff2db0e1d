namespace Dari.Cli.Deploying;

/// <summary>A snapshot that was reserved.</summary>
/// <param name="Id">Its id.</param>
/// <param name="IsPublishing">Whether a version may have been made of it.</param>
internal sealed record PendingSnapshot(string Id, bool IsPublishing);
