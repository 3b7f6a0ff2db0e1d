using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Dari.Text;

namespace Dari.Runtime.Tests.Json;

/// <summary>Which texts are times, by a pattern that has nothing of the parser.</summary>
public sealed partial class TimeFormTests
{
    [Theory]
    [InlineData("2026-05-04T10:20:30.5+02:00")]
    [InlineData("2024-02-29t23:59:60Z")]
    [InlineData("1999-12-31 00:00-0930")]
    [InlineData("0001-01-31T23:59:59,1234567+00")]
    [InlineData("9999-12-31T23:59:59.999999999Z")]
    public void One_or_two_other_characters_make_what_the_pattern_says(string text)
    {
        const string Others = "0123456789/:;-+.,TtZz x\u0000\u00FF";
        var random = new Random(1);
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        for (int i = 0; i < bytes.Length; i++)
        {
            foreach (char other in Others)
            {
                byte[] changed = [.. bytes];
                changed[i] = (byte)other;
                Check(changed);
                changed[random.Next(bytes.Length)] = (byte)Others[random.Next(Others.Length)];
                Check(changed);
            }

            Check(bytes[..i]);
            Check([.. bytes[..i], (byte)Others[i % Others.Length], .. bytes[i..]]);
        }
    }

    [Fact]
    public void Every_moment_reads_as_it_was_written()
    {
        var random = new Random(2);
        for (int i = 0; i < 20_000; i++)
        {
            TimeSpan offset = TimeSpan.FromMinutes(random.Next(-14 * 60, (14 * 60) + 1));
            var value = new DateTimeOffset(random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay), offset);
            foreach (string text in new[] { value.ToString("O", CultureInfo.InvariantCulture), Rfc3339.Format(value) })
            {
                Rfc3339.TryParse(Encoding.ASCII.GetBytes(text), out DateTimeOffset read).ShouldBeTrue(text);
                read.EqualsExact(value).ShouldBeTrue(text);
            }
        }
    }

    private static void Check(byte[] bytes)
    {
        string text = Encoding.Latin1.GetString(bytes);
        Rfc3339.TryParse(bytes, out DateTimeOffset value).ShouldBe(IsTime(text, out DateTimeOffset expected), text);
        value.ShouldBe(expected, text);
    }

    private static bool IsTime(string text, out DateTimeOffset value)
    {
        value = default;
        Match match = Pattern().Match(text);
        if (!match.Success)
        {
            return false;
        }

        int[] parts = [.. match.Groups.Values.Skip(1).Take(6).Select(static part => part.Success ? int.Parse(part.ValueSpan, CultureInfo.InvariantCulture) : 0)];
        Group zone = match.Groups["zone"];
        int hours = zone.Success ? int.Parse(zone.ValueSpan[1..3], CultureInfo.InvariantCulture) : 0;
        int minutes = zone.Length > 3 ? int.Parse(zone.ValueSpan[^2..], CultureInfo.InvariantCulture) : 0;
        if (parts[0] < 1 || parts[1] is < 1 or > 12 || parts[2] < 1 || parts[2] > DateTime.DaysInMonth(parts[0], parts[1])
            || parts[3] > 23 || parts[4] > 59 || parts[5] > 60 || hours > 23 || minutes > 59)
        {
            return false;
        }

        long fraction = long.Parse(match.Groups["fraction"].Value.PadRight(7, '0')[..7], CultureInfo.InvariantCulture);
        var local = (Int128)(new DateTime(parts[0], parts[1], parts[2]).Ticks + new TimeSpan(parts[3], parts[4], parts[5]).Ticks + fraction);
        TimeSpan shift = new TimeSpan(hours, minutes, 0) * (zone.Success && zone.Value[0] == '-' ? -1 : 1);
        Int128 utc = local - shift.Ticks;
        if (local > DateTime.MaxValue.Ticks || utc < 0 || utc > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        value = new DateTimeOffset((long)utc, TimeSpan.Zero);
        return true;
    }

    [GeneratedRegex(
        "^([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt ]([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(?:[.,](?<fraction>[0-9]+))?(?:[Zz]|(?<zone>[+-][0-9]{2}(?::?[0-9]{2})?))?\\z")]
    private static partial Regex Pattern();
}
