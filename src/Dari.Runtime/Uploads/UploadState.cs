namespace Dari.Uploads;

/// <summary>What a service says of an upload. Null: it says nothing about it.</summary>
public sealed class UploadState
{
    /// <summary>The id of the upload.</summary>
    public string? UploadId { get; init; }

    /// <summary>The stage, in the service's word.</summary>
    public string? Status { get; init; }

    /// <summary>Bytes of every part but the last.</summary>
    public long? PartSize { get; init; }

    /// <summary>The number of parts.</summary>
    public long? PartCount { get; init; }

    /// <summary>Parts that may be on their way at once.</summary>
    public long? MaxConcurrency { get; init; }

    /// <summary>Bytes of the parts that it has.</summary>
    public long? AcceptedBytes { get; init; }

    /// <summary>The lowest part that it does not have, in its own counting.</summary>
    public long? NextPart { get; init; }
}
