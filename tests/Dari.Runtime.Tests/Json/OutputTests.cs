using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dari.Json;

namespace Dari.Runtime.Tests.Json;

/// <summary>What is written is what System.Text.Json would write, only sooner.</summary>
public class OutputTests
{
    private const string Odd = "\"\\/&'+<>`\u0000\u0001\b\t\n\f\r\u001F\u007F\u0080éß€\u2028\u2029\uFEFF\uFFFD中😀𝄞az AZ09{}[]:,";

    public static IEnumerable<object[]> Seeds() => Enumerable.Range(1, 20).Select(static seed => new object[] { seed });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Strings_are_those_of_the_default_encoder_when_System_Text_Json_asks(int seed)
    {
        foreach (string text in Texts(seed))
        {
            Through(text, default).ShouldBe(JsonSerializer.Serialize(text));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Strings_of_a_body_are_escaped_no_more_than_needed_and_read_back(int seed)
    {
        foreach (string text in Texts(seed))
        {
            string json = JsonText.ToString(text, JsonWrite.StringValue);
            JsonSerializer.Deserialize<string>(json).ShouldBe(text);
            json.Count(static c => c == '\\').ShouldBe(
                text.Sum(static c => c switch { '\\' => 2, '"' or < ' ' => 1, _ => 0 }));
        }
    }

    [Fact]
    public void An_encoder_or_an_indentation_that_the_caller_wants_is_kept()
    {
        var pet = new Pet { Id = "é<\ud83d\ude00", Age = 3, Name = "a\"b" };
        var indented = new JsonWriterOptions { Indented = true, NewLine = "\n", IndentCharacter = '\t', IndentSize = 1 };
        Written(pet, indented).ShouldBe("{\n\t\"id\": \"\\u00E9\\u003C\\uD83D\\uDE00\",\n\t\"age\": 3,\n\t\"name\": \"a\\u0022b\"\n}");
        var latin = new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };
        Written(pet, latin).ShouldBe("{\"id\":\"é\\u003C\\uD83D\\uDE00\",\"age\":3,\"name\":\"a\\u0022b\"}");
        Through("half \ud800", indented).ShouldBe("\"half \\uD800\"");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Decimals_keep_every_digit(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++)
        {
            int high = random.Next(3) == 0 ? random.Next() : 0;
            int middle = random.Next(2) == 0 ? random.Next() : 0;
            var value = new decimal(random.Next(1000) * random.Next(1000), middle, high, random.Next(2) == 0, (byte)random.Next(29));
            JsonText.ToString(value, JsonWrite.DecimalValue).ShouldBe(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(1_200_000, 90)]
    [InlineData(9_999_999, -839)]
    public void Times_have_no_more_digits_than_needed(long ticks, int minutes)
    {
        var time = new DateTimeOffset(2026, 1, 2, 23, 4, 10, TimeSpan.FromMinutes(minutes)).AddTicks(ticks);
        string zone = minutes == 0 ? "Z" : time.ToString("zzz", CultureInfo.InvariantCulture);
        JsonText.ToString(time, JsonWrite.DateTimeValue).ShouldBe(
            $"\"{time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)}{zone}\"");
        JsonText.ToString(TimeOnly.FromTimeSpan(time.TimeOfDay), JsonWrite.TimeValue).ShouldBe(
            $"\"{time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)}\"");
    }

    [Fact]
    public void Long_texts_are_whole()
    {
        string text = string.Concat(Enumerable.Repeat(Odd, 5_000));
        JsonSerializer.Deserialize<string>(JsonText.ToUtf8(text, JsonWrite.StringValue)).ShouldBe(text);
        string plain = new('x', 1_000_000);
        JsonText.ToString(plain, JsonWrite.StringValue).ShouldBe($"\"{plain}\"");
    }

    [Fact]
    public void A_value_that_holds_itself_is_refused()
    {
        var friends = new List<Pet>();
        var pet = new Pet { Id = "a", Age = 1, Friends = friends };
        friends.Add(pet);
        Should.Throw<InvalidOperationException>(() => JsonText.ToUtf8(pet, PetJson.Write)).Message.ShouldContain("hold itself");

        // And what comes next on this thread starts anew.
        JsonText.ToString(new Pet { Id = "b", Age = 2 }, PetJson.Write).ShouldBe("""{"id":"b","age":2}""");
    }

    private static IEnumerable<string> Texts(int seed)
    {
        var random = new Random(seed);
        Rune[] runes = [.. Odd.EnumerateRunes()];
        for (int i = 0; i < 500; i++)
        {
            int odd = random.Next(1, 40);
            yield return string.Concat(Enumerable.Range(0, random.Next(70)).Select(_ =>
                random.Next(odd) == 0 ? runes[random.Next(runes.Length)].ToString() : ((char)random.Next('a', 'z')).ToString()));
        }
    }

    private static string Through(string text, JsonWriterOptions options) => Written(text, options, JsonWrite.StringValue);

    private static string Written(Pet pet, JsonWriterOptions options) => Written(pet, options, PetJson.Write);

    private static string Written<T>(T value, JsonWriterOptions options, WriteJson<T> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, options))
        {
            JsonOutput.Write(writer, value, write);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
