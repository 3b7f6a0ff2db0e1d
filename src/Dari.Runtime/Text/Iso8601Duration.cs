using System.Buffers;
using System.Globalization;
using System.Text;

namespace Dari.Text;

/// <summary>ISO 8601 durations of fixed length. Years and months have none, so they do not parse.</summary>
internal static class Iso8601Duration
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.,");

    internal static bool TryParse(ReadOnlySpan<char> text, out TimeSpan value)
    {
        value = default;
        bool negative = text.StartsWith("-");
        text = negative || text.StartsWith("+") ? text[1..] : text;
        if (text.Length < 3 || text[0] is not ('P' or 'p'))
        {
            return false;
        }

        if (!TrySum(text[1..], out decimal ticks) || ticks > (negative ? -(decimal)long.MinValue : long.MaxValue))
        {
            return false;
        }

        value = new TimeSpan((long)(negative ? -ticks : ticks));
        return true;
    }

    internal static string Format(TimeSpan value)
    {
        if (value == TimeSpan.Zero)
        {
            return "PT0S";
        }

        var text = new StringBuilder(value < TimeSpan.Zero ? "-P" : "P");
        decimal ticks = Math.Abs((decimal)value.Ticks);
        Take(text, ref ticks, TimeSpan.TicksPerDay, 'D');
        if (ticks > 0)
        {
            text.Append('T');
            Take(text, ref ticks, TimeSpan.TicksPerHour, 'H');
            Take(text, ref ticks, TimeSpan.TicksPerMinute, 'M');
        }

        if (ticks > 0)
        {
            decimal seconds = ticks / TimeSpan.TicksPerSecond;
            text.Append(seconds.ToString("0.#######", CultureInfo.InvariantCulture)).Append('S');
        }

        return text.ToString();
    }

    private static void Take(StringBuilder text, ref decimal ticks, long unit, char designator)
    {
        decimal count = decimal.Truncate(ticks / unit);
        if (count > 0)
        {
            text.Append(count.ToString("0", CultureInfo.InvariantCulture)).Append(designator);
            ticks -= count * unit;
        }
    }

    // Parts come in a fixed order; only the last may have a fraction.
    private static bool TrySum(ReadOnlySpan<char> text, out decimal ticks)
    {
        ticks = 0;
        bool inTime = false, hadFraction = false, hadPart = false;
        int last = -1;
        while (!text.IsEmpty)
        {
            if (text[0] is 'T' or 't')
            {
                if (inTime || text.Length == 1)
                {
                    return false;
                }

                inTime = true;
                text = text[1..];
                continue;
            }

            int length = text.IndexOfAnyExcept(NumberCharacters);
            if (length <= 0 || hadFraction || !TryUnit(text[length], inTime, out int rank, out long unit)
                || rank <= last)
            {
                return false;
            }

            string number = text[..length].ToString().Replace(',', '.');
            const NumberStyles Style = NumberStyles.AllowDecimalPoint;
            if (!decimal.TryParse(number, Style, CultureInfo.InvariantCulture, out decimal count)
                || count > long.MaxValue / unit)
            {
                return false;
            }

            ticks += count * unit;
            hadFraction = number.Contains('.', StringComparison.Ordinal);
            hadPart = true;
            last = rank;
            text = text[(length + 1)..];
        }

        return hadPart;
    }

    private static bool TryUnit(char designator, bool inTime, out int rank, out long unit)
    {
        (rank, unit) = (char.ToUpperInvariant(designator), inTime) switch
        {
            ('W', false) => (0, TimeSpan.TicksPerDay * 7),
            ('D', false) => (1, TimeSpan.TicksPerDay),
            ('H', true) => (2, TimeSpan.TicksPerHour),
            ('M', true) => (3, TimeSpan.TicksPerMinute),
            ('S', true) => (4, TimeSpan.TicksPerSecond),
            _ => (-1, 0L),
        };
        return rank >= 0;
    }
}
