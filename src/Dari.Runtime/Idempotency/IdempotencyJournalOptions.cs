namespace Dari.Idempotency;

/// <summary>How much a journal keeps, and for how long.</summary>
public sealed class IdempotencyJournalOptions
{
    private readonly int _maxEntries = 10_000;
    private readonly long _maxBytes = 64L * 1024 * 1024;
    private readonly int _maxBodyBytes = 256 * 1024;
    private readonly TimeSpan _maxAge = TimeSpan.FromDays(7);
    private readonly TimeSpan _lockTimeout = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How many calls are kept; 10,000. Beyond that the oldest that have ended go first; when all are without an
    /// outcome, a new call is refused, since to forget one could do its work twice.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int MaxEntries
    {
        get => _maxEntries;
        init => _maxEntries = AtLeast(value, 1, nameof(MaxEntries));
    }

    /// <summary>How many bytes a file may have; 64 MiB. The rule is that of <see cref="MaxEntries"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 4,096.</exception>
    public long MaxBytes
    {
        get => _maxBytes;
        init => _maxBytes = AtLeast(value, 4096, nameof(MaxBytes));
    }

    /// <summary>
    /// How long a call is kept; 7 days. After that its name is free, so it must not be shorter than a caller may come
    /// back, and need not be longer than the service remembers keys.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive.</exception>
    public TimeSpan MaxAge
    {
        get => _maxAge;
        init => _maxAge = value > TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MaxAge), value, "An age is positive.");
    }

    /// <summary>
    /// Whether bodies of answers are kept, so that a repeated call gets them without being sent. False: it is sent
    /// again under its key, and the service gives its first answer. Bodies may hold secrets of the service.
    /// </summary>
    public bool StoreBodies { get; init; } = true;

    /// <summary>The longest body that is kept, in bytes; 256 KiB. What is longer counts as not kept.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int MaxBodyBytes
    {
        get => _maxBodyBytes;
        init => _maxBodyBytes = AtLeast(value, 0, nameof(MaxBodyBytes));
    }

    /// <summary>How long to wait for other processes that use the same file; 30 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public TimeSpan LockTimeout
    {
        get => _lockTimeout;
        init => _lockTimeout = value >= TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(LockTimeout), value, "A time to wait is not negative.");
    }

    /// <summary>The clock behind the ages.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    internal IdempotencyOutcome Trim(IdempotencyOutcome outcome) =>
        outcome.Body is { } body && (!StoreBodies || body.Length > MaxBodyBytes)
            ? outcome with { Body = null }
            : outcome;

    private static T AtLeast<T>(T value, T least, string name)
        where T : IComparable<T> =>
        value.CompareTo(least) >= 0
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"It is at least {least}.");
}
