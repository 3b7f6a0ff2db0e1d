using Dari.Cli.Tests.Running;

namespace Dari.Cli.Tests.Specs;

/// <summary><c>dari spec review</c> over projects that MSBuild and the compiler read.</summary>
public sealed class SpecReviewTests : IDisposable
{
    private const string Item = """<OpenApiSpec Include="shop.yaml" Lock="shop.lock.json" Namespace="Acme.Shop" ClientName="ShopClient" />""";

    private const string Program = """
        using System.Collections.Generic;
        using System.Linq;
        using Acme.Shop;

        namespace Acme;

        public static class Sums
        {
            public static double Sum(IEnumerable<Order> orders) => orders.Sum(order => order.Total);
            public static string Id(Order order) => order.Id;
        }

        """;

    private readonly Surroundings _surroundings = new();
    private readonly ReviewedFolder _folder;

    public SpecReviewTests() => _folder = new ReviewedFolder(_surroundings);

    public void Dispose() => _surroundings.Dispose();

    [Fact]
    public async Task From_a_new_document_to_a_changed_one_that_is_approved()
    {
        _folder.WriteProject(Item);
        _surroundings.Write("shop.yaml", ShopDocument.Text);
        _surroundings.Write("Sums.cs", Program);

        (await _folder.ReviewAsync()).ShouldEndWith(1).Output.ShouldContain("It has no lock yet.");
        (await _folder.ReviewAsync("--approve")).ShouldEndWith(0).Output.ShouldContain("Approved shop.yaml: ");
        _folder.Read("Generated/shop.api.txt").ShouldContain("\nOrder.Total: required double  // total\n");
        (await _folder.ReviewAsync()).ShouldEndWith(0).ShouldBePlain().Output.ShouldBe(
            "shop.yaml\n\nchanges: 0, breaking: 0, risky: 0, safe: 0\n\nNothing is pending.\n");
        (await _folder.BuildAsync("-p:DariLock=enforce", "-warnaserror")).ShouldEndWith(0);

        _surroundings.Write("shop.yaml", ShopDocument.Breaking);
        DariResult review = await _folder.ReviewAsync("--html", "out/report.html");

        review.ShouldEndWith(1).Output.ShouldContain("changes: 1, breaking: 1, risky: 0, safe: 0\n");
        review.Output.ShouldContain(
            "your code\n  Sums.cs:9:60: public static double Sum(IEnumerable<Order> orders) => orders.Sum(order => order.Total);\n"
            + "      'Order.Total' may be null: it was 'double' and is 'double?' (shop.yaml line 24)\n");
        review.Output.Split('\n').Count(line => line.Contains("Sums.cs:", StringComparison.Ordinal)).ShouldBe(1);
        string page = _folder.Read("out/report.html");
        page.ShouldContain("href=\"./../shop.yaml#L24\"");
        page.ShouldContain("<span class=\"line it\"><i>9</i>");
        page.ShouldContain("Sums.cs:9:60");

        (await _folder.BuildAsync()).Output.ShouldContain("warning DARI050");

        _surroundings.Write("Sums.cs", Program.Replace("order.Total)", "order.Total ?? 0)", StringComparison.Ordinal));
        (await _folder.ReviewAsync("--approve")).ShouldEndWith(0).Output.ShouldNotContain("your code");
        (await _folder.ReviewAsync()).ShouldEndWith(0);
        (await _folder.BuildAsync("-p:DariLock=enforce", "-warnaserror")).ShouldEndWith(0);
        _folder.Read("Generated/shop.api.txt").ShouldContain("\nOrder.Total: required double?  // total\n");
    }

    [Fact]
    public async Task An_enforcing_build_fails_behind_one_that_only_warned()
    {
        _folder.WriteProject(Item);
        _surroundings.Write("shop.yaml", ShopDocument.Text);
        (await _folder.ReviewAsync("--approve")).ShouldEndWith(0);
        _surroundings.Write("shop.yaml", ShopDocument.Risky);

        (await _folder.BuildAsync()).ShouldEndWith(0).Output.ShouldContain("warning DARI040");
        (await _folder.BuildAsync("-p:DariLock=enforce")).ShouldEndWith(1);
        (await _folder.BuildAsync("-p:DariLock=enforce")).ShouldEndWith(1);
        (await _folder.BuildAsync()).ShouldEndWith(0);
    }

    [Fact]
    public async Task A_type_that_is_gone_is_found_where_the_compiler_runs_no_analyzer()
    {
        _folder.WriteProject(Item);
        _surroundings.Write("shop.yaml", ShopDocument.Text);
        (await _folder.ReviewAsync("--approve")).ShouldEndWith(0);
        _surroundings.Write("shop.yaml", ShopDocument.WithoutBuyer);
        _surroundings.Write("Names.cs", """
            using Acme.Shop;

            public sealed class Names
            {
                public string? Of(Buyer buyer) => buyer.Name;
            }

            """);

        DariResult review = await _folder.ReviewAsync();

        review.ShouldEndWith(1).Output.ShouldContain("your code\n  Names.cs:5:23: public string? Of(Buyer buyer) => buyer.Name;\n");
        review.Output.ShouldContain("'Buyer' is gone");
        review.Output.ShouldContain("other lines may break as well: mend these and run 'dari spec review' again.");
        (await _folder.ReviewAsync("--approve")).ShouldEndWith(0).Output.ShouldEndWith(
            "The code still breaks in 1 place: from now on only the compiler names them.\n");
    }

    [Fact]
    public async Task What_the_build_reads_is_what_is_reviewed()
    {
        // Two documents of one file name; one is cut by tags, mended by an overlay, and refers to a fragment.
        _folder.WriteProject("""
            <OpenApiSpec Include="v1/shop.yaml" Lock="v1/shop.lock.json" Namespace="Acme.One" ClientName="ShopClient" Tags="Orders;Others" />
            <OpenApiSpec Include="v2/shop.yaml" Lock="v2/shop.lock.json" Namespace="Acme.Two" ClientName="ShopClient" />
            <OpenApiSpec Include="parts/partner.yaml" Kind="Fragment" />
            <OpenApiOverlay Include="fix.yaml" For="v1/shop.yaml" />
            """);
        _surroundings.Write("v1/shop.yaml", ShopDocument.With("buyer: { $ref: \"#/components/schemas/Buyer\" }", "buyer: { $ref: \"../parts/partner.yaml\" }"));
        _surroundings.Write("v2/shop.yaml", ShopDocument.Text);
        _surroundings.Write("parts/partner.yaml", "type: object\nproperties: { street: { type: string } }\n");
        _surroundings.Write("fix.yaml", """
            overlay: 1.0.0
            info: { title: Fix, version: "1" }
            actions:
            - target: $.paths['/orders'].get
              update: { operationId: listAllOrders }

            """);

        (await _folder.ReviewAsync("--approve", ".")).ShouldEndWith(0);
        (await _folder.BuildAsync("-p:DariLock=enforce", "-warnaserror")).ShouldEndWith(0);
        (await _folder.ReviewAsync()).ShouldEndWith(0).Output.ShouldEndWith("Nothing is pending.\n");
        Directory.GetFiles(_surroundings.PathOf("Generated")).Select(Path.GetFileName).Order()
            .ShouldBe(["v1.shop.yaml.api.txt", "v2.shop.yaml.api.txt"]);
        _folder.Read("Generated/v1.shop.yaml.api.txt").ShouldContain("Partner.Street");
        _folder.Read("Generated/v2.shop.yaml.api.txt").ShouldContain("Buyer.Name");

        _surroundings.Write("parts/partner.yaml", "type: object\nproperties: { street: { type: integer } }\n");
        DariResult review = await _folder.ReviewAsync("--no-build", "--html", "report.html");

        review.ShouldEndWith(1).Output.ShouldContain("new: parts/partner.yaml:2:");
        string page = _folder.Read("report.html");
        page.ShouldContain("v1/shop.yaml");
        page.ShouldContain("v2/shop.yaml");
        page.ShouldContain("Nothing has changed.");
    }

    [Fact]
    public async Task A_project_of_several_frameworks_is_reviewed_in_one_of_them()
    {
        _folder.WriteProject(Item, properties: "", frameworks: "net10.0;net9.0");
        _surroundings.Write("shop.yaml", ShopDocument.Text);

        (await _folder.ReviewAsync("--approve", "--no-build")).ShouldEndWith(0);
        (await _folder.ReviewAsync("--no-build")).ShouldEndWith(0);

        _folder.Read("shop.api.txt").ShouldContain("Order.Id");
    }

    [Fact]
    public async Task What_cannot_be_reviewed_is_2()
    {
        (await _folder.ReviewAsync()).ShouldEndWith(2).Error.ShouldContain("There is no project at '.'.");
        (await _folder.ReviewAsync("--aprove")).ShouldEndWith(2).Error.ShouldContain("There is no option '--aprove'.");

        _folder.WriteProject(Item);
        _surroundings.Write("shop.yaml", "openapi: 3.0.3\n  info: [\n");
        (await _folder.ReviewAsync("--approve")).ShouldEndWith(2).Error.ShouldContain("error DARI001");
        File.Exists(_surroundings.PathOf("shop.lock.json")).ShouldBeFalse();

        _surroundings.Write("shop.yaml", ShopDocument.Text);
        _surroundings.Write("shop.lock.json", "{}");
        (await _folder.ReviewAsync("--approve")).ShouldEndWith(2).Error.ShouldContain("it is not a lock of version 1");

        _surroundings.Write("Shop.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
        (await _folder.ReviewAsync()).ShouldEndWith(2).Error.ShouldContain("does not reference the package Dari.Generator");
    }

    [Fact]
    public async Task An_update_compares_as_the_build_reads_the_document()
    {
        _folder.WriteProject("""
            <OpenApiSpec Include="shop.yaml" Namespace="Acme.Shop" ClientName="ShopClient" Tags="Others" />
            """);
        _surroundings.Write("shop.yaml", ShopDocument.Text);
        _surroundings.Write("v2.yaml", ShopDocument.Breaking);

        // No operation of the tag uses what changed.
        DariResult result = await DariProcess.RunAsync(_surroundings, "spec", "update", "shop.yaml", "--from", "v2.yaml", "--project", ".");

        result.ShouldEndWith(0).Output.ShouldContain("changes: 0, breaking: 0, risky: 0, safe: 0\n");
        _folder.Read("shop.yaml").ShouldBe(ShopDocument.Breaking);
    }
}
