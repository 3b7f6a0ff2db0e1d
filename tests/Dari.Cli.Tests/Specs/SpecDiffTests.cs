using System.Text.Json;
using Dari.Cli.Tests.Running;

namespace Dari.Cli.Tests.Specs;

/// <summary><c>dari spec diff</c>.</summary>
public sealed class SpecDiffTests : IDisposable
{
    private const string Counts = "changes: 1, breaking: 1, risky: 0, safe: 0";

    private readonly Surroundings _surroundings = new();

    public void Dispose() => _surroundings.Dispose();

    [Theory]
    [InlineData(nameof(ShopDocument.Breaking), "", 0)]
    [InlineData(nameof(ShopDocument.Breaking), "breaking", 1)]
    [InlineData(nameof(ShopDocument.Breaking), "risky", 1)]
    [InlineData(nameof(ShopDocument.Risky), "breaking", 0)]
    [InlineData(nameof(ShopDocument.Risky), "risky", 1)]
    [InlineData(nameof(ShopDocument.Safe), "risky", 0)]
    [InlineData(nameof(ShopDocument.Reworded), "risky", 0)]
    public async Task The_exit_code_is_1_when_the_limit_is_met(string edit, string limit, int expected)
    {
        string now = (string)typeof(ShopDocument).GetProperty(edit)!.GetValue(null)!;
        string[] options = limit.Length > 0 ? ["--fail-on", limit] : [];

        DariResult result = await DiffAsync(now, options);

        result.ShouldEndWith(expected).ShouldBePlain();
        result.Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(nameof(ShopDocument.Breaking), Counts)]
    [InlineData(nameof(ShopDocument.Risky), "changes: 1, breaking: 0, risky: 1, safe: 0")]
    [InlineData(nameof(ShopDocument.Safe), "changes: 1, breaking: 0, risky: 0, safe: 1")]
    [InlineData(nameof(ShopDocument.Reworded), "changes: 0, breaking: 0, risky: 0, safe: 0")]
    public async Task The_last_line_counts(string edit, string line)
    {
        DariResult result = await DiffAsync((string)typeof(ShopDocument).GetProperty(edit)!.GetValue(null)!);

        result.ShouldEndWith(0).Output.ShouldEndWith("\n" + line + "\n");
    }

    [Fact]
    public async Task Text_names_place_rule_and_what_it_does_to_code()
    {
        DariResult result = await DiffAsync(ShopDocument.Breaking);

        result.Output.ShouldContain("breaking\n  schema Order, .total: ");
        result.Output.ShouldContain("[became-nullable]");
        result.Output.ShouldContain("      sent: -, received: breaking\n");
        result.Output.ShouldContain("      old: old.yaml:24:9\n      new: new.yaml:24:32\n");
        result.Output.ShouldContain("      C#: 'Order.Total' may be null: it was 'double' and is 'double?' (breaking)\n");
    }

    [Fact]
    public async Task Json_is_one_object()
    {
        DariResult result = await DiffAsync(ShopDocument.Breaking, "--format", "json");

        using JsonDocument json = JsonDocument.Parse(result.ShouldEndWith(0).Output);
        json.RootElement.GetProperty("summary").GetProperty("breaking").GetInt32().ShouldBe(1);
        json.RootElement.GetProperty("changes")[0].GetProperty("new").GetProperty("line").GetInt32().ShouldBe(24);
    }

    [Fact]
    public async Task Markdown_and_html_say_the_same()
    {
        DariResult markdown = await DiffAsync(ShopDocument.Breaking, "--format", "markdown", "--fail-on", "breaking");
        DariResult html = await DiffAsync(ShopDocument.Breaking, "--format", "html");

        markdown.ShouldEndWith(1).Output.ShouldStartWith("# old.yaml → new.yaml\n\n" + Counts + "\n");
        markdown.Output.ShouldContain("\n## Breaking\n");
        html.ShouldEndWith(0).Output.ShouldStartWith("<!doctype html>");
        html.Output.ShouldContain(Counts);
    }

    [Fact]
    public async Task What_cannot_be_read_is_2_and_says_where()
    {
        _surroundings.Write("old.yaml", ShopDocument.Text);
        _surroundings.Write("new.yaml", "openapi: 3.0.3\n  info: [\n");

        DariResult broken = await DariProcess.RunAsync(_surroundings, "spec", "diff", "old.yaml", "new.yaml", "--fail-on", "breaking");
        DariResult missing = await DariProcess.RunAsync(_surroundings, "spec", "diff", "old.yaml", "nowhere.yaml");

        broken.ShouldEndWith(2).Error.ShouldContain("new.yaml(2,");
        broken.Output.ShouldBeEmpty();
        missing.ShouldEndWith(2).Error.ShouldContain("'nowhere.yaml' cannot be read");
    }

    [Theory]
    [InlineData("--fail-on", "safe")]
    [InlineData("--format", "pdf")]
    public async Task What_it_does_not_know_is_refused(string option, string value) =>
        (await DiffAsync(ShopDocument.Safe, option, value)).ExitCode.ShouldNotBe(0);

    [Fact]
    public async Task References_into_other_files_are_followed()
    {
        string main = ShopDocument.With("$ref: \"#/components/schemas/Buyer\" }\n    Buyer", "$ref: \"parts/buyer.yaml#/Buyer\" }\n    Other");
        const string Buyer = "Buyer: { type: object, properties: { address: { $ref: 'deep/address.json' } } }\n";
        foreach (string version in (string[])["v1", "v2"])
        {
            _surroundings.Write(version + "/shop.yaml", main);
            _surroundings.Write(version + "/parts/buyer.yaml", Buyer);
            _surroundings.Write(version + "/parts/deep/address.json", """{ "type": "object", "properties": { "street": { "type": "string" } } }""");
        }

        _surroundings.Write("v2/parts/deep/address.json", """{ "type": "object", "properties": { "street": { "type": "integer" } } }""");

        DariResult result = await DariProcess.RunAsync(_surroundings, "spec", "diff", "v1/shop.yaml", "v2/shop.yaml");

        result.ShouldEndWith(0).Error.ShouldBeEmpty();
        result.Output.ShouldContain("[type-changed]");
        result.Output.ShouldContain("new: v2/parts/deep/address.json:1:");
        result.Output.ShouldEndWith("\n" + Counts + "\n");
    }

    [Fact]
    public async Task Overlays_are_applied_to_both()
    {
        _surroundings.Write("fix.yaml", """
            overlay: 1.0.0
            info: { title: Fix, version: "1" }
            actions:
            - target: $.components.schemas.Order.properties.total
              update: { nullable: true }

            """);

        DariResult result = await DiffAsync(ShopDocument.Breaking, "--overlay", "fix.yaml");

        result.ShouldEndWith(0).Output.ShouldBe("changes: 0, breaking: 0, risky: 0, safe: 0\n");
    }

    private Task<DariResult> DiffAsync(string now, params string[] options)
    {
        _surroundings.Write("old.yaml", ShopDocument.Text);
        _surroundings.Write("new.yaml", now);
        return DariProcess.RunAsync(_surroundings, ["spec", "diff", "old.yaml", "new.yaml", .. options]);
    }
}
