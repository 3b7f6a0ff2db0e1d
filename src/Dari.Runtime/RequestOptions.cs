namespace Dari;

/// <summary>What is different for one call.</summary>
public sealed class RequestOptions
{
    private TimeSpan? _timeout;
    private int? _maxRetries;
    private string? _logicalCall;
    private int? _maxReconnects;

    /// <summary>Headers of this call; they replace those of the client and of the operation.</summary>
    public IDictionary<string, string> Headers { get; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Instead of <see cref="ClientOptions.Timeout"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero, negative but not infinite, or above 24 days.</exception>
    public TimeSpan? Timeout
    {
        get => _timeout;
        set => _timeout = value is { } limit ? CheckTimeout(limit) : null;
    }

    /// <summary>Instead of <see cref="ClientOptions.MaxRetries"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not from 0 to 100.</exception>
    public int? MaxRetries
    {
        get => _maxRetries;
        set => _maxRetries = value is { } count ? CheckRetries(count) : null;
    }

    /// <summary>Instead of <see cref="ClientOptions.MaxReconnects"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int? MaxReconnects
    {
        get => _maxReconnects;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value ?? 0, 0, nameof(value));
            _maxReconnects = value;
        }
    }

    /// <summary>
    /// The key under which the service does this work at most once. Null: a new one a call, where the operation takes
    /// one.
    /// </summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>
    /// What the call is called in <see cref="ClientOptions.IdempotencyJournal"/>, such as <c>deploy-42</c>. A later call
    /// of this name, also from another process, has the same idempotency key or gets the answer that was kept; one that
    /// asks for something else is refused. At most 256 characters; null: the call has no name.
    /// </summary>
    /// <exception cref="ArgumentException">Empty or longer.</exception>
    public string? LogicalCall
    {
        get => _logicalCall;
        set => _logicalCall = value is null or { Length: >= 1 and <= 256 }
            ? value
            : throw new ArgumentException("The name of a logical call has 1 to 256 characters.", nameof(value));
    }

    internal ResponseMetadata? Captured { get; private set; }

    /// <summary>Options that capture status, headers and timing of the response.</summary>
    /// <param name="response">Filled when the call ends, also when it fails.</param>
    /// <returns>The options, for one call.</returns>
    public static RequestOptions Capture(out ResponseMetadata response)
    {
        response = new ResponseMetadata();
        return new RequestOptions().CaptureTo(response);
    }

    /// <summary>Captures status, headers and timing of the response.</summary>
    /// <param name="response">
    /// Filled when the call ends, also when it fails. Calls at the same time need one each.
    /// </param>
    /// <returns>These options.</returns>
    public RequestOptions CaptureTo(ResponseMetadata response)
    {
        ArgumentNullException.ThrowIfNull(response);
        Captured = response;
        return this;
    }

    /// <summary>For one of the calls that make up a larger whole: these headers, and limits of its own.</summary>
    internal static RequestOptions Of(RequestOptions? whole, string? idempotencyKey, TimeSpan? timeout, int retries)
    {
        var call = new RequestOptions
        {
            IdempotencyKey = idempotencyKey,
            Timeout = timeout ?? whole?.Timeout,
            MaxRetries = retries,
        };
        foreach ((string name, string value) in whole?.Headers ?? new Dictionary<string, string>())
        {
            call.Headers[name] = value;
        }

        return call;
    }

    /// <summary>For a call after this one that asks what became of it: without what is of this one alone.</summary>
    internal RequestOptions OfFollowing()
    {
        RequestOptions call = Of(this, idempotencyKey: null, timeout: null, retries: 0);
        call._maxRetries = _maxRetries;
        return call;
    }

    internal static TimeSpan CheckTimeout(TimeSpan value)
    {
        // The range of the timers of .NET.
        bool isValid = value == System.Threading.Timeout.InfiniteTimeSpan
            || (value > TimeSpan.Zero && value.TotalMilliseconds <= int.MaxValue);
        return isValid
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value), value, "A timeout is positive, at most 24 days, or infinite.");
    }

    internal static int CheckRetries(int value) => value is >= 0 and <= 100
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "The number of retries is 0 to 100.");
}
