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

    private Task<DariResult> CheckAsync(string document, params string[] options)
    {
        _surroundings.Write("shop.yaml", document);
        return DariProcess.RunAsync(_surroundings, ["spec", "check", "shop.yaml", .. options]);
    }
}
