namespace Dari.Uploads;

/// <summary>Why an upload cannot go on.</summary>
public enum UploadFault
{
    /// <summary>The file, folder or stream is not what it was when the upload began. The upload stays open.</summary>
    SourceChanged,

    /// <summary>A stream is longer than <see cref="UploadOptions.SpoolLimit"/>; nothing was sent.</summary>
    SourceTooLong,

    /// <summary>
    /// The ticket cannot be read, or is for another operation, service, source or request. Nothing was sent.
    /// </summary>
    TicketMismatch,

    /// <summary>Another upload, perhaps of another process, has the ticket now. Nothing was sent.</summary>
    TicketInUse,

    /// <summary>
    /// Something is at the destination that the chosen policy does not let the service replace. The bytes stay staged: the
    /// upload can be resumed once the destination is free.
    /// </summary>
    TargetConflict,

    /// <summary>The service has no room for the upload now: a quota is used up.</summary>
    QuotaExceeded,

    /// <summary>The content is larger than the service takes.</summary>
    TooLarge,

    /// <summary>The service says again and again that bytes do not have the digest they were sent with.</summary>
    DigestMismatch,

    /// <summary>The time in which the upload could be continued is over.</summary>
    Expired,

    /// <summary>The upload was given up, by somebody else or earlier.</summary>
    Aborted,

    /// <summary>The service says that the upload has failed for good.</summary>
    Failed,

    /// <summary>The service does not know the upload, or no longer.</summary>
    Gone,

    /// <summary>
    /// The upload is complete, but the service does not give the answer to that again. Nothing needs to be done.
    /// </summary>
    AlreadyCompleted,

    /// <summary>The service's answer makes no sense: part sizes that do not add up, or no id.</summary>
    InvalidAnswer,
}
