using Dari.Features.Constraints;
using Dari.Validation;

namespace Dari.Features;

/// <summary>Rules of the document, checked when asked and never otherwise.</summary>
public sealed class ValidationTests
{
    [Fact]
    public void What_keeps_all_rules_has_no_violation() =>
        new Limits
        {
            Code = "abc",
            Count = 4,
            Share = 0.5,
            Tags = ["a", "b"],
            Names = new Dictionary<string, string> { ["a"] = "b" },
            Inner = new() { Age = 0 },
            Both = "aab",
            Shape = new Circle { Radius = 0.1 },
            Perhaps = (long?)null,
        }.Validate().ShouldBeEmpty();

    [Fact]
    public void Each_violation_is_told_with_its_place()
    {
        var limits = new Limits
        {
            Code = "A",
            Count = 11,
            Share = 1,
            Tags = ["a", "", "a", "b"],
            Names = new Dictionary<string, string>(),
            Inner = new() { Age = -1 },
            Inners = [new() { Age = 1 }, new() { Age = -2 }],
            Both = "x",
            Perhaps = 4,
        };

        limits.Validate().Select(violation => violation.Place + " " + violation.Rule).ShouldBe(
        [
            "/code minLength", "/code pattern", "/count maximum", "/count multipleOf", "/share exclusiveMaximum", "/tags maxItems",
            "/tags/1 minLength", "/tags/2 uniqueItems", "/names minProperties", "/inner/age minimum", "/inners/1/age minimum",
            "/both minLength", "/both pattern", "/both pattern", "/perhaps minimum",
        ]);
        limits.Validate()[0].Message.ShouldBe("At least 2 characters are needed.");
    }

    [Fact]
    public void A_case_has_its_own_rules()
    {
        var square = new Square { Side = 3, Parts = [new Square { Side = 1 }, new Square { Side = 4 }] };

        square.Validate().Select(violation => violation.Place).ShouldBe(["/side", "/parts/1/side"]);
        new Limits { Code = "abc", Shape = square }.Validate().Select(violation => violation.Place).ShouldBe(["/shape/side", "/shape/parts/1/side"]);
        new Limits { Code = "abc", Either = new Inner { Age = -1 } }.Validate().ShouldHaveSingleItem().Place.ShouldBe("/either/age");
    }

    [Fact]
    public void Of_a_value_of_one_of_several_kinds_the_rules_of_its_kind_count()
    {
        static IEnumerable<string> Broken(LimitsMixed mixed) =>
            new Limits { Code = "abc", Mixed = mixed }.Validate().Select(violation => violation.Place + " " + violation.Rule);

        Broken("xyz").ShouldBeEmpty();
        Broken("abcd").ShouldBe(["/mixed maxLength", "/mixed pattern"]);
        Broken(5).ShouldBeEmpty();
        Broken(4).ShouldBe(["/mixed minimum"]);
        Broken(LimitsMixed.FromList(["ab", "c", "de"])).ShouldBe(["/mixed maxItems", "/mixed/1 minLength"]);
        new Limits { Code = "abc", Several = 6 }.Validate().ShouldHaveSingleItem().Rule.ShouldBe("minimum");
        new Limits { Code = "abc", Several = "abc" }.Validate().ShouldHaveSingleItem().Rule.ShouldBe("maxLength");
    }

    [Fact]
    public void A_member_can_need_another()
    {
        Violation violation = new Limits { Code = "abc", Card = new() { Number = "1" } }.Validate().ShouldHaveSingleItem();

        (violation.Place, violation.Rule, violation.Message).ShouldBe(("/card", "dependentRequired", "Where 'number' is, 'holder' is needed."));
        new Limits { Code = "abc", Card = new() { Holder = "h" } }.Validate().ShouldBeEmpty();
    }

    [Fact]
    public void A_pattern_does_not_hold_the_program_up()
    {
        Violation violation = new Limits { Code = "abc", Slow = new string('a', 40) + "!" }.Validate().ShouldHaveSingleItem();

        violation.Place.ShouldBe("/slow");
        violation.Message.ShouldEndWith("was not found out within a second.");
    }

    [Fact]
    public void A_character_is_a_code_point() =>
        new Limits { Code = "abc", Both = "a🙂b" }.Validate().ShouldBeEmpty();

    [Fact]
    public async Task Nothing_is_checked_when_a_value_is_sent()
    {
        await using Exchange exchange = Exchange.With(204);
        using var client = new ConstraintsClient(exchange.Options);

        await client.Limits.SetAsync(new() { Code = "A" });

        exchange.Request.Text.ShouldBe("""{"code":"A"}""");
    }
}
