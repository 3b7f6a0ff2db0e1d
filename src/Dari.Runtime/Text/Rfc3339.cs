using System.Globalization;
using System.Text;

namespace Dari.Text;

/// <summary>Dates and times as RFC 3339 writes them, and the near misses that servers send.</summary>
internal static class Rfc3339
{
    /// <summary>Room for <c>9999-12-31T23:59:59.9999999+14:00</c>.</summary>
    internal const int MaxLength = 33;

    private const long GreatestOffset = 14 * TimeSpan.TicksPerHour;

    // Beyond all years, hours and minutes.
    private const int NoNumber = 1_000_000;

    internal static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length < 16 || text[10] is not ((byte)'T' or (byte)'t' or (byte)' ')
            || !TryDay(text[..10], out DateTime day)
            || !TryClock(text[11..], out long ticks, out ReadOnlySpan<byte> zone)
            || !TryZone(zone, out int minutes))
        {
            return false;
        }

        // A leap second is the first of the next minute; an offset beyond .NET's 14 hours is turned into UTC.
        long shift = minutes * TimeSpan.TicksPerMinute;
        long local = day.Ticks + ticks;
        long utc = local - shift;
        if (local < 0 || local > DateTime.MaxValue.Ticks || utc < 0 || utc > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        value = Math.Abs(shift) <= GreatestOffset ? new(local, new TimeSpan(shift)) : new(utc, TimeSpan.Zero);
        return true;
    }

    internal static bool TryParseDate(ReadOnlySpan<byte> text, out DateOnly value)
    {
        bool isDay = TryDay(text, out DateTime day);
        value = DateOnly.FromDateTime(day);
        return isDay;
    }

    private static bool TryDay(ReadOnlySpan<byte> text, out DateTime value)
    {
        value = default;
        if (text.Length != 10 || text[4] != (byte)'-' || text[7] != (byte)'-')
        {
            return false;
        }

        // What is no digit makes a year beyond all years.
        int year = (Two(text, 0) * 100) + Two(text, 2);
        int month = Two(text, 5);
        int day = Two(text, 8);
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        value = new DateTime(year, month, day);
        return true;
    }

    internal static bool TryParseTime(ReadOnlySpan<byte> text, out TimeOnly value)
    {
        value = default;
        if (!TryClock(text, out long ticks, out ReadOnlySpan<byte> zone) || ticks >= TimeSpan.TicksPerDay
            || !TryZone(zone, out int minutes) || minutes != 0)
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
        if (text.Length < 5 || text[2] != (byte)':')
        {
            return false;
        }

        int hour = Two(text, 0);
        int minute = Two(text, 3);
        if (hour > 23 || minute > 59)
        {
            return false;
        }

        int second = 0;
        zone = text[5..];
        if (zone.Length >= 3 && zone[0] == (byte)':')
        {
            second = Two(zone, 1);
            if (second > 60)
            {
                return false;
            }

            zone = zone[3..];
        }

        ticks = ((((hour * 60) + minute) * 60) + second) * TimeSpan.TicksPerSecond;
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

    /// <param name="text">What follows the time.</param>
    /// <param name="minutes">East of Greenwich; zero also where there is no zone.</param>
    private static bool TryZone(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text.IsEmpty || (text.Length == 1 && text[0] is (byte)'Z' or (byte)'z'))
        {
            return true;
        }

        // +hh:mm, +hhmm or +hh
        bool isZone = text.Length switch
        {
            6 => text[3] == (byte)':',
            5 or 3 => true,
            _ => false,
        };
        if (!isZone || text[0] is not ((byte)'+' or (byte)'-'))
        {
            return false;
        }

        int hour = Two(text, 1);
        int minute = text.Length == 3 ? 0 : Two(text, text.Length - 2);
        minutes = (hour * 60) + minute;
        minutes = text[0] == (byte)'-' ? -minutes : minutes;
        return hour <= 23 && minute <= 59;
    }

    private static int Two(ReadOnlySpan<byte> text, int start)
    {
        uint tens = text[start] - (uint)'0';
        uint ones = text[start + 1] - (uint)'0';
        return tens <= 9 && ones <= 9 ? (int)((tens * 10) + ones) : NoNumber;
    }
}
