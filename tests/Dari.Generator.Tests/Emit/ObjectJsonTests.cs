using System.Text.Json;
using Dari.Generator.Model;

namespace Dari.Generator.Tests.Emit;

public sealed class ObjectJsonTests
{
    /// <summary>A value of each kind, as it is written.</summary>
    private static IReadOnlyList<(string Name, ValueModel Value, string Json)> Kinds { get; } =
    [
        ("String", Make.String, "\"a\""),
        ("Boolean", Make.Scalar(ScalarKind.Boolean), "true"),
        ("Int32", Make.Scalar(ScalarKind.Int32), "-1"),
        ("Int64", Make.Int64, "9007199254740993"),
        ("UInt32", Make.Scalar(ScalarKind.UInt32), "4294967295"),
        ("UInt64", Make.Scalar(ScalarKind.UInt64), "18446744073709551615"),
        ("Single", Make.Scalar(ScalarKind.Single), "1.5"),
        ("Double", Make.Scalar(ScalarKind.Double), "0.1"),
        ("Decimal", Make.Scalar(ScalarKind.Decimal), "0.10"),
        ("Int64OrText", Make.Scalar(ScalarKind.Int64OrText), "12"),
        ("DoubleOrText", Make.Scalar(ScalarKind.DoubleOrText), "1.25"),
        ("DateTime", Make.Scalar(ScalarKind.DateTime), "\"2024-02-29T12:30:00.5+02:00\""),
        ("Date", Make.Scalar(ScalarKind.Date), "\"2024-02-29\""),
        ("Time", Make.Scalar(ScalarKind.Time), "\"12:30:00\""),
        ("Duration", Make.Scalar(ScalarKind.Duration), "\"PT1H30M\""),
        ("Guid", Make.Scalar(ScalarKind.Guid), "\"6f9619ff-8b86-d011-b42d-00cf4fc964ff\""),
        ("Uri", Make.Scalar(ScalarKind.Uri), "\"https://acme.example/a?b=c\""),
        ("Bytes", Make.Scalar(ScalarKind.Bytes), "\"AQID\""),
        ("Any", Make.Scalar(ScalarKind.Any), "{\"a\":[1,null]}"),
        ("Object", Make.Scalar(ScalarKind.Object), "{\"a\":1}"),
        ("Named", Make.Class("Inner"), "{\"id\":1}"),
        ("NamedStruct", Make.Struct("Status"), "\"ready\""),
        ("List", new ListValue(Make.String, false), "[\"a\",\"b\"]"),
        ("ListOfNullable", new ListValue(Make.String, true), "[\"a\",null]"),
        ("ListOfNullableStruct", new ListValue(Make.Int64, true), "[1,null]"),
        ("ListOfNamed", new ListValue(Make.Class("Inner"), false), "[{\"id\":1}]"),
        ("ListOfNullableEnum", new ListValue(Make.Struct("Status"), true), "[\"other\",null]"),
        ("ListOfLists", new ListValue(new ListValue(Make.Int64, false), false), "[[1],[2,3]]"),
        ("ListOfNullableLists", new ListValue(new ListValue(Make.Int64, true), true), "[[1,null],null]"),
        ("Map", new MapValue(Make.String, false), "{\"a\":\"b\"}"),
        ("MapOfNullable", new MapValue(Make.Int64, true), "{\"a\":1,\"b\":null}"),
        ("MapOfListsOfMaps", new MapValue(new ListValue(new MapValue(Make.Class("Inner"), false), false), false), "{\"a\":[{\"b\":{\"id\":2}}]}"),
    ];

    private static readonly Presence[] Presences =
        [Presence.Required, Presence.RequiredNullable, Presence.Optional, Presence.OptionalNullable];

    private static readonly Lazy<EmittedClient> Client = new(() => EmittedClient.Of(Make.Client(
    [
        .. Presences.Select(presence => Make.Object(
            presence.ToString(),
            [.. Kinds.Select(kind => Make.Property(kind.Name, "w" + kind.Name, kind.Value, presence))])),
        Make.Object("Inner", Make.Property("Id", "id", Make.Int64)),
        Make.Enum("Status", "pending", "ready"),
    ])));

    private static string Full => "{" + string.Join(",", Kinds.Select(kind => $"\"w{kind.Name}\":{kind.Json}")) + "}";

    private static string Nulls => "{" + string.Join(",", Kinds.Select(kind => $"\"w{kind.Name}\":null")) + "}";

    [Theory]
    [InlineData("Required")]
    [InlineData("RequiredNullable")]
    [InlineData("Optional")]
    [InlineData("OptionalNullable")]
    public void Every_kind_of_value_survives_a_round_trip(string presence) =>
        Client.Value.RoundTrip(presence, Full).ShouldBe(Full);

    [Fact]
    public void Null_is_written_where_it_must_be() => Client.Value.RoundTrip("RequiredNullable", Nulls).ShouldBe(Nulls);

    [Fact]
    public void Null_and_absent_stay_two_things_where_they_differ()
    {
        Client.Value.RoundTrip("OptionalNullable", Nulls).ShouldBe(Nulls);
        Client.Value.RoundTrip("OptionalNullable", "{}").ShouldBe("{}");
    }

    [Fact]
    public void Null_is_left_out_where_it_means_absent()
    {
        Client.Value.RoundTrip("Optional", "{}").ShouldBe("{}");

        // Any value may be null, that too.
        Client.Value.RoundTrip("Optional", Nulls).ShouldBe("{\"wAny\":null}");
    }

    [Fact]
    public void A_missing_member_is_named()
    {
        string json = Full.Replace("\"wGuid\"", "\"other\"");

        Should.Throw<JsonException>(() => Client.Value.Read("Required", json)).Message.ShouldContain("wGuid");
    }

    [Fact]
    public void Null_is_no_value_of_a_required_member()
    {
        string json = Full.Replace("\"wString\":\"a\"", "\"wString\":null");

        Should.Throw<JsonException>(() => Client.Value.Read("Required", json));
    }

    [Fact]
    public void A_number_is_also_read_from_its_text()
    {
        string json = Full.Replace("\"wInt64OrText\":12", "\"wInt64OrText\":\"12\"").Replace("\"wDoubleOrText\":1.25", "\"wDoubleOrText\":\"1.25\"");

        Client.Value.RoundTrip("Required", json).ShouldBe(Full);
    }
}
