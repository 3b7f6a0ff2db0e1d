using Microsoft.CodeAnalysis;

namespace Dari.Generator.Tests.Incremental;

public sealed class AdmissionTests
{
    private static readonly Item Shop = new("/acme/shop.yaml", Documents.Shop);

    [Fact]
    public void Without_items_nothing_is_emitted()
    {
        Pipeline run = Pipeline.Start();

        run.Files.ShouldBeEmpty();
        run.Result.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void Files_of_other_generators_are_left_alone()
    {
        Pipeline run = Pipeline.Start(Shop with { IsSpec = false }, new Item("/acme/banned.txt", "{{{") { IsSpec = false });

        run.Files.ShouldBeEmpty();
        run.Result.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void Two_documents_in_one_namespace_are_a_problem_of_the_second()
    {
        Item second = Shop with { Path = "/acme/v2/shop.yaml" };
        Pipeline run = Pipeline.Start(Shop, second);

        Diagnostic problem = run.Result.Diagnostics.ShouldHaveSingleItem();
        problem.Id.ShouldBe("DARI011");
        problem.Location.GetLineSpan().Path.ShouldBe(second.Path);
        problem.GetMessage().ShouldContain("'shop.yaml' already fills the namespace 'Acme.Shop'");
        run.Files.ShouldBe(Pipeline.Start(Shop).Files);
    }

    [Fact]
    public void A_namespace_that_differs_in_case_only_is_the_same_to_file_names()
    {
        Pipeline run = Pipeline.Start(Shop, Shop with { Path = "/acme/b.yaml", Namespace = "acme.shop" });

        run.Result.Diagnostics.ShouldHaveSingleItem().Id.ShouldBe("DARI011");
    }

    [Fact]
    public void One_name_in_two_namespaces_is_two_clients()
    {
        Pipeline run = Pipeline.Start(
            Shop with { Namespace = "Acme.V1", ClientName = "ShopClient" },
            Shop with { Path = "/acme/v2.yaml", Namespace = "Acme.V2", ClientName = "ShopClient" });

        run.Result.Exception.ShouldBeNull();
        run.Result.Diagnostics.ShouldBeEmpty();
        run.Files.Keys.ShouldContain("Acme.V1/ShopClient.g.cs");
        run.Files.Keys.ShouldContain("Acme.V2/ShopClient.g.cs");
    }

    [Fact]
    public void A_name_in_any_script_becomes_a_file()
    {
        Pipeline run = Pipeline.Start(Shop with { Text = Documents.Shop.Replace("Customer", "ग्राहक") });

        run.Result.Diagnostics.ShouldBeEmpty();
        run.Files.Keys.ShouldContain("Acme.Shop/Models/गरहक.g.cs");
    }

    [Fact]
    public void A_file_that_came_twice_is_one_client()
    {
        Pipeline run = Pipeline.Start(Shop, Shop);

        run.Result.Diagnostics.ShouldBeEmpty();
        run.Files.ShouldBe(Pipeline.Start(Shop).Files);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_a_problem_at_that_file()
    {
        Pipeline run = Pipeline.Start(Shop, new Item("/acme/gone.yaml", null));

        Diagnostic problem = run.Result.Diagnostics.ShouldHaveSingleItem();
        problem.Id.ShouldBe("DARI008");
        problem.Location.GetLineSpan().Path.ShouldBe("/acme/gone.yaml");
        run.Files.ShouldNotBeEmpty();
    }
}
