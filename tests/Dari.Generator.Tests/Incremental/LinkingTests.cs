using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace Dari.Generator.Tests.Incremental;

/// <summary>A client is made again when a text changed that it is made from, and only then.</summary>
public sealed class LinkingTests
{
    private static readonly Item Shop = new(
        "/acme/shop.yaml",
        Documents.Shop[..Documents.Shop.IndexOf("    Customer:", StringComparison.Ordinal)]
            .Replace("#/components/schemas/Customer", "./parts/people.yaml#/Customer", StringComparison.Ordinal));

    private static readonly Item Other = new("/acme/other.yaml", Documents.Shop);

    private static readonly Item People = new(
        "/acme/parts/people.yaml",
        "Customer: { type: object, required: [name], properties: { name: { type: string }, home: { $ref: 'places.yaml#/Place' } } }")
    {
        Kind = "OpenApiFragment",
    };

    private static readonly Item Places = new("/acme/parts/places.yaml", "Place: { type: object, properties: { city: { type: string } } }")
    {
        // Just an AdditionalFiles item of the project.
        IsSpec = false,
    };

    private static readonly Item Unrelated = new("/acme/parts/colours.yaml", "Colour: { type: string }") { Kind = "OpenApiFragment" };

    private static readonly Item Overlay = new(
        "/acme/fix.yaml", "overlay: 1.0.0\nactions: [{ target: $.components.schemas.Order.properties, update: { note: { type: string } } }]")
    {
        Kind = "OpenApiOverlay",
        For = "shop.yaml",
    };

    [Fact]
    public void Types_of_other_files_are_generated_under_their_own_names()
    {
        Pipeline run = Pipeline.Start(Shop, People, Places);

        run.Result.Diagnostics.ShouldBeEmpty();
        run.Files.Keys.ShouldContain("Acme.Shop/Models/Customer.g.cs");
        run.Files.Keys.ShouldContain("Acme.Shop/Models/Place.g.cs");
        run.Files["Acme.Shop/Models/Order.g.cs"].ShouldContain("Customer? Customer");
    }

    [Fact]
    public void A_fragment_is_no_client()
    {
        Pipeline.Start(People).Files.ShouldBeEmpty();
        Pipeline.Start(People).Result.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void Saving_what_is_referred_to_runs_those_who_refer_to_it()
    {
        Pipeline run = Pipeline.Start(Shop, Other, People, Places, Unrelated)
            .Save(Places.Path, Places.Text!.Replace("city", "town", StringComparison.Ordinal));

        run.Reasons(PipelineSteps.Names).ShouldBe([Cached]);
        run.Reasons(PipelineSteps.Admitted).ShouldBe([Modified, Unchanged]);
        run.Reasons(PipelineSteps.Clients).ShouldBe([Modified, Cached]);
        run.Files["Acme.Shop/Models/Place.g.cs"].ShouldContain("Town");
    }

    [Fact]
    public void Saving_what_nobody_refers_to_runs_nothing()
    {
        Pipeline run = Pipeline.Start(Shop, Other, People, Places, Unrelated).Save(Unrelated.Path, "Colour: { type: integer }");

        run.Reasons(PipelineSteps.Mentions).ShouldBe([Cached, Cached, Cached, Cached, Modified]);
        run.Reasons(PipelineSteps.Admitted).ShouldBe([Unchanged, Unchanged]);
        run.Reasons(PipelineSteps.Clients).ShouldBe([Cached, Cached]);
        run.OutputReasons().ShouldAllBe(reason => reason == Cached);
    }

    [Fact]
    public void Saving_who_refers_leaves_what_is_referred_to()
    {
        Pipeline run = Pipeline.Start(Shop, Other, People, Places).Save(Shop.Path, "# Moved.\n" + Shop.Text);

        run.Reasons(PipelineSteps.Documents).ShouldBe([Modified, Cached, Cached, Cached]);
        run.Reasons(PipelineSteps.Clients).ShouldBe([Unchanged, Cached]);
    }

    [Fact]
    public void A_problem_in_another_file_stands_there()
    {
        Pipeline run = Pipeline.Start(Shop, People with { Text = People.Text!.Replace("type: string", "type: strng", StringComparison.Ordinal) }, Places);

        Diagnostic problem = run.Result.Diagnostics.ShouldHaveSingleItem();
        problem.Id.ShouldBe("DARI004");
        problem.Location.GetLineSpan().Path.ShouldBe(People.Path);
        problem.Properties["pointer"].ShouldBe("parts/people.yaml#/Customer/properties/name/type");
    }

    [Fact]
    public void Without_the_file_the_reference_leads_nowhere() =>
        Pipeline.Start(Shop).Result.Diagnostics.Select(problem => problem.Id).ShouldBe(["DARI003"]);

    [Fact]
    public void An_overlay_changes_its_document_and_no_other()
    {
        Pipeline first = Pipeline.Start(Other with { Path = "/acme/shop.yaml" }, Other, Overlay);
        first.Result.Diagnostics.ShouldBeEmpty();
        first.Files["Acme.Shop/Models/Order.g.cs"].ShouldContain("string? Note");
        first.Files["Acme.Other/Models/Order.g.cs"].ShouldNotContain("Note");

        Pipeline run = first.Save(Overlay.Path, Overlay.Text!.Replace("note", "remark", StringComparison.Ordinal));

        run.Reasons(PipelineSteps.Clients).ShouldBe([Modified, Cached]);
        run.Files["Acme.Shop/Models/Order.g.cs"].ShouldContain("string? Remark");
    }

    [Theory]
    [InlineData("shop.yaml")]
    [InlineData("/acme/shop.yaml")]
    [InlineData("other.yaml;shop.yaml")]
    [InlineData("somewhere/SHOP.yaml")]
    [InlineData("")]
    public void An_overlay_finds_its_document(string target)
    {
        string extends = target.Length == 0 ? "extends: ./shop.yaml\n" : "";
        Pipeline run = Pipeline.Start(Other with { Path = "/acme/shop.yaml" }, Other, Overlay with { For = target, Text = extends + Overlay.Text });

        run.Result.Diagnostics.ShouldBeEmpty();
        run.Files["Acme.Shop/Models/Order.g.cs"].ShouldContain("string? Note");
    }

    [Theory]
    [InlineData("vendor.yaml", "no OpenApiSpec item is called 'vendor.yaml'")]
    [InlineData("", "it has no For, and no OpenApiSpec item is what its 'extends' names")]
    public void An_overlay_without_a_document_is_reported(string target, string reason)
    {
        Diagnostic problem = Pipeline.Start(Other, Overlay with { For = target }).Result.Diagnostics.ShouldHaveSingleItem();

        problem.Id.ShouldBe("DARI018");
        problem.GetMessage().ShouldBe("The OpenApiOverlay item 'fix.yaml' is not used: " + reason);
        problem.Location.GetLineSpan().Path.ShouldBe(Overlay.Path);
    }

    [Fact]
    public void Overlays_are_applied_in_the_order_of_the_project()
    {
        Item Title(string path, string title) => new(path, "overlay: 1.0.0\nactions: [{ target: $.info.title, update: " + title + " }]") { Kind = "OpenApiOverlay", For = "other.yaml" };

        Pipeline.Start(Other, Title("/acme/b.yaml", "First"), Title("/acme/a.yaml", "Second")).Files.Keys.ShouldContain("Acme.Other/SecondClient.g.cs");
    }
}
