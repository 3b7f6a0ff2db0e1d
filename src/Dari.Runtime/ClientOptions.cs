using Dari.Idempotency;
using Microsoft.Extensions.Logging;

namespace Dari;

/// <summary>How a client calls its service. A client copies it: changes made later do not reach the client.</summary>
public sealed class ClientOptions
{
    private TimeSpan _timeout = TimeSpan.FromSeconds(100);
    private TimeSpan _retryDelay = TimeSpan.FromMilliseconds(500);
    private int _maxRetries = 2;
    private int _maxReconnects = 5;
    private long _maxResponseBytes = 256L * 1024 * 1024;

    /// <summary>
    /// Where the service is; its path is kept. Null: the environment variable, then the document's server.
    /// </summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>
    /// The key for the first bearer or API key scheme that an operation accepts. Null: the environment variable.
    /// </summary>
    public string? ApiKey { get; set; }

    /// <summary>Credentials by the name of the security scheme; they come before <see cref="ApiKey"/>.</summary>
    public IDictionary<string, Credential> Credentials { get; private set; } =
        new Dictionary<string, Credential>(StringComparer.Ordinal);

    /// <summary>
    /// Limit for a whole call with its retries; for a streamed body, until the headers and then between two reads. More
    /// than
    /// zero, or <see cref="Timeout.InfiniteTimeSpan"/>. 100 seconds.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero, negative, or above 24 days.</exception>
    public TimeSpan Timeout
    {
        get => _timeout;
        set => _timeout = RequestOptions.CheckTimeout(value);
    }

    /// <summary>How often a call that may be repeated is tried again, 0 to 100. 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public int MaxRetries
    {
        get => _maxRetries;
        set => _maxRetries = RequestOptions.CheckRetries(value);
    }

    /// <summary>
    /// The first wait before a call is tried again; each further one is about twice as long, up to 30 seconds. Half a
    /// second.
    /// The service's own <c>Retry-After</c> comes before it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or more than 30 seconds.</exception>
    public TimeSpan RetryDelay
    {
        get => _retryDelay;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromSeconds(30));
            _retryDelay = value;
        }
    }

    /// <summary>
    /// How often in a row a stream of events is connected again without an event having come; 5. Zero: a broken stream
    /// is an error at once.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int MaxReconnects
    {
        get => _maxReconnects;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 0);
            _maxReconnects = value;
        }
    }

    /// <summary>Headers sent with every call.</summary>
    public IDictionary<string, string> Headers { get; private set; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The <c>User-Agent</c>. Null: name of the client and version of this library.</summary>
    public string? UserAgent { get; set; }

    /// <summary>Where to log. Only methods, path templates, statuses and times are logged.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock for limits, waits and durations.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// The longest body, in bytes, that is read into memory; 256 MiB. Of a stream it limits one item; downloads have no
    /// limit.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not from 1 to 2,147,483,591.</exception>
    public long MaxResponseBytes
    {
        get => _maxResponseBytes;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Array.MaxLength);
            _maxResponseBytes = value;
        }
    }

    /// <summary>Whether a credential may travel over plain HTTP to another machine. False: only to this one.</summary>
    public bool AllowInsecureHttp { get; set; }

    /// <summary>
    /// Where calls are kept that have a <see cref="RequestOptions.LogicalCall"/> or a given
    /// <see cref="RequestOptions.IdempotencyKey"/>, before they are sent. One journal is for one account. Null: nowhere.
    /// </summary>
    public IIdempotencyJournal? IdempotencyJournal { get; set; }

    internal ClientOptions Copy()
    {
        var copy = (ClientOptions)MemberwiseClone();
        copy.Credentials = new Dictionary<string, Credential>(Credentials, StringComparer.Ordinal);
        copy.Headers = new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase);
        return copy;
    }
}
