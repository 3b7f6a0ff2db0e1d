using System.Globalization;
using System.Text;

namespace Dari.Text;

/// <summary>Dates and times as RFC 3339 writes them, and the near misses that servers send.</summary>
internal static class Rfc3339
{
    /// <summary>Room for <c>9999-12-31T23:59:59.9999999+14:00</c>.</summary>
    internal const int MaxLength = 33;

    private static readonly TimeSpan GreatestOffset = TimeSpan.FromHours(14);

    internal static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length < 16 || text[10] is not ((byte)'T' or (byte)'t' or (byte)' ')
            || !TryParseDate(text[..10], out DateOnly date)
            || !TryClock(text[11..], out long ticks, out ReadOnlySpan<byte> zone)
            || !TryZone(zone, out TimeSpan? offset))
        {
            return false;
        }

        // A leap second is the first of the next minute; an offset beyond .NET's 14 hours is turned into UTC.
        TimeSpan shift = offset ?? TimeSpan.Zero;
        long local = date.ToDateTime(TimeOnly.MinValue).Ticks + ticks;
        long utc = local - shift.Ticks;
        if (local < 0 || local > DateTime.MaxValue.Ticks || utc < 0 || utc > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        value = shift.Duration() <= GreatestOffset ? new(local, shift) : new(utc, TimeSpan.Zero);
        return true;
    }

    internal static bool TryParseDate(ReadOnlySpan<byte> text, out DateOnly value)
    {
        value = default;
        if (text.Length != 10 || text[4] != (byte)'-' || text[7] != (byte)'-'
            || !TryNumber(text[..4], out int year) || !TryNumber(text[5..7], out int month)
            || !TryNumber(text[8..], out int day)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        value = new DateOnly(year, month, day);
        return true;
    }

    internal static bool TryParseTime(ReadOnlySpan<byte> text, out TimeOnly value)
    {
        value = default;
        if (!TryClock(text, out long ticks, out ReadOnlySpan<byte> zone) || ticks >= TimeSpan.TicksPerDay
            || !TryZone(zone, out TimeSpan? offset) || (offset is { } shift && shift != TimeSpan.Zero))
        {
            return false;
        }

        value = new TimeOnly(ticks);
        return true;
    }

    /// <summary>
    /// Writes the offset as it is (<c>Z</c> for zero), and only as many digits of the fraction as are needed.
    /// </summary>
    /// <param name="value">The time.</param>
    /// <param name="text">Room for <see cref="MaxLength"/> bytes of ASCII.</param>
    /// <returns>How many of them it took.</returns>
    internal static int Format(DateTimeOffset value, Span<byte> text)
    {
        // "O" has a way of its own in .NET, several times as fast as any pattern.
        value.TryFormat(text, out int all, "O", CultureInfo.InvariantCulture);
        int length = WithoutZeros(text[..(all - "+00:00".Length)]);
        if (value.Offset == TimeSpan.Zero)
        {
            text[length] = (byte)'Z';
            return length + 1;
        }

        text[(all - "+00:00".Length)..all].CopyTo(text[length..]);
        return length + "+00:00".Length;
    }

    /// <summary>Writes the time of day with only as many digits of the fraction as are needed.</summary>
    /// <inheritdoc cref="Format(DateTimeOffset, Span{byte})"/>
    internal static int Format(TimeOnly value, Span<byte> text)
    {
        value.TryFormat(text, out int all, "O", CultureInfo.InvariantCulture);
        return WithoutZeros(text[..all]);
    }

    internal static string Format(DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[MaxLength];
        return Encoding.ASCII.GetString(text[..Format(value, text)]);
    }

    internal static string Format(DateOnly value) => value.ToString("O", CultureInfo.InvariantCulture);

    internal static string Format(TimeOnly value)
    {
        Span<byte> text = stackalloc byte[MaxLength];
        return Encoding.ASCII.GetString(text[..Format(value, text)]);
    }

    // What ends with a point and seven digits.
    private static int WithoutZeros(ReadOnlySpan<byte> text)
    {
        int length = text.TrimEnd((byte)'0').Length;
        return text[length - 1] == (byte)'.' ? length - 1 : length;
    }

    // HH:mm, then perhaps :ss and a fraction; the zone is what follows.
    private static bool TryClock(ReadOnlySpan<byte> text, out long ticks, out ReadOnlySpan<byte> zone)
    {
        ticks = 0;
        zone = default;
        if (text.Length < 5 || text[2] != (byte)':' || !TryNumber(text[..2], out int hour)
            || !TryNumber(text[3..5], out int minute) || hour > 23 || minute > 59)
        {
            return false;
        }

        int second = 0;
        zone = text[5..];
        if (zone.Length >= 3 && zone[0] == (byte)':')
        {
            if (!TryNumber(zone[1..3], out second) || second > 60)
            {
                return false;
            }

            zone = zone[3..];
        }

        ticks = (((hour * 60L) + minute) * 60 + second) * TimeSpan.TicksPerSecond;
        return TryFraction(ref zone, ref ticks);
    }

    private static bool TryFraction(ref ReadOnlySpan<byte> text, ref long ticks)
    {
        if (text.IsEmpty || text[0] is not ((byte)'.' or (byte)','))
        {
            return true;
        }

        int length = 1;
        long unit = TimeSpan.TicksPerSecond / 10;
        while (length < text.Length && char.IsAsciiDigit((char)text[length]))
        {
            ticks += (text[length++] - '0') * unit;
            unit /= 10;
        }

        text = text[length..];
        return length > 1;
    }

    private static bool TryZone(ReadOnlySpan<byte> text, out TimeSpan? offset)
    {
        offset = null;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text.Length == 1 && text[0] is (byte)'Z' or (byte)'z')
        {
            offset = TimeSpan.Zero;
            return true;
        }

        // +hh:mm, +hhmm or +hh
        ReadOnlySpan<byte> minutes = text.Length switch
        {
            6 when text[3] == (byte)':' => text[4..],
            5 => text[3..],
            3 => "00"u8,
            _ => default,
        };
        if (text[0] is not ((byte)'+' or (byte)'-') || minutes.IsEmpty
            || !TryNumber(text[1..3], out int hour) || !TryNumber(minutes, out int minute) || hour > 23 || minute > 59)
        {
            return false;
        }

        var shift = new TimeSpan(hour, minute, 0);
        offset = text[0] == (byte)'-' ? -shift : shift;
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<byte> digits, out int value)
    {
        value = 0;
        foreach (byte digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return false;
            }

            value = (value * 10) + (digit - '0');
        }

        return true;
    }
}
