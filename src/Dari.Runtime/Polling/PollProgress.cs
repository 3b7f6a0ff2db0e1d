namespace Dari.Polling;

/// <summary>A state on the way to the final one.</summary>
/// <typeparam name="T">The state.</typeparam>
public sealed class PollProgress<T>
{
    internal PollProgress(T state, string? status, int asked, TimeSpan elapsed) =>
        (State, Status, Asked, Elapsed) = (state, status, asked, elapsed);

    /// <summary>The state.</summary>
    public T State { get; }

    /// <summary>Its status as the service wrote it; null where there was none.</summary>
    public string? Status { get; }

    /// <summary>How often the service was asked so far.</summary>
    public int Asked { get; }

    /// <summary>How long that took.</summary>
    public TimeSpan Elapsed { get; }
}
