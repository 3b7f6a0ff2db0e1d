namespace Dari.Webhooks;

/// <summary>
/// How deliveries are received. One for all receivers of a service: the replay guard is shared through it.
/// </summary>
public sealed class WebhookOptions
{
    private readonly int _maxBodyBytes = 4 * 1024 * 1024;

    /// <summary>The secrets that count at present: several while one is being changed.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>How deliveries are signed; null: as the document says.</summary>
    public WebhookSignature? Signature { get; init; }

    /// <summary>How far the time of a delivery may be from now; null: as the signature says.</summary>
    public TimeSpan? Tolerance { get; init; }

    /// <summary>
    /// Remembers what was handled, where deliveries are signed. Null: each delivery is handled as if it were new.
    /// </summary>
    public IWebhookReplayGuard? ReplayGuard { get; init; } = new MemoryWebhookReplayGuard();

    /// <summary>How long a delivery is remembered; 3 days, longer than services usually repeat one.</summary>
    public TimeSpan RememberFor { get; init; } = TimeSpan.FromDays(3);

    /// <summary>How long a handler may take before the same delivery is handled again; 10 minutes.</summary>
    public TimeSpan HandlingTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The longest body that is read, in bytes; 4 MiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int MaxBodyBytes
    {
        get => _maxBodyBytes;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _maxBodyBytes = value;
        }
    }

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
