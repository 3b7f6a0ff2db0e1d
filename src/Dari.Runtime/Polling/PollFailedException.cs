namespace Dari.Polling;

/// <summary>What was waited for came to an end that the document calls a failure.</summary>
public class PollFailedException : Exception
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="status">The status as the service wrote it.</param>
    /// <param name="error">The reason that the service gives, or null.</param>
    public PollFailedException(string message, string status, string? error)
        : base(message) => (Status, Error) = (status, error);

    /// <summary>The status as the service wrote it.</summary>
    public string Status { get; }

    /// <summary>The reason that the service gives: its text, or JSON where it is no text; null where there is none.</summary>
    public string? Error { get; }
}
