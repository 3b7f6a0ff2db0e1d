using Dari.Emulator.Storage;

namespace Dari.Emulator.Dari.State;

internal sealed class SourceSnapshot : Owned
{
    public required string Sha256 { get; init; }

    public required long Size { get; init; }

    /// <summary>Where the archive is once it was uploaded.</summary>
    public required string File { get; init; }

    public required UploadTarget Target { get; init; }

    /// <summary><c>pending_upload</c>, <c>ready</c> or <c>failed</c>.</summary>
    public string Status { get; set; } = "pending_upload";

    public string? FailureReason { get; set; }
}
