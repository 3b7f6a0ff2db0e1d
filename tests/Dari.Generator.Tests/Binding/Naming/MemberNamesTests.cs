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
        Assert.Equal(expected, MemberNames.EnumValue(MemberNames.ScopeOfEnum(Identifier.From("State")), wire).Text);

    [Fact]
    public void Values_that_would_clash_are_spelled_out()
    {
        NameScope scope = MemberNames.ScopeOfEnum(Identifier.From("Side"));

        Assert.Equal(
            ["E", "EPlus", "EMinus"],
            new[] { "e", "e+", "e-" }.Select(wire => MemberNames.EnumValue(scope, wire).Text));
    }

    [Theory]
    [InlineData("Value", "ValueItem")]
    [InlineData("value", "ValueItem")]
    [InlineData("equals", "EqualsItem")]
    [InlineData("state", "StateItem")]
    public void Values_avoid_what_the_type_has_already(string wire, string expected) =>
        Assert.Equal(expected, MemberNames.EnumValue(MemberNames.ScopeOfEnum(Identifier.From("State")), wire).Text);

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
        Assert.Equal(expected, MemberNames.Property(MemberNames.ScopeOf(Identifier.From("Pet")), wire).Text);

    [Theory]
    [InlineData("class", "@class")]
    [InlineData("petId", "petId")]
    [InlineData("options", "optionsValue")]
    [InlineData("X-Trace", "xTrace")]
    public void Parameters_are_camel_case_and_escape_keywords(string wire, string expected) =>
        Assert.Equal(expected, MemberNames.Parameter(new NameScope("options", "cancellationToken"), wire).Text);

    [Fact]
    public void Names_that_differ_in_case_only_clash()
    {
        NameScope scope = MemberNames.ScopeOf(Identifier.From("Pet"));

        Assert.Equal(["Name", "NameValue"], new[] { "name", "NAME" }.Select(wire => MemberNames.Property(scope, wire).Text));
    }
}
