namespace Dari.Polling;

/// <summary>How often and how long to ask for a state. What is null is as the document says.</summary>
/// <typeparam name="T">The state.</typeparam>
public sealed class PollOptions<T>
{
    private TimeSpan? _interval;
    private TimeSpan? _deadline;

    /// <summary>
    /// The wait between the first two questions; each further one is half as long again, up to 30 seconds, and all vary
    /// by a fifth. The service's own <c>Retry-After</c> comes before it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or above a day.</exception>
    public TimeSpan? Interval
    {
        get => _interval;
        set => _interval = Check(value);
    }

    /// <summary>How long to ask at all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or above 24 days.</exception>
    public TimeSpan? Deadline
    {
        get => _deadline;
        set => _deadline = value is { } limit ? RequestOptions.CheckTimeout(limit) : null;
    }

    /// <summary>Gets each state that was seen, also the last one.</summary>
    public IProgress<PollProgress<T>>? Progress { get; set; }

    private static TimeSpan? Check(TimeSpan? value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value ?? TimeSpan.Zero, TimeSpan.Zero, nameof(value));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value ?? TimeSpan.Zero, TimeSpan.FromDays(1), nameof(value));
        return value;
    }
}
