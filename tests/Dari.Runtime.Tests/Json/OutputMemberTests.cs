using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Dari.Json;
using Dari.Text;

namespace Dari.Runtime.Tests.Json;

/// <summary>Members of every length, at every place of a buffer that grows, are those of System.Text.Json.</summary>
public class OutputMemberTests
{
    public static IEnumerable<object[]> Seeds() => Enumerable.Range(1, 30).Select(static seed => new object[] { seed });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Members_are_those_of_System_Text_Json(int seed)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            Members(seed, writer.WriteNull, writer.WriteString, writer.WriteBoolean, writer.WriteNumber, writer.WriteNumber, writer.WriteNumber);
            writer.WriteEndObject();
        }

        string? ours = null;

        // A thread of its own begins with the smallest buffer.
        var thread = new Thread(() => ours = Ours(seed));
        thread.Start();
        thread.Join();
        ours.ShouldBe(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    [Fact]
    public void Every_character_is_found_at_every_place_of_a_string()
    {
        int[] codes = [.. Enumerable.Range(0, 0x180), 0x0722, 0x7F22, 0x7FFF, 0x8000, 0x8022, 0x80FF, 0xFF22, 0xFF5C, 0xFFFF];
        foreach (int code in codes)
        {
            for (int length = 1; length <= 50; length += length < 20 ? 1 : 10)
            {
                for (int i = 0; i < length; i++)
                {
                    string text = new string('a', i) + (char)code + new string('b', length - i - 1);
                    Through(text).ShouldBe(JsonSerializer.Serialize(text));
                    JsonSerializer.Deserialize<string>(JsonText.ToString(text, JsonWrite.StringValue)).ShouldBe(text);
                }
            }
        }
    }

    [Fact]
    public void Whole_numbers_have_all_their_digits()
    {
        ulong power = 1;
        for (int i = 0; i < 20; i++, power *= 10)
        {
            foreach (ulong value in new[] { power - 1, power, power + 1, power * 2 })
            {
                Written(value, JsonWrite.UInt64Value).ShouldBe(value.ToString(CultureInfo.InvariantCulture));
                Written((long)value, JsonWrite.Int64Value).ShouldBe(((long)value).ToString(CultureInfo.InvariantCulture));
                Written(-(long)value, JsonWrite.Int64Value).ShouldBe((-(long)value).ToString(CultureInfo.InvariantCulture));
                Written((uint)value, JsonWrite.UInt32Value).ShouldBe(((uint)value).ToString(CultureInfo.InvariantCulture));
                Written((int)value, JsonWrite.Int32Value).ShouldBe(((int)value).ToString(CultureInfo.InvariantCulture));
            }
        }

        Written(long.MinValue, JsonWrite.Int64Value).ShouldBe("-9223372036854775808");
        Written(int.MinValue, JsonWrite.Int32Value).ShouldBe("-2147483648");
        Written(ulong.MaxValue, JsonWrite.UInt64Value).ShouldBe("18446744073709551615");
        for (int bits = 0; bits < 64; bits++)
        {
            Digits.Count(1UL << bits).ShouldBe((1UL << bits).ToString(CultureInfo.InvariantCulture).Length);
            Digits.Count((1UL << bits) - 1).ShouldBe(((1UL << bits) - 1).ToString(CultureInfo.InvariantCulture).Length);
        }
    }

    [Fact]
    public void Decimals_of_every_scale_and_length_keep_their_digits()
    {
        for (byte scale = 0; scale <= 28; scale++)
        {
            for (int shift = 0; shift < 64; shift++)
            {
                ulong digits = ulong.MaxValue >> shift;
                var value = new decimal((int)digits, (int)(digits >> 32), 0, shift % 2 == 0, scale);
                Written(value, JsonWrite.DecimalValue).ShouldBe(value.ToString(CultureInfo.InvariantCulture));
            }
        }

        Written(new decimal(0, 0, 0, true, 2), JsonWrite.DecimalValue).ShouldBe(new decimal(0, 0, 0, true, 2).ToString(CultureInfo.InvariantCulture));
        Written(decimal.MinValue, JsonWrite.DecimalValue).ShouldBe("-79228162514264337593543950335");
    }

    private static string Ours(int seed)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            JsonOutput.Write(writer, seed, static (output, seed) =>
            {
                output.WriteStartObject();
                Members(
                    seed,
                    name => JsonWrite.Null(output, Utf8(name)),
                    (name, value) => JsonWrite.String(output, Utf8(name), value),
                    (name, value) => JsonWrite.Boolean(output, Utf8(name), value),
                    (name, value) => JsonWrite.Int64(output, Utf8(name), value),
                    (name, value) => JsonWrite.Decimal(output, Utf8(name), value),
                    (name, value) => JsonWrite.Double(output, Utf8(name), value));
                output.WriteEndObject();
            });
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Members(
        int seed,
        Action<string> none,
        Action<string, string> text,
        Action<string, bool> truth,
        Action<string, long> whole,
        Action<string, decimal> exact,
        Action<string, double> real)
    {
        var random = new Random(seed);
        for (int i = 0; i < 3_000; i++)
        {
            string name = Word(random, random.Next(10) == 0 ? 5_000 / seed : random.Next(40));
            switch (random.Next(6))
            {
                case 0: none(name); break;
                case 1: text(name, Word(random, random.Next(60)) + (random.Next(4) == 0 ? "é\"<😀\n" : "")); break;
                case 2: truth(name, random.Next(2) == 0); break;
                case 3: whole(name, random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64)); break;
                case 4: exact(name, new decimal(random.Next(), random.Next(2), 0, random.Next(2) == 0, (byte)random.Next(29))); break;
                default: real(name, (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-20, 20))); break;
            }
        }
    }

    private static string Word(Random random, int length) =>
        string.Create(length, random, static (word, random) =>
        {
            foreach (ref char c in word)
            {
                c = (char)random.Next('a', 'z' + 1);
            }
        });

    private static byte[] Utf8(string name) => Encoding.UTF8.GetBytes(name);

    private static string Through(string text)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            JsonOutput.Write(writer, text, JsonWrite.StringValue);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Written<T>(T value, WriteJson<T> write) => JsonText.ToString(value, write);
}
