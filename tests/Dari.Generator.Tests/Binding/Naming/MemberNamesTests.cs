using Dari.Generator.Binding.Naming;
using Dari.Generator.Model;

namespace Dari.Generator.Tests.Binding.Naming;

public sealed class MemberNamesTests
{
    [Theory]
    [InlineData("ready", "Ready")]
    [InlineData("waiting_for_tool", "WaitingForTool")]
    [InlineData("10", "_10")]
    [InlineData("-1", "Minus1")]
    [InlineData("+1", "Plus1")]
    [InlineData("-createdAt", "MinusCreatedAt")]
    [InlineData(">=", "GreaterEqual")]
    [InlineData("", "Empty")]
    [InlineData("  ", "Blank")]
    [InlineData("*", "Star")]
    [InlineData("aws/kinesis", "AwsKinesis")]
    [InlineData("s3:ObjectCreated:*", "S3ObjectCreated")]
    [InlineData("class", "Class")]
    [InlineData("\u202E\u0000", "U202EU0000")]
    public void Values_of_enumerations_have_names(string wire, string expected) =>
        Assert.Equal(expected, EnumValues("State", wire)[0]);

    [Fact]
    public void Values_that_would_clash_are_spelled_out() =>
        Assert.Equal(["E", "EPlus", "EMinus"], EnumValues("Side", "e", "e+", "e-"));

    [Fact]
    public void Values_and_their_constants_are_free() =>
        Assert.Equal(["Foo", "FooValueSnakeCase"], EnumValues("Side", "foo", "foo_value"));

    [Theory]
    [InlineData("Value", "ValueItem")]
    [InlineData("value", "ValueItem")]
    [InlineData("equals", "EqualsItem")]
    [InlineData("state", "StateItem")]
    public void Values_avoid_what_the_type_has_already(string wire, string expected) =>
        Assert.Equal(expected, EnumValues("State", wire)[0]);

    [Theory]
    [InlineData("name", "Name")]
    [InlineData("pet", "PetValue")]
    [InlineData("toString", "ToStringValue")]
    [InlineData("clone", "CloneValue")]
    [InlineData("$ref", "Ref")]
    [InlineData("@type", "Type")]
    [InlineData("1st", "_1st")]
    [InlineData("_links", "Links")]
    public void Properties_avoid_their_type_and_what_records_have(string wire, string expected) =>
        Assert.Equal(expected, Properties(wire)[0]);

    /// <summary>The nearest to its C# form keeps the name; the others say how they are written, or their symbols.</summary>
    [Theory]
    [InlineData("name NAME", "Name NameUpperCase")]
    [InlineData("NAME name", "NameUpperCase Name")]
    [InlineData("MaxResults maxResults", "MaxResults MaxResultsCamelCase")]
    [InlineData("x-axis xAxis x_axis", "XAxisKebabCase XAxis XAxisSnakeCase")]
    [InlineData("id _id", "Id UnderscoreId")]
    [InlineData("+1 -1", "Plus1 Minus1")]
    [InlineData("@pet_id petId", "AtPetId PetId")]
    public void Names_that_become_the_same_are_told_apart(string wires, string expected) =>
        Assert.Equal(expected, string.Join(" ", Properties(wires.Split(' '))));

    [Fact]
    public void Names_beyond_what_a_compiler_takes_are_cut_and_stay_two() =>
        Assert.Equal(2, Properties(new string('a', 5000) + "b", new string('a', 5000) + "c").Where(name => name.Length <= 200).Distinct().Count());

    private static string[] EnumValues(string type, params string[] wires) =>
        [.. MemberNames.EnumValues(MemberNames.ScopeOfEnum(Identifier.From(type)), wires.Select(wire => new WireName(wire))).Select(name => name.Text)];

    private static string[] Properties(params string[] wires) =>
        [.. MemberNames.Properties(MemberNames.ScopeOf(Identifier.From("Pet")), wires.Select(wire => new WireName(wire))).Select(name => name.Text)];
}
