using Dari.Generator.Review;
using Dari.Generator.Review.Rules;

namespace Dari.Generator.Tests.Review;

/// <summary>Every seeded change is found, judged as the table says, and undone by its mirror.</summary>
public sealed class SeedTests
{
    public static TheoryData<int, string> Numbers
    {
        get
        {
            var data = new TheoryData<int, string>();
            for (int i = 0; i < Seeds.All.Length; i++)
            {
                data.Add(i, Seeds.All[i].Version + " " + Seeds.All[i].New);
            }

            return data;
        }
    }

    [Fact]
    public void The_table_covers_all_versions_and_most_rules()
    {
        var found = Seeds.All.SelectMany(seed => seed.Expected.Split(", ")).Select(text => text.Split(' ')[0]).ToHashSet();

        Seeds.All.Length.ShouldBeGreaterThanOrEqualTo(120);
        Seeds.All.Select(seed => seed.Version).Distinct().ShouldBe(["3.0", "3.1", "2.0"], ignoreOrder: true);
        found.Count.ShouldBeGreaterThanOrEqualTo(90);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_change_is_judged_as_the_table_says(int number, string name)
    {
        Seed seed = Seeds.All[number];
        SpecDiff diff = SpecDiff.Compare(Seed.Read(seed.Before), Seed.Read(seed.After));

        Seed.Text(diff).ShouldBe(seed.Expected, name);
        diff.Changes.Select(change => change.Level).DefaultIfEmpty(Level.Safe).Max().ShouldBe(seed.Level, name);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_change_is_undone_by_its_mirror(int number, string name)
    {
        SpecVersion before = Seed.Read(Seeds.All[number].Before);
        SpecVersion after = Seed.Read(Seeds.All[number].After);

        Mirror.Of(after, before).ShouldBe(Mirror.Seen(before, after), name);
        SpecDiff.Compare(after, after).IsEmpty.ShouldBeTrue(name);
    }

    [Fact]
    public void A_change_names_its_place_on_both_sides()
    {
        SpecDiff diff = SpecDiff.Compare(
            Seed.Read(ReviewDocuments.Of("3.0"), "old.yaml"),
            Seed.Read(ReviewDocuments.Of("3.0").Replace("price: { type: number }", "price: { type: string }", StringComparison.Ordinal), "new.yaml"));

        ReviewChange change = diff.Changes.ShouldHaveSingleItem();
        change.Group.ShouldBe("schema Pet");
        change.Path.ShouldBe(".price");
        change.Message.ShouldBe("property 'price' was 'number' and is 'string'");
        change.OldPointer.ShouldBe("#/components/schemas/Pet/properties/price");
        change.OldLocation!.Path.ShouldBe("old.yaml");
        change.NewLocation!.Path.ShouldBe("new.yaml");
        LineOf(ReviewDocuments.Of("3.0"), change.NewLocation.LineSpan.Start.Line).ShouldContain("price:");
        change.NewLocation.LineSpan.Start.Character.ShouldBe("        price: { ".Length);
        change.Api.ShouldHaveSingleItem().Message.ShouldBe("'Pet.Price' was 'double?' and is 'string?'");
    }

    [Fact]
    public void What_is_gone_is_shown_where_it_was_missing_from()
    {
        string before = ReviewDocuments.Of("3.1");
        SpecDiff diff = SpecDiff.Compare(
            Seed.Read(before), Seed.Read(before.Replace("        mail: { type: string, format: email }\n", "", StringComparison.Ordinal)));

        ReviewChange change = diff.Changes.ShouldHaveSingleItem();
        LineOf(before, change.OldLocation!.LineSpan.Start.Line).ShouldContain("mail:");
        LineOf(before, change.NewLocation!.LineSpan.Start.Line).ShouldContain("Pet:");
    }

    [Fact]
    public void Another_version_of_OpenAPI_says_the_same()
    {
        SpecDiff.Compare(Seed.Read(ReviewDocuments.Of("3.0")), Seed.Read(ReviewDocuments.Of("3.1"))).IsEmpty.ShouldBeTrue();
    }

    private static string LineOf(string text, int line) => text.Split('\n')[line];
}
