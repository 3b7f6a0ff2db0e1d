namespace Dari.Polling;

/// <summary>What was waited for had come to no end when the deadline was over.</summary>
/// <typeparam name="T">The state.</typeparam>
public sealed class PollTimeoutException<T> : TimeoutException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="state">The last state that was seen, if any.</param>
    /// <param name="status">Its status as the service wrote it.</param>
    /// <param name="innerException">What kept the last question from being answered, or null.</param>
    public PollTimeoutException(string message, T? state, string? status, Exception? innerException)
        : base(message, innerException) => (State, Status) = (state, status);

    /// <summary>The last state that was seen; nothing where the service never answered.</summary>
    public T? State { get; }

    /// <summary>Its status as the service wrote it.</summary>
    public string? Status { get; }
}
