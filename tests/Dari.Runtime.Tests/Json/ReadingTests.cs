using System.Globalization;
using System.Text;
using System.Text.Json;
using Dari.Json;

namespace Dari.Runtime.Tests.Json;

/// <summary>Short ways of reading numbers and texts give what System.Text.Json gives, also across segments.</summary>
public sealed class ReadingTests
{
    public static IEnumerable<object[]> Seeds() => Enumerable.Range(1, 20).Select(static seed => new object[] { seed });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Real_numbers_are_the_nearest_bit_for_bit(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 5_000; i++)
        {
            string json = Number(random);
            long expected = BitConverter.DoubleToInt64Bits(JsonSerializer.Deserialize<double>(json));
            BitConverter.DoubleToInt64Bits(Texts.Read(json, JsonRead.Double)).ShouldBe(expected, json);
            double value = BitConverter.Int64BitsToDouble(random.NextInt64());
            if (double.IsFinite(value))
            {
                Texts.Read(value.ToString("R", CultureInfo.InvariantCulture), JsonRead.Double).ShouldBe(value);
            }
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("-0.0")]
    [InlineData("9007199254740992")]
    [InlineData("9007199254740993")]
    [InlineData("900719925474099.3")]
    [InlineData("0.1234567890123456")]
    [InlineData("-0.30000000000000004")]
    [InlineData("123456789012345678")]
    [InlineData("999999999999999999")]
    [InlineData("1.7976931348623157E+308")]
    [InlineData("5e-324")]
    public void Numbers_at_the_limits_of_the_short_way(string json) =>
        BitConverter.DoubleToInt64Bits(Texts.Read(json, JsonRead.Double))
            .ShouldBe(BitConverter.DoubleToInt64Bits(double.Parse(json, CultureInfo.InvariantCulture)));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whole_numbers_are_the_same(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 5_000; i++)
        {
            long value = random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);
            string json = value.ToString(CultureInfo.InvariantCulture);
            Texts.Read(json, JsonRead.Int64).ShouldBe(value);
            if (value == (int)value)
            {
                Texts.Read(json, JsonRead.Int32).ShouldBe((int)value);
            }
            else
            {
                Texts.Fails(json, JsonRead.Int32).Message.ShouldContain("outside that range");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Strings_are_those_of_System_Text_Json(int seed)
    {
        var random = new Random(seed);
        string[] parts = ["a", "Z", " ", "~", "\u007F", "é", "中", "😀", "\\n", "\\u0041", "\\ud83d\\ude00", "\\\"", "\\/", "\u2028"];
        for (int i = 0; i < 500; i++)
        {
            int odd = random.Next(1, parts.Length);
            string json = $"\"{string.Concat(Enumerable.Range(0, random.Next(80)).Select(_ => parts[random.Next(odd)]))}\"";
            string expected = JsonSerializer.Deserialize<string>(json)!;
            Texts.Read(json, JsonRead.String).ShouldBe(expected);
            byte[] utf8 = Encoding.UTF8.GetBytes(json);
            AtEveryCut(utf8, (ref Utf8JsonReader reader) => JsonRead.String(ref reader).ShouldBe(expected));
        }
    }

    [Fact]
    public void A_character_beyond_ASCII_is_seen_at_every_place()
    {
        for (int length = 0; length < 80; length++)
        {
            string plain = string.Concat(Enumerable.Range(0, length).Select(static i => (char)('0' + i)));
            string json = JsonText.ToString(plain, JsonWrite.StringValue);
            Texts.Read(json, JsonRead.String).ShouldBe(plain);
            for (int i = 0; i < length; i++)
            {
                string text = new string('a', i) + 'é' + new string('b', length - i - 1);
                Texts.Read($"\"{text}\"", JsonRead.String).ShouldBe(text);
            }
        }
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused()
    {
        foreach (byte wrong in new byte[] { 0x80, 0xC0, 0xE4, 0xFF })
        {
            Should.Throw<JsonException>(() => JsonText.Parse([(byte)'"', (byte)'a', wrong, (byte)'b', (byte)'"'], JsonRead.String));
        }
    }

    [Theory]
    [InlineData("2026-05-04T10:20:30.5+02:00")]
    [InlineData("2026-05-04T10:20:30.5\\u002B02:00")]
    [InlineData("\\u0032026-05-04T10:20:30Z")]
    public void Times_may_be_escaped_and_lie_across_segments(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes($"\"{text}\"");
        DateTimeOffset expected = JsonSerializer.Deserialize<DateTimeOffset>(utf8);
        JsonText.Parse(utf8, JsonRead.DateTime).ShouldBe(expected);
        AtEveryCut(utf8, (ref Utf8JsonReader reader) => JsonRead.DateTime(ref reader).ShouldBe(expected));
        Texts.Read($"\"{text.Split('T')[0]}\"", JsonRead.Date).ShouldBe(new DateOnly(expected.Year, expected.Month, expected.Day));
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"2026-05-04T10:20:30Z\\udc00\"")]
    public void Half_a_pair_is_no_time_and_no_known_value(string json)
    {
        Texts.Fails(json, JsonRead.DateTime).Message.ShouldStartWith("expected a date and time (RFC 3339), found another string");
        Texts.Read(json, new KnownStrings("ready\n\uFFFF"u8).Read).ShouldContain(json.Contains("d800", StringComparison.Ordinal) ? '\ud800' : '\udc00');
    }

    [Fact]
    public void Escaped_names_and_values_of_any_length_are_found()
    {
        for (int length = 1; length < 600; length += 7)
        {
            string name = new('n', length);
            string escaped = "\\u006e" + name[1..];
            Texts.Read($"\"{escaped}\"", new KnownStrings(name, "x").Read).ShouldBe(name);
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes($$"""{"{{escaped}}":1}"""));
            reader.Read();
            int hint = 0;
            new NameTable("x", name).Next(ref reader, ref hint, out int member).ShouldBeTrue();
            member.ShouldBe(1);
        }
    }

    private delegate void Check(ref Utf8JsonReader reader);

    private static void AtEveryCut(byte[] utf8, Check check)
    {
        for (int cut = 1; cut < utf8.Length; cut++)
        {
            var reader = new Utf8JsonReader(Segments.Cut(utf8, cut));
            reader.Read();
            check(ref reader);
        }
    }

    private static string Number(Random random)
    {
        var text = new StringBuilder(random.Next(2) == 0 ? "-" : "");
        string digits = string.Concat(Enumerable.Range(0, random.Next(1, 20)).Select(_ => (char)random.Next('0', '9' + 1))).TrimStart('0');
        text.Append(digits.Length == 0 ? "0" : digits);
        if (random.Next(3) > 0)
        {
            text.Append('.').AppendJoin("", Enumerable.Range(0, random.Next(1, 20)).Select(_ => (char)random.Next('0', '9' + 1)));
        }

        return random.Next(5) == 0 ? text.Append('e').Append(random.Next(-300, 280)).ToString() : text.ToString();
    }
}
