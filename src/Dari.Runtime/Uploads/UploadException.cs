namespace Dari.Uploads;

/// <summary>An upload cannot go on, for a reason that uploads have.</summary>
/// <remarks>
/// Everything else that a call can end with (no connection, a refused key, an unknown sandbox) is the exception that the
/// plain operation throws. Where the service answered, that answer is the <see cref="Exception.InnerException"/>.
/// </remarks>
public sealed class UploadException : Exception
{
    /// <summary>Says why an upload cannot go on.</summary>
    /// <param name="fault">The reason.</param>
    /// <param name="message">The reason and the remedy in words, without secrets.</param>
    /// <param name="uploadId">The upload, or null when the service has not named it yet.</param>
    /// <param name="innerException">What the service or the system said, or null.</param>
    public UploadException(
        UploadFault fault, string message, string? uploadId = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Fault = fault;
        UploadId = uploadId;
    }

    /// <summary>The reason.</summary>
    public UploadFault Fault { get; }

    /// <summary>The id under which the service knows the upload; null when there is none yet.</summary>
    public string? UploadId { get; }

    /// <summary>
    /// Whether the same upload can still be completed: the source put back, the destination freed, the quota raised. False:
    /// it has to begin anew.
    /// </summary>
    public bool CanResume => Fault
        is UploadFault.SourceChanged or UploadFault.TargetConflict or UploadFault.QuotaExceeded
        or UploadFault.TicketMismatch or UploadFault.TicketInUse;
}
