namespace Dari.Cli.Transfers;

/// <summary>What is to be downloaded, and where to.</summary>
/// <param name="Api">The address of the API; null for the usual one.</param>
/// <param name="Source">The file in a sandbox.</param>
/// <param name="User">The sandbox's user for relative paths, or null.</param>
/// <param name="Target">The full path of the file here.</param>
/// <param name="IsResumed">Whether a part of an earlier download is continued.</param>
/// <param name="Overwrites">Whether a file that exists is replaced.</param>
internal sealed record FileDownloadRequest(Uri? Api, SandboxPath Source, string? User, string Target, bool IsResumed, bool Overwrites)
{
    /// <summary>Whether a folder is left as the archive that it comes as.</summary>
    public bool IsArchive { get; init; }
}
