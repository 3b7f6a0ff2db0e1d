using System.Text;
using System.Text.Json;
using Dari.Json;

namespace Dari.Runtime.Tests.Json;

public sealed class NameTableTests
{
    [Theory]
    [InlineData("""{"id":1,"name":2,"email":3}""", "0=1 1=2 2=3")]
    [InlineData("""{"email":3,"id":1,"name":2}""", "2=3 0=1 1=2")]
    [InlineData("""{"name":2}""", "1=2")]
    [InlineData("""{"x":9,"id":1,"y":[1,{"id":5}],"email":3,"z":{"id":7}}""", "-1:x 0=1 -1:y 2=3 -1:z")]
    [InlineData("""{"\u0069d":1,"nam\u0065":2,"em\u0061il":3,"i\u0078":4}""", "0=1 1=2 2=3 -1:ix")]
    [InlineData("""{"id":1,"id":2}""", "0=1 0=2")]
    [InlineData("""{"":4,"i":5,"ID":6}""", "-1: -1:i -1:ID")]
    [InlineData("{}", "")]
    public void Members_are_found_in_any_order(string json, string expected) =>
        Walk(new NameTable("id\nname\nemail"u8), json).ShouldBe(expected);

    [Fact]
    public void Names_that_agree_in_length_and_three_characters_are_told_apart()
    {
        string[] names = [.. Enumerable.Range(0, 26).Select(i => $"a{(char)('a' + i)}mbb"), "azmbb2"];
        var table = new NameTable(Encoding.UTF8.GetBytes(string.Join('\n', names)));

        string json = "{" + string.Join(',', names.Reverse().Select(name => $"\"{name}\":1")) + ",\"a!mbb\":1}";

        Walk(table, json).ShouldBe(
            string.Join(' ', Enumerable.Range(0, 27).Reverse().Select(i => $"{i}=1")) + " -1:a!mbb");
    }

    [Fact]
    public void Names_given_one_by_one_may_be_empty_or_have_line_feeds()
    {
        Walk(new NameTable("", "a\nb"), """{"a\nb":1,"":2,"a":3}""").ShouldBe("1=1 0=2 -1:a");
        Texts.Read("\"a\\nb\"", new KnownStrings("a\nb", "c").Read).ShouldBe("a\nb");
    }

    [Fact]
    public void A_table_without_names_knows_none() =>
        Walk(new NameTable(""u8), """{"id":1,"":2}""").ShouldBe("-1:id -1:");

    [Fact]
    public void Two_hundred_names_are_found_in_order_and_shuffled()
    {
        string[] names = [.. Enumerable.Range(0, 200).Select(i => $"member_{i}")];
        var table = new NameTable(Encoding.UTF8.GetBytes(string.Join('\n', names)));
        int[] order = [.. Enumerable.Range(0, 200)];
        new Random(7).Shuffle(order);

        foreach (int[] numbers in new[] { [.. Enumerable.Range(0, 200)], order })
        {
            string json = "{" + string.Join(',', numbers.Select(i => $"\"{names[i]}\":{i}")) + "}";
            Walk(table, json).ShouldBe(string.Join(' ', numbers.Select(i => $"{i}={i}")));
        }
    }

    [Fact]
    public void Names_may_lie_across_segments()
    {
        byte[] json = """{"id":1,"name":2,"other":{"id":3},"email":4}"""u8.ToArray();
        for (int cut = 1; cut < json.Length; cut++)
        {
            var reader = new Utf8JsonReader(Segments.Cut(json, cut));
            reader.Read();
            Walk(new NameTable("id\nname\nemail"u8), ref reader).ShouldBe("0=1 1=2 -1:other 2=4");
        }
    }

    [Theory]
    [InlineData("""{"id":1""")]
    [InlineData("""{"id" """)]
    [InlineData("""{"id":1,}""")]
    public void Broken_objects_are_refused(string json) =>
        Should.Throw<JsonException>(() => Walk(new NameTable("id"u8), json));

    [Fact]
    public void A_known_value_of_an_enum_is_always_the_same_string()
    {
        var known = new KnownStrings("pending\nready"u8);
        string first = Texts.Read("\"ready\"", known.Read);

        Texts.Read("\"ready\"", known.Read).ShouldBeSameAs(first);
        Texts.Read("\"r\\u0065ady\"", known.Read).ShouldBe("ready");
        Texts.Read("\"failed\"", known.Read).ShouldBe("failed");
        Texts.Fails("1", known.Read).Message.ShouldStartWith("expected a string, found a number.");
    }

    private static string Walk(NameTable table, string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return Walk(table, ref reader);
    }

    private static string Walk(NameTable table, ref Utf8JsonReader reader)
    {
        var seen = new List<string>();
        int hint = 0;
        while (table.Next(ref reader, ref hint, out int member))
        {
            seen.Add(member >= 0 ? $"{member}={reader.GetInt32()}" : $"-1:{reader.GetString()}");
            reader.Skip();
        }

        reader.TokenType.ShouldBe(JsonTokenType.EndObject);
        return string.Join(' ', seen);
    }
}
