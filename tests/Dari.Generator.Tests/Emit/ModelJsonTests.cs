using System.Text.Json;
using Dari.Generator.Equality;
using Dari.Generator.Model;

namespace Dari.Generator.Tests.Emit;

public sealed class ModelJsonTests
{
    [Fact]
    public void Unknown_members_are_kept_where_the_document_does_not_forbid_them()
    {
        EmittedClient client = EmittedClient.Of(Make.Client(Make.Object("Pet", Make.Property("Id", "id", Make.String))));

        client.RoundTrip("Pet", """{"new":{"a":1},"id":"x","b":null}""").ShouldBe("""{"id":"x","new":{"a":1},"b":null}""");
    }

    [Fact]
    public void Unknown_members_are_dropped_where_there_can_be_none()
    {
        EmittedClient client = EmittedClient.Of(Make.Client(
            Make.Object("Pet", Make.Property("Id", "id", Make.String)) with { Additional = Make.None }));

        client.RoundTrip("Pet", """{"new":{"a":[1]},"id":"x"}""").ShouldBe("""{"id":"x"}""");
    }

    [Theory]
    [InlineData(false, """{"id":"x","a":1,"b":2}""")]
    [InlineData(true, """{"id":"x","a":1,"b":null}""")]
    public void Unknown_members_may_have_a_type(bool isNullable, string json)
    {
        var typed = new AdditionalModel(AdditionalKind.Typed, Make.Name("Counts"), Make.Int64, isNullable);
        EmittedClient client = EmittedClient.Of(Make.Client(
            Make.Object("Pet", Make.Property("Id", "id", Make.String)) with { Additional = typed }));

        client.RoundTrip("Pet", json).ShouldBe(json);
        Should.Throw<JsonException>(() => client.Read("Pet", """{"id":"x","a":"no number"}"""));
    }

    [Fact]
    public void Constants_are_written_and_checked()
    {
        EmittedClient client = EmittedClient.Of(Make.Client(Make.Object(
            "Source",
            Make.Constant("Type", "type", ScalarKind.String, "git"),
            Make.Constant("Version", "version", ScalarKind.Int64, "2"),
            Make.Constant("Ratio", "ratio", ScalarKind.Double, "1e-3"),
            Make.Constant("IsOpen", "is_open", ScalarKind.Boolean, "true"))));

        client.RoundTrip("Source", "{}").ShouldBe("""{"type":"git","version":2,"ratio":0.001,"is_open":true}""");
        foreach (string wrong in new[] { """{"type":"svn"}""", """{"version":3}""", """{"is_open":false}""", """{"type":1}""" })
        {
            Should.Throw<JsonException>(() => client.Read("Source", wrong));
        }
    }

    [Fact]
    public void Enumerations_keep_what_they_do_not_know()
    {
        EmittedClient client = EmittedClient.Of(
            Make.Client(Make.Enum("Status", "pending", "ready", "readyValue")),
            """
            public static class Test
            {
                public static string Run() => new Status("new") + "," + default(Status) + "," + (Status.Ready == new Status("ready"))
                    + "," + (Status.Ready.Value switch { Status.ReadyValueText => "a case label", _ => "" });
            }
            """);

        client.RoundTrip("Status", "\"later\"").ShouldBe("\"later\"");
        client.Call("Test", "Run").ShouldBe("new,,True,a case label");
        Should.Throw<JsonException>(() => client.Read("Status", "1"));
    }

    [Fact]
    public void Enumerations_of_numbers_are_numbers()
    {
        EmittedClient client = EmittedClient.Of(
            Make.Client(
                Make.Enum("Level") with { Kind = ScalarKind.Int64, Values = new[] { new EnumValueModel(Make.Name("Minus1"), "-1", null) } },
                Make.Enum("Rate") with { Kind = ScalarKind.Double, Values = new[] { new EnumValueModel(Make.Name("Half"), "0.5", "Half of it.") } }),
            "public static class Test { public static string Run() => Level.Minus1 + \" \" + Rate.Half; }");

        client.RoundTrip("Level", "7").ShouldBe("7");
        client.RoundTrip("Rate", "0.25").ShouldBe("0.25");
        client.Call("Test", "Run").ShouldBe("-1 0.5");
    }

    [Fact]
    public void A_union_reads_the_case_that_its_member_names_wherever_it_stands()
    {
        EmittedClient client = EmittedClient.Of(Make.Client(
            Make.Union("Source", ("git", "GitSource"), ("zip", "ZipSource")),
            Case("GitSource", "git"),
            Case("ZipSource", "zip")));

        client.Read("Source", """{"id":"x","type":"zip"}""").GetType().Name.ShouldBe("ZipSource");
        client.RoundTrip("Source", """{"type":"git","id":"x"}""").ShouldBe("""{"type":"git","id":"x"}""");
        client.RoundTrip("Source", """{"id":[1],"type":"later"}""").ShouldBe("""{"id":[1],"type":"later"}""");
        client.Read("Source", """{"type":"later"}""").GetType().Name.ShouldBe("UnknownSource");
        Should.Throw<JsonException>(() => client.Read("Source", """{"id":"x"}""")).Message.ShouldContain("type");

        static ObjectModel Case(string name, string type) =>
            Make.Object(name, Make.Constant("Type", "type", ScalarKind.String, type), Make.Property("Id", "id", Make.String)) with { Base = Make.Name("Source") };
    }

    [Fact]
    public void Members_that_all_cases_have_stand_in_the_base()
    {
        PropertyModel name = Make.Property("Name", "name", Make.String);
        PropertyModel type = Make.Property("Type", "type", Make.String);
        EmittedClient client = EmittedClient.Of(
            Make.Client(
                Make.Union("Pet", ("cat", "Cat")) with { Properties = new[] { type, name } },
                Make.Object("Cat", type with { IsInherited = true }, name with { IsInherited = true }, Make.Property("Lives", "lives", Make.Int64)) with { Base = Make.Name("Pet") }),
            """
            public static class Test
            {
                public static string Run()
                {
                    Pet pet = System.Text.Json.JsonSerializer.Deserialize<Pet>("{\"type\":\"dog\",\"name\":\"Rex\",\"legs\":4}")!;
                    return pet.Name + " " + ((UnknownPet)pet).UnknownType + " " + pet.Type;
                }
            }
            """);

        client.Call("Test", "Run").ShouldBe("Rex dog dog");
        client.RoundTrip("Pet", """{"type":"cat","name":"Tom","lives":9}""").ShouldBe("""{"type":"cat","name":"Tom","lives":9}""");
        client.RoundTrip("Pet", """{"type":"dog","name":"Rex","legs":4}""").ShouldBe("""{"type":"dog","name":"Rex","legs":4}""");
    }

    [Fact]
    public void A_case_of_two_unions_makes_them_interfaces()
    {
        EquatableArray<Identifier> both = new[] { Make.Name("Input"), Make.Name("Output") };
        PropertyModel id = Make.Property("Id", "id", Make.String);
        EmittedClient client = EmittedClient.Of(Make.Client(
            Make.Union("Input", ("text", "Text")) with { IsInterface = true },
            Make.Union("Output", ("text", "Text")) with { IsInterface = true, Properties = new[] { id } },
            Make.Object("Text", Make.Constant("Type", "type", ScalarKind.String, "text"), id) with { Interfaces = both },
            Make.Choice("Any", Make.Case("Input", Make.Class("Input"), JsonKind.Object))));

        client.RoundTrip("Input", """{"type":"text","id":"1"}""").ShouldBe("""{"type":"text","id":"1"}""");
        client.RoundTrip("Output", """{"type":"sound","id":"1"}""").ShouldBe("""{"type":"sound","id":"1"}""");
        client.RoundTrip("Any", """{"type":"text","id":"1"}""").ShouldBe("""{"type":"text","id":"1"}""");
    }

    [Fact]
    public void A_choice_reads_by_kind_then_by_members_and_keeps_the_rest()
    {
        EmittedClient client = EmittedClient.Of(
            Make.Client(
                Make.Choice(
                    "Content",
                    Make.Case("At", Make.Scalar(ScalarKind.DateTime), JsonKind.String),
                    Make.Case("Text", Make.String, JsonKind.String),
                    Make.Case("Count", Make.Int64, JsonKind.Integer),
                    Make.Case("Numbers", new ListValue(Make.Int64, false), JsonKind.Array),
                    Make.Case("Words", new ListValue(Make.String, false), JsonKind.Array),
                    Make.Case("Cat", Make.Class("Cat"), JsonKind.Object, ["lives"], ["name", "lives"]),
                    Make.Case("Dog", Make.Class("Dog"), JsonKind.Object, ["legs"], ["name", "legs"])),
                Make.Object("Cat", Make.Property("Lives", "lives", Make.Int64)),
                Make.Object("Dog", Make.Property("Legs", "legs", Make.Int64))),
            """
            public static class Test
            {
                public static string Run()
                {
                    Content text = "a";
                    Content dog = new Dog { Legs = 4 };
                    Content list = Content.FromWords(new[] { "a" });
                    return text + " " + ((Dog)dog.Value!).Legs + " " + System.Text.Json.JsonSerializer.Serialize(new[] { text, dog, list, default });
                }
            }
            """);

        foreach (string json in new[]
        {
            "\"2024-01-01T00:00:00Z\"", "\"a\"", "7", "7.5", "true", "[1,2]", "[\"a\"]", "[true]", "[]", """{"lives":9}""", """{"legs":4}""", """{"wings":2}""",
        })
        {
            client.RoundTrip("Content", json).ShouldBe(json);
        }

        Kind("\"2024-01-01T00:00:00Z\"").ShouldBe("DateTimeOffset");
        Kind("\"a\"").ShouldBe("String");
        Kind("7.5").ShouldBe("JsonElement");
        Kind("""{"legs":4,"name":"x"}""").ShouldBe("Dog");
        Kind("""{"wings":2}""").ShouldBe("JsonElement");
        client.Call("Test", "Run").ShouldBe("""a 4 ["a",{"legs":4},["a"],null]""");

        string Kind(string json)
        {
            object choice = client.Read("Content", json);
            return choice.GetType().GetProperty("Value")!.GetValue(choice)!.GetType().Name;
        }
    }

    [Fact]
    public void Two_cases_of_one_type_have_names()
    {
        EmittedClient client = EmittedClient.Of(
            Make.Client(Make.Choice(
                "Limit",
                Make.Case("Number", Make.Int64, JsonKind.Integer),
                Make.Case("Text", Make.Scalar(ScalarKind.Int64OrText), JsonKind.String))),
            "public static class Test { public static string Run() => Limit.FromNumber(1) + \" \" + Limit.FromText(2); }");

        client.Call("Test", "Run").ShouldBe("1 2");
        client.RoundTrip("Limit", "\"12\"").ShouldBe("12");
        client.RoundTrip("Limit", "\"none\"").ShouldBe("\"none\"");
    }

    [Fact]
    public void Secrets_stay_out_of_ToString()
    {
        PropertyModel secret = Make.Property("Password", "password", Make.String) with { IsSecret = true };
        EmittedClient client = EmittedClient.Of(
            Make.Client(
                Make.Object("Login", secret, Make.Property("User", "user", Make.String)),
                Make.Union("Proof", ("a", "Basic")) with { Properties = new[] { secret } },
                Make.Object("Basic", secret with { IsInherited = true }, Make.Property("Pin", "pin", Make.String) with { IsSecret = true }) with { Base = Make.Name("Proof"), Additional = Make.None }),
            """
            public static class Test
            {
                public static string Run() => new Login { Password = "hidden", User = "me" } + "\n" + new Basic { Password = "hidden", Pin = "hidden" };
            }
            """);

        client.Call("Test", "Run").ShouldBe(
            "Login { Password = (not shown), User = me }\nBasic { Password = (not shown), Pin = (not shown) }");
    }
}
