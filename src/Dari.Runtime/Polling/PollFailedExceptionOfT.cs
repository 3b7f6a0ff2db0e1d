namespace Dari.Polling;

/// <summary>What was waited for came to an end that the document calls a failure.</summary>
/// <typeparam name="T">The state.</typeparam>
public sealed class PollFailedException<T> : PollFailedException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="state">The last state.</param>
    /// <param name="status">Its status as the service wrote it.</param>
    /// <param name="error">The reason that the service gives, or null.</param>
    public PollFailedException(string message, T state, string status, string? error)
        : base(message, status, error) => State = state;

    /// <summary>The last state.</summary>
    public T State { get; }
}
