namespace Dari.Cli.Transfers;

/// <summary>What is to be uploaded, and where to.</summary>
internal sealed record FileUploadRequest
{
    /// <summary>The source that is standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>The address of the API; null for the usual one.</summary>
    public required Uri? Api { get; init; }

    /// <summary>A file or folder here, or standard input.</summary>
    public required string Source { get; init; }

    /// <summary>Where it goes.</summary>
    public required SandboxPath Target { get; init; }

    /// <summary>The sandbox's user for relative paths and as owner, or null.</summary>
    public string? User { get; init; }

    /// <summary><c>merge</c>, <c>replace</c> or <c>error</c>.</summary>
    public required string Conflict { get; init; }

    /// <summary>Patterns of what is left out of a folder.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Parts on their way at once.</summary>
    public required int MaxConcurrency { get; init; }

    /// <summary>Whether an earlier upload is continued.</summary>
    public bool IsResumed { get; init; }

    public bool IsStream => Source == StandardInput;

    public bool IsFolder => !IsStream && Directory.Exists(Source);
}
