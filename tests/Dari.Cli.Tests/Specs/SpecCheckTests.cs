using Dari.Cli.Tests.Running;

namespace Dari.Cli.Tests.Specs;

/// <summary><c>dari spec check</c>.</summary>
public sealed class SpecCheckTests : IDisposable
{
    private readonly Surroundings _surroundings = new();

    public void Dispose() => _surroundings.Dispose();

    [Fact]
    public async Task A_document_without_faults_is_0()
    {
        DariResult result = await CheckAsync(ShopDocument.Text);

        result.ShouldEndWith(0).ShouldBePlain().Output.ShouldBe("errors: 0, warnings: 0, notes: 0\n");
        result.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task All_that_the_generator_would_say_stands_there_with_lines()
    {
        DariResult result = await CheckAsync(ShopDocument.With("total: { type: number }", "total: { type: nmber }\n        total: { type: string }"));

        result.ShouldEndWith(0).Output.ShouldContain("shop.yaml(24,24): warning DARI004: ");
        result.Output.ShouldContain("shop.yaml(25,9): warning DARI005: ");
        result.Output.ShouldEndWith("\nerrors: 0, warnings: 2, notes: 0\n");
    }

    [Fact]
    public async Task Errors_are_1_and_a_missing_file_is_2()
    {
        DariResult broken = await CheckAsync("openapi: 3.0.3\n  info: [\n");
        DariResult missing = await DariProcess.RunAsync(_surroundings, "spec", "check", "nowhere.yaml");

        broken.ShouldEndWith(1).Output.ShouldContain("error DARI001: ");
        broken.Output.ShouldEndWith("\nerrors: 1, warnings: 0, notes: 0\n");
        missing.ShouldEndWith(2).Error.ShouldContain("'nowhere.yaml' cannot be read");
    }

    [Fact]
    public async Task Other_files_are_read_and_overlays_applied()
    {
        _surroundings.Write("buyer.yaml", "type: object\nproperties:\n  name: { type: strng }\n");
        _surroundings.Write("fix.yaml", """
            overlay: 1.0.0
            info: { title: Fix, version: "1" }
            actions:
            - target: $.nothing
              remove: true

            """);

        DariResult result = await CheckAsync(
            ShopDocument.With("buyer: { $ref: \"#/components/schemas/Buyer\" }", "buyer: { $ref: \"buyer.yaml\" }"), "--overlay", "fix.yaml");

        result.ShouldEndWith(0).Output.ShouldContain("buyer.yaml(3,17): warning DARI004: ");
        result.Output.ShouldContain("fix.yaml(4,11): warning DARI016: ");
        result.Output.ShouldNotContain("DARI003");
    }

    [Fact]
    public async Task Microsoft_OpenApi_reads_the_same()
    {
        DariResult result = await CheckAsync(ShopDocument.With("[{ url: https://shop.example }]", "[{ url: 'https://shop.example' }]"), "--against-microsoft");

        result.ShouldEndWith(0).Output.ShouldBe(
            "Microsoft.OpenApi 3.11.0 finds 1 operations, 1 parameters, 2 schemas and 4 properties; differences: 0\nerrors: 0, warnings: 0, notes: 0\n");
    }

    [Fact]
    public async Task What_is_read_otherwise_is_named()
    {
        // A parameter that only the path names.
        DariResult result = await CheckAsync(ShopDocument.With("  /orders:\n", "  /shops/{shop}/orders:\n"), "--against-microsoft");

        result.ShouldEndWith(1).Output.ShouldContain("only here: parameter GET /shops/{shop}/orders, path 'shop', required\n");
        result.Output.ShouldContain("; differences: 1\n");
        result.Output.ShouldEndWith("errors: 0, warnings: 1, notes: 0\n");
    }

    [Fact]
    public async Task What_it_complains_about_is_told()
    {
        DariResult result = await CheckAsync(ShopDocument.With("operationId: listOrders", "operationId: listOrders\n      colour: red"), "--against-microsoft");

        result.Output.ShouldContain("Microsoft.OpenApi: error: colour is not a valid property at #/paths/~1orders/get\n");
        result.Output.ShouldContain("differences: 0\n");
    }

    [Fact]
    public async Task Yaml_that_it_does_not_understand_is_compared_as_JSON()
    {
        // A colon in a plain scalar of a flow mapping is YAML 1.2.
        DariResult result = await CheckAsync(ShopDocument.Text, "--against-microsoft");

        result.ShouldEndWith(0).Output.ShouldContain("Unable to parse the YAML document at line 3");
        result.Output.ShouldContain("\nIt is compared as JSON.\n");
        result.Output.ShouldContain("differences: 0\n");
    }

    private Task<DariResult> CheckAsync(string document, params string[] options)
    {
        _surroundings.Write("shop.yaml", document);
        return DariProcess.RunAsync(_surroundings, ["spec", "check", "shop.yaml", .. options]);
    }
}
