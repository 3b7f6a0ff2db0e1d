using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dari.Json;

namespace Dari.Runtime.Tests.Json;

public sealed class ShapeTests
{
    private const string Whole =
        """{"id":"p1","age":3,"name":"Rex","owner":null,"friends":[{"id":"p2","age":1}],"extra":{"a":[1,2.50,null]},"more":true}""";

    [Fact]
    public void A_model_survives_with_members_it_does_not_name() =>
        Texts.Write(Texts.Read(Whole, PetJson.Read), PetJson.Write).ShouldBe(Whole);

    [Fact]
    public void Absent_null_and_a_value_stay_three_things()
    {
        Texts.Read("""{"id":"p","age":1}""", PetJson.Read).Owner.HasValue.ShouldBeFalse();
        Texts.Read("""{"id":"p","age":1,"owner":null}""", PetJson.Read).Owner.ShouldBe(new Optional<string?>(null));
        Texts.Read("""{"id":"p","age":1,"owner":"o"}""", PetJson.Read).Owner.Value.ShouldBe("o");
    }

    [Theory]
    [InlineData("""{"id":"p1"}""", "required member \"age\" is missing. Path: $ |")]
    [InlineData("""{"id":"p1","age":"3"}""", "expected a number, found a string. Path: $.age | LineNumber: 0 | BytePositionInLine: 17.")]
    [InlineData("""{"id":"p1","age":3,"friends":[{"id":"x","age":1},{"id":7}]}""", "expected a string, found a number. Path: $.friends[1].id |")]
    [InlineData("""{"id":"p1","age":3,"friends":[{"id":"x"}]}""", "required member \"age\" is missing. Path: $.friends[0] |")]
    [InlineData("""{"id":"p1","age":3,"friends":{}}""", "expected an array, found an object. Path: $.friends |")]
    [InlineData("[]", "expected an object, found an array. Path: $ |")]
    [InlineData("{\n \"id\": \"p1\",\n  \"age\": nul\n}", "Path: $.age | LineNumber: 2 |")]
    [InlineData("""{"id":"p1","age":3}{}""", "Path: $ |")]
    [InlineData("""{"id":"p1","age":3""", "Path: $.age |")]
    [InlineData("", "The input does not contain any JSON tokens")]
    public void Faults_say_where_they_are(string json, string message) =>
        Texts.Fails(json, PetJson.Read).Message.ShouldContain(message);

    [Fact]
    public void A_fault_has_its_place_in_properties_too()
    {
        JsonException fault = Texts.Fails("{\n  \"it's\": {\"a b\": [0, [true]]}\n}", (ref Utf8JsonReader reader) =>
            JsonRead.Map(ref reader, (ref Utf8JsonReader inner) => JsonRead.Map(ref inner, (ref Utf8JsonReader list) =>
                JsonRead.List(ref list, JsonRead.Int32))));

        fault.Path.ShouldBe(@"$['it\'s']['a b'][1]");
        fault.LineNumber.ShouldBe(1);
        fault.BytePositionInLine.ShouldBe(22);
        fault.Message.ShouldStartWith("expected a number, found an array");
    }

    [Fact]
    public void Of_equal_names_the_last_counts()
    {
        const string Twice = """{"id":"a","age":1,"id":"b","x":1,"x":2}""";

        Pet pet = Texts.Read(Twice, PetJson.Read);

        pet.Id.ShouldBe("b");
        pet.AdditionalProperties!["x"].GetInt32().ShouldBe(2);
        pet.AdditionalProperties.Count.ShouldBe(1);
        Texts.Read(Twice, JsonRead.Object)["x"]!.GetValue<int>().ShouldBe(2);
        Texts.Read("""{"x":1,"x":2}""", (ref Utf8JsonReader r) => JsonRead.Map(ref r, JsonRead.Int32))["x"].ShouldBe(2);
    }

    [Fact]
    public void Depth_is_bounded()
    {
        string Nested(int levels) => new string('[', levels) + new string(']', levels);

        Texts.Read(Nested(256), JsonRead.Any).ValueKind.ShouldBe(JsonValueKind.Array);
        Texts.Fails(Nested(257), JsonRead.Any);
        Texts.Fails(string.Concat(Enumerable.Repeat("{\"a\":", 100_000)), JsonRead.Object);
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over() =>
        JsonText.Parse([0xEF, 0xBB, 0xBF, .. "12"u8], JsonRead.Int32).ShouldBe(12);

    [Theory]
    [InlineData("""{"type":"cat","n":1}""", "cat")]
    [InlineData("""{"n":{"type":"dog"},"l":[{"type":"x"}],"t\u0079pe":"c\u0061t"}""", "cat")]
    [InlineData("""{"type":1}""", "1")]
    [InlineData("""{"type":true}""", "true")]
    [InlineData("""{"type":[]}""", null)]
    [InlineData("""{"n":1}""", null)]
    [InlineData("[]", null)]
    public void A_discriminator_is_found_anywhere(string json, string? expected)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();

        JsonRead.Discriminator(in reader, "type"u8).ShouldBe(expected);

        reader.TokenStartIndex.ShouldBe(0);
    }

    [Fact]
    public void What_does_not_fit_is_left_for_the_next_type()
    {
        var reader = new Utf8JsonReader("""[{"a":1},2]"""u8);
        reader.Read();
        reader.Read();

        JsonRead.TryRead(ref reader, PetJson.Read, out Pet? pet).ShouldBeFalse();
        pet.ShouldBeNull();
        JsonRead.TryRead(ref reader, JsonRead.Object, out JsonObject? map).ShouldBeTrue();

        map!["a"]!.GetValue<int>().ShouldBe(1);
        reader.TokenType.ShouldBe(JsonTokenType.EndObject);
        reader.Read();
        JsonRead.TryRead(ref reader, JsonRead.Int32, out int number).ShouldBeTrue();
        number.ShouldBe(2);
    }

    [Fact]
    public void Constants_are_checked()
    {
        Texts.Read("\"a\"", Constant).ShouldBeTrue();
        Texts.Fails("\"b\"", Constant).Message.ShouldStartWith("expected the constant \"a\", found another string");
        Texts.Fails("1", Constant).Message.ShouldStartWith("expected the constant \"a\", found a number");
        Texts.Fails("2", Number).Message.ShouldStartWith("expected the constant 1.5, found another number");
        Texts.Read("1.50", Number).ShouldBeTrue();
        Texts.Fails("false", Boolean).Message.ShouldStartWith("expected the constant true, found false");

        static bool Constant(ref Utf8JsonReader reader)
        {
            JsonRead.Constant(ref reader, "a");
            return true;
        }

        static bool Number(ref Utf8JsonReader reader)
        {
            JsonRead.ConstantNumber(ref reader, 1.5);
            return true;
        }

        static bool Boolean(ref Utf8JsonReader reader)
        {
            JsonRead.ConstantBoolean(ref reader, true);
            return true;
        }
    }

    [Fact]
    public void Objects_of_any_shape_survive()
    {
        const string Json = """{"a":[1,2.50,"x",null,true,{"b":{}}],"c":1e2,"d":"\ud800"}""";

        JsonObject map = Texts.Read(Json, JsonRead.Object);

        Texts.Write(map, JsonWrite.ObjectValue).ShouldBe(Json);
        map["e"] = "hand-made \ud800";
        map["f"] = 5;
        Texts.Write(map, JsonWrite.ObjectValue).ShouldEndWith("""
            ,"e":"hand-made \uD800","f":5}
            """.Trim());
    }

    [Fact]
    public void Values_are_made_of_dotnet_values()
    {
        AnyJson.From("x").GetString().ShouldBe("x");
        AnyJson.From(1).GetRawText().ShouldBe("1");
        AnyJson.From(1.50m).GetRawText().ShouldBe("1.50");
        AnyJson.From(0.1).GetRawText().ShouldBe("0.1");
        AnyJson.From(true).GetBoolean().ShouldBeTrue();
        AnyJson.Null.ValueKind.ShouldBe(JsonValueKind.Null);
        AnyJson.From(new JsonArray(1, "a")).GetRawText().ShouldBe("[1,\"a\"]");
        AnyJson.FromList([AnyJson.From(1), AnyJson.Null]).GetRawText().ShouldBe("[1,null]");
        AnyJson.FromMembers(new JsonMembers { { "a", AnyJson.From(1) } }).GetRawText().ShouldBe("""{"a":1}""");
        AnyJson.FromModel(
            new Pet { Id = "p", Age = 1 }, PetJson.Write).GetRawText().ShouldBe("""{"id":"p","age":1}""");
    }
}
