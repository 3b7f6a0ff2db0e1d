using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Tests.Specs.Syntax;

public class JsonSyntaxReaderTests
{
    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("[]", "[]")]
    [InlineData("[1, -2.5, 1e3, 0, -0, 1E-2]", "[1, -2.5, 1e3, 0, -0, 1E-2]")]
    [InlineData("[12345678901234567890.123456789]", "[12345678901234567890.123456789]")]
    [InlineData("[true, false, null]", "[true, false, null]")]
    [InlineData("""{"a": {"b": ["c"]}}""", "{a: {b: ['c']}}")]
    [InlineData(" \t\r\n{ \"a\" : 1 } \r\n", "{a: 1}")]
    [InlineData("\uFEFF{\"a\":1}", "{a: 1}")]
    public void Values_are_read(string json, string expected)
    {
        Reading<SpecNode> reading = Reading.Json(json);

        reading.Problems.ShouldBeEmpty();
        TreeText.Of(reading.Value).ShouldBe(expected);
    }

    [Theory]
    [InlineData("""["\"\\\/\b\f\n\r\t"]""", "\"\\/\b\f\n\r\t")]
    [InlineData("""["\u0041\u00e9\u20AC"]""", "Aé€")]
    [InlineData("""["\ud83d\ude00"]""", "😀")]
    [InlineData("""["😀"]""", "😀")]
    [InlineData("""["a long string with one escape at the very end\n"]""", "a long string with one escape at the very end\n")]
    [InlineData("""["a long string without any escape at all"]""", "a long string without any escape at all")]
    [InlineData("""[""]""", "")]
    public void Strings_are_unescaped(string json, string expected)
    {
        Reading<SpecNode> reading = Reading.Json(json);

        reading.Problems.ShouldBeEmpty();
        reading.Value.Items.Single().Text.ShouldBe(expected);
    }

    [Fact]
    public void Strings_around_the_pooled_length_are_whole()
    {
        for (int length = 0; length < 60; length++)
        {
            string value = new('x', length);
            Reading.Json($$"""{"{{value}}": "{{value}}"}""").Value.Members.Single().ShouldSatisfyAllConditions(
                member => member.Name.ShouldBe(value),
                member => member.Value.Text.ShouldBe(value));
        }
    }

    [Fact]
    public void Names_that_are_said_often_are_one_string()
    {
        SpecNode root = Reading.Json("""[{"description": 1}, {"description": 2}]""").Value;

        root.Items[0].Members[0].Name.ShouldBeSameAs(root.Items[1].Members[0].Name);
    }

    [Fact]
    public void Nodes_know_where_they_stand()
    {
        const string Json = """{ "a": [1, "b\n", { }], "é😀": true }""";
        SpecNode root = Reading.Json(Json).Value;

        root.Slice(Json).ShouldBe(Json);
        SpecMember first = root.Members[0];
        Json[first.NameStart..first.NameEnd].ShouldBe("\"a\"");
        first.Value.Slice(Json).ShouldBe("""[1, "b\n", { }]""");
        first.Value.Items.Select(item => item.Slice(Json)).ShouldBe(["1", "\"b\\n\"", "{ }"]);
        SpecMember second = root.Members[1];
        Json[second.NameStart..second.NameEnd].ShouldBe("\"é😀\"");
        second.Value.Slice(Json).ShouldBe("true");
    }

    [Theory]
    [InlineData("{", "DARI001 1:2 Expected a name in double quotes or '}', but found the end of the text")]
    [InlineData("[1", "DARI001 1:3 Expected ',' or ']' after an item, but found the end of the text")]
    [InlineData("[1 2]", "DARI001 1:4 Expected ',' or ']' after an item, but found '2'")]
    [InlineData("{\n  \"a\" 1}", "DARI001 2:7 Expected ':' after the name, but found '1'")]
    [InlineData("{\"a\": }", "DARI001 1:7 Expected a value, but found '}'")]
    [InlineData("{a: 1}", "DARI001 1:2 Expected a name in double quotes or '}', but found 'a'")]
    [InlineData("[True]", "DARI001 1:2 Expected a value, but found 'True'; a string needs '\"' around it")]
    [InlineData("[\"a]", "DARI001 1:2 This string has no closing '\"'")]
    [InlineData("{\"a\": 1 \"b\": 2}", "DARI001 1:9 Expected ',' or '}' after a member, but found '\"'")]
    [InlineData("[\u0001]", "DARI001 1:2 Expected a value, but found the character U+0001")]
    public void What_makes_no_sense_ends_the_reading(string json, string problem)
    {
        Reading<SpecNode> reading = Reading.Json(json);

        reading.Result.ShouldBeNull();
        reading.Problems.ShouldBe([problem]);
    }

    [Theory]
    [InlineData("[1,]", "[1]", "DARI001 1:3 JSON allows no ',' before ']'")]
    [InlineData("{\"a\": 1,\n}", "{a: 1}", "DARI001 1:8 JSON allows no ',' before '}'")]
    [InlineData("[1, // one\n2]", "[1, 2]", "DARI001 1:5 JSON has no comments")]
    [InlineData("[/* none */]", "[]", "DARI001 1:2 JSON has no comments")]
    [InlineData("[1] 2", "[1]", "DARI001 1:5 Expected the end of the text, but found '2'")]
    [InlineData("[+1]", "[1]", "DARI001 1:2 '+1' is not a JSON number")]
    [InlineData("[.5]", "[0.5]", "DARI001 1:2 '.5' is not a JSON number")]
    [InlineData("[007]", "['007']", "DARI001 1:2 '007' is not a JSON number")]
    [InlineData("[1.2.3]", "['1.2.3']", "DARI001 1:2 '1.2.3' is not a JSON number")]
    [InlineData("[-]", "['-']", "DARI001 1:2 '-' is not a JSON number")]
    [InlineData("[\"a\\x\"]", "['ax']", "DARI001 1:4 '\\x' is not a JSON escape")]
    [InlineData("[\"\\u12\"]", "['u12']", "DARI001 1:3 '\\u' is not a JSON escape")]
    [InlineData("[\"\\ud800!\"]", "['\uFFFD!']", "DARI001 1:3 '\\ud800' is half of a surrogate pair")]
    [InlineData("[\"a\tb\"]", "['a\tb']", "DARI001 1:4 A JSON string cannot hold a tab; write '\\t', or close the string")]
    [InlineData("{\"a\": 1, \"a\": 2}", "{a: 1}", "DARI005 1:10 'a' stands more than once in this object; the first one is used")]
    public void What_is_wrong_but_clear_is_reported_and_read(string json, string expected, string problem)
    {
        Reading<SpecNode> reading = Reading.Json(json);

        TreeText.Of(reading.Value).ShouldBe(expected);
        reading.Problems.ShouldBe([problem]);
    }

    [Fact]
    public void A_name_that_stands_twice_among_many_is_found()
    {
        IEnumerable<string> members = Enumerable.Range(0, 50).Append(17).Select(i => $"\"m{i}\": {i}");

        Reading<SpecNode> reading = Reading.Json("{" + string.Join(",", members) + "}");

        reading.Value.Members.Length.ShouldBe(50);
        reading.Ids.ShouldBe(["DARI005"]);
    }

    [Fact]
    public void Nesting_is_bounded()
    {
        Reading.Json(new string('[', 256) + new string(']', 256)).Problems.ShouldBeEmpty();

        Reading<SpecNode> tooDeep = Reading.Json(new string('[', 100_000));
        tooDeep.Result.ShouldBeNull();
        tooDeep.Problems.ShouldBe(["DARI006 1:257 The document nests deeper than 256 levels here"]);
    }

    [Fact]
    public void A_hopeless_text_is_given_up()
    {
        Reading<SpecNode> reading = Reading.Json("[" + string.Join(",", Enumerable.Repeat("1.2.3", 1000)) + "]");

        reading.Result.ShouldBeNull();
        reading.Problems.Count.ShouldBe(20);
    }
}
