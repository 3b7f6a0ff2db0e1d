using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Sandbox.Uploads;

/// <summary>Announces an upload into a sandbox or a volume.</summary>
internal sealed record UploadRequest
{
    public required string Kind { get; init; }

    public required string SourceKind { get; init; }

    public required string TargetPath { get; init; }

    public required long ContentLength { get; init; }

    public required string Conflict { get; init; }

    public required string ChecksumAlgorithm { get; init; }

    public string? User { get; init; }

    public string? ArchiveFormat { get; init; }

    public string? WholeChecksumSha256 { get; init; }

    public JsonObject? Metadata { get; init; }

    /// <summary>True when a tar is sent that becomes a folder.</summary>
    public bool IsFolder => Kind == "directory_tar";

    /// <summary>Refuses fields that do not go together.</summary>
    /// <exception cref="ServiceFault">422.</exception>
    public void Check()
    {
        if (IsFolder != (SourceKind == "directory_archive"))
        {
            throw SandboxFault.Fields("The source kind directory_archive goes with the kind directory_tar, and only with it.");
        }

        if (IsFolder != (ArchiveFormat is not null))
        {
            throw SandboxFault.Fields("The archive format goes with the kind directory_tar, and only with it.");
        }

        if (ContentLength < 0)
        {
            throw SandboxFault.Fields("The content length is below zero.");
        }

        if (WholeChecksumSha256 is not null)
        {
            UploadDigest.Check(WholeChecksumSha256);
        }
    }
}
