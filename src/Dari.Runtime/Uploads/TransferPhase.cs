namespace Dari.Uploads;

/// <summary>What an upload is doing.</summary>
public enum TransferPhase
{
    /// <summary>The content is found: a stream is spooled, a folder is listed, the service is asked.</summary>
    Preparing,

    /// <summary>What an earlier run sent is read again, to see that the source has not changed.</summary>
    Verifying,

    /// <summary>Parts are on their way.</summary>
    Sending,

    /// <summary>All parts are there, and the service puts them together.</summary>
    Completing,

    /// <summary>The upload is done.</summary>
    Completed,
}
