using System.Text.Json;
using Dari.Features.AllOf;
using Dari.Features.EmptySchemas;
using Dari.Features.Enums;
using Dari.Features.Formats;
using Dari.Features.Maps;
using Dari.Features.MemberNames;
using Dari.Features.Numbers;
using Dari.Features.Presence;
using Dari.Features.Recursion;
using Dari.Features.Unions;

namespace Dari.Features;

/// <summary>Values out to a service and back: nothing is lost.</summary>
public sealed class ValueTests
{
    [Fact]
    public async Task Absent_null_and_a_value_are_three_things()
    {
        await using Exchange exchange = Exchange.Echo();
        using var client = new PresenceClient(exchange.Options);

        Person left = await client.People.ChangeAsync(new() { Id = 1, Manager = null });
        Person nulls = await client.People.ChangeAsync(new() { Id = 1, Manager = null, Phone = (string?)null, Team = (Team?)null });
        Person values = await client.People.ChangeAsync(new() { Id = 1, Manager = "m", Nick = "n", Phone = "p", Team = new Team { Name = "t" } });

        exchange.Requests.Select(request => request.Text).ShouldBe(
        [
            """{"id":1,"manager":null}""",
            """{"id":1,"manager":null,"phone":null,"team":null}""",
            """{"id":1,"manager":"m","nick":"n","phone":"p","team":{"name":"t"}}""",
        ]);
        left.Phone.ShouldNotBe(nulls.Phone);
        values.Team.ShouldBe(new Team { Name = "t" });
    }

    [Theory]
    [InlineData("""{"kind":"created","name":"a"}""", nameof(Created))]
    [InlineData("""{"kind":"removed"}""", nameof(Removed))]
    [InlineData("""{"kind":"moved","to":{"x":1}}""", nameof(UnknownEvent))]
    public void Cases_of_a_union_are_read_and_written_back(string json, string expected)
    {
        Event read = JsonSerializer.Deserialize<Event>(json)!;

        read.GetType().Name.ShouldBe(expected);
        JsonSerializer.Serialize(read).ShouldBe(json);
    }

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("42")]
    [InlineData("""["a","b"]""")]
    [InlineData("""{"accepted":true}""")]
    [InlineData("""{"error":"no","more":[1]}""")]
    [InlineData("true")]
    [InlineData("""{"other":1}""")]
    public async Task Values_without_a_discriminator_are_told_apart_by_what_they_are(string json)
    {
        await using Exchange exchange = Exchange.Json(json);
        using var client = new UnionsClient(exchange.Options);

        Outcome outcome = await client.Events.SendAsync(new Created { Name = "a" });

        JsonSerializer.Serialize(outcome).ShouldBe(json);
        exchange.Request.Text.ShouldBe("""{"kind":"created","name":"a"}""");
    }

    [Fact]
    public async Task A_flat_record_has_the_members_of_all_its_parts()
    {
        await using Exchange exchange = Exchange.Json("""{"id":"1","color":"brown","bark":"wuff","owner":{"name":"o"}}""");
        using var client = new AllOfClient(exchange.Options);

        Dog dog = await client.Pets.GetAsync("1");

        (dog.Id, dog.Color, dog.Bark, dog.Owner!.Name).ShouldBe(("1", AnimalColor.Brown, "wuff", "o"));
    }

    [Fact]
    public async Task Maps_and_members_that_nobody_declared_come_back()
    {
        const string Json = """{"limits":{"a":1},"nested":{"x":{"y":["z"]}},"free":{"any":[1,{"b":null}]},"strict":{"on":true},"counted":{"total":2,"more":3},"unknown":"kept"}""";
        await using Exchange exchange = Exchange.Echo();
        using var client = new MapsClient(exchange.Options);

        Settings settings = await client.Settings.SaveAsync(JsonSerializer.Deserialize<Settings>(Json)!);

        settings.Limits!["a"].ShouldBe(1);
        settings.Counted!.AdditionalProperties!["more"].ShouldBe(3);
        JsonSerializer.Serialize(settings).ShouldBe(Json);
        exchange.Request.Text.ShouldBe(Json);
    }

    [Fact]
    public void Values_of_enumerations_survive_when_they_are_not_known()
    {
        const string Json = """{"type":"thing","level":9,"state":"broken","mixed":1,"compare":"\u003C=","colliding":"e\u002B","numbered":"1.5"}""";

        Thing thing = JsonSerializer.Deserialize<Thing>(Json)!;

        (thing.Type, thing.Level.Value, thing.State!.Value.Value).ShouldBe(("thing", 9, "broken"));
        (thing.Compare, thing.Colliding, thing.Numbered).ShouldBe((Comparison.LessEqual, Colliding.EPlus, Numbered._1_5));
        JsonDocument.Parse(JsonSerializer.Serialize(thing)).RootElement.GetRawText().ShouldBe(JsonDocument.Parse(Json).RootElement.GetRawText(), StringCompareShould.IgnoreCase);
    }

    [Fact]
    public async Task Members_keep_their_names_on_the_wire()
    {
        await using Exchange exchange = Exchange.Echo();
        using var client = new MemberNamesClient(exchange.Options);

        MemberNames.Record record = await client.Records.SendAsync(new()
        {
            RecordValue = "r",
            Class = "c",
            ToStringValue = "t",
            EqualsValue = true,
            MaxResultsCamelCase = 1,
            MaxResults = 2,
            UnderscoreId = "u",
            Id = "i",
            Plus1 = 1,
            Minus1 = -1,
            Type = "ty",
            XAxis = 0.5,
            _2fa = true,
        });

        exchange.Request.Text.ShouldBe(
            """{"record":"r","class":"c","toString":"t","equals":true,"maxResults":1,"MaxResults":2,"_id":"u","id":"i","+1":1,"-1":-1,"$type":"ty","x-axis":0.5,"2fa":true}""");
        record.MaxResultsCamelCase.ShouldBe(1);
    }

    [Fact]
    public async Task Names_of_the_framework_are_names_like_others()
    {
        await using Exchange exchange = Exchange.Json("""{"uri":"https://a.example/","exception":{"message":"m"},"list":{"string":{"length":1},"guid":"6f9619ff-8b86-d011-b42d-00cf4fc964ff"}}""");
        using var client = new FrameworkNames.FrameworkNamesClient(exchange.Options);

        FrameworkNames.Task task = await client.Task.GetAsync("1");

        (task.Uri.Host, task.Exception!.Message, task.List!.String!.Length).ShouldBe(("a.example", "m", 1));
    }

    [Fact]
    public async Task Numbers_keep_all_their_digits()
    {
        const string Json = """{"plain":9007199254740993,"small":1,"unsigned":18446744073709551615,"price":79228162514264337593543950335,"ratio":0.1,"single":1.5,"loose":12,"anything":123456789012345678901234567890.5}""";
        await using Exchange exchange = Exchange.Echo();
        using var client = new NumbersClient(exchange.Options);

        Numbers.Numbers numbers = await client.Numbers.EchoAsync(JsonSerializer.Deserialize<Numbers.Numbers>(Json)!);

        (numbers.Plain, numbers.Unsigned, numbers.Price).ShouldBe((9007199254740993, ulong.MaxValue, decimal.MaxValue));
        exchange.Request.Text.ShouldBe(Json);
    }

    [Fact]
    public async Task Formats_are_types()
    {
        const string Json = """{"at":"2024-02-29T12:00:00+01:00","day":"2024-02-29","hour":"12:30:00","span":"PT1H30M","id":"6f9619ff-8b86-d011-b42d-00cf4fc964ff","link":"https://a.example/","bytes":"AQI=","secret":"s3","mail":"a@b.example"}""";
        await using Exchange exchange = Exchange.Echo();
        using var client = new FormatsClient(exchange.Options);

        Formats.Formats formats = await client.Formats.EchoAsync(JsonSerializer.Deserialize<Formats.Formats>(Json)!);

        (formats.At!.Value.Offset, formats.Day, formats.Bytes!.Value.Length).ShouldBe((TimeSpan.FromHours(1), new DateOnly(2024, 2, 29), 2));
        exchange.Request.Text.Replace("\\u002B", "+", StringComparison.Ordinal).ShouldBe(Json);
        formats.ToString().ShouldNotContain("s3");
    }

    [Fact]
    public async Task What_contains_itself_is_read_to_its_end()
    {
        await using Exchange exchange = Exchange.Json("""{"name":"a","children":[{"name":"b","content":["x",[{"name":"c"}]]}]}""");
        using var client = new RecursionClient(exchange.Options);

        Node node = await client.Tree.GetAsync();

        node.Children!.ShouldHaveSingleItem().Name.ShouldBe("b");
        JsonSerializer.Serialize(node).ShouldBe("""{"name":"a","children":[{"name":"b","content":["x",[{"name":"c"}]]}]}""");
    }

    [Fact]
    public async Task What_a_document_says_nothing_of_is_any_json()
    {
        await using Exchange exchange = Exchange.Echo();
        using var client = new EmptySchemasClient(exchange.Options);

        JsonElement answer = await client.Any.EchoAsync(JsonDocument.Parse("""[1,"a",null]""").RootElement);

        answer.GetRawText().ShouldBe("""[1,"a",null]""");
    }
}
