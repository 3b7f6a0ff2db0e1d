using System.Globalization;

namespace Dari.Emulator.Snapshot;

/// <summary>The times that the service takes, and how it writes those without a promised format.</summary>
internal static class ServiceTimes
{
    /// <summary>Time that a machine takes to boot.</summary>
    public static readonly TimeSpan Boot = TimeSpan.FromMilliseconds(30);

    /// <summary>Least time that a command in the background takes.</summary>
    public static readonly TimeSpan BackgroundCommand = TimeSpan.FromMilliseconds(50);

    /// <summary>Time after which an unused browser session ends.</summary>
    public static readonly TimeSpan BrowserIdle = TimeSpan.FromMinutes(30);

    /// <summary>ISO 8601 in UTC, without a zone.</summary>
    public static string Plain(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    /// <summary>Waits until a clock shows a time, however the clock is moved meanwhile.</summary>
    public static async Task UntilAsync(this TimeProvider clock, DateTimeOffset time, CancellationToken cancellationToken)
    {
        // A single wait could come back a moment early, and has a longest length.
        for (TimeSpan left; (left = time - clock.GetUtcNow()) > TimeSpan.Zero;)
        {
            await Task.Delay(left < TimeSpan.FromDays(1) ? left : TimeSpan.FromDays(1), clock, cancellationToken);
        }
    }
}
