using System.Globalization;

namespace Dari.Emulator.Hosting;

/// <summary>Times as the services write them.</summary>
internal static class Times
{
    /// <summary>ISO 8601 in UTC with <c>Z</c>, with fractions of a second only where there are some.</summary>
    public static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    public static string? Text(DateTimeOffset? time) => time is { } known ? Text(known) : null;
}
