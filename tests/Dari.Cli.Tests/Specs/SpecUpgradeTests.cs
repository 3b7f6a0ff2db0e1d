using Dari.Cli.Tests.Running;

namespace Dari.Cli.Tests.Specs;

/// <summary><c>dari spec upgrade</c>: the same in a newer version of OpenAPI, or nothing.</summary>
public sealed class SpecUpgradeTests : IDisposable
{
    private const string Swagger = """
        swagger: "2.0"
        info: { title: Shop, version: "1" }
        host: shop.example
        schemes: [https]
        produces: [application/json]
        paths:
          /orders/{id}:
            get:
              operationId: getOrder
              tags: [Orders]
              parameters:
                - { name: id, in: path, required: true, type: string }
                - { name: limit, in: query, type: integer, format: int32 }
              responses:
                "200": { description: One., schema: { $ref: "#/definitions/Order" } }
        definitions:
          Order: { type: object, required: [id], properties: { id: { type: string }, total: { type: number } } }

        """;

    private readonly Surroundings _surroundings = new();

    public void Dispose() => _surroundings.Dispose();

    [Theory]
    [InlineData("3.0")]
    [InlineData("3.1")]
    [InlineData("3.2")]
    public async Task A_document_of_2_0_says_the_same_afterwards(string version)
    {
        _surroundings.Write("shop.yaml", Swagger);
        _surroundings.Write("old.yaml", Swagger);

        DariResult result = await UpgradeAsync(version);

        result.ShouldEndWith(0).ShouldBePlain().Output.ShouldBe($"'shop.yaml' is of version {version}.\n");
        File.ReadAllText(_surroundings.PathOf("shop.yaml")).ShouldMatch("^openapi: '?" + version);
        (await DariProcess.RunAsync(_surroundings, "spec", "check", "shop.yaml", "--against-microsoft")).ShouldEndWith(0);
        (await DariProcess.RunAsync(_surroundings, "spec", "diff", "old.yaml", "shop.yaml")).ShouldEndWith(0).Output
            .ShouldEndWith("changes: 0, breaking: 0, risky: 0, safe: 0\n");
        Directory.GetFiles(_surroundings.Folder).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Json_stays_json_and_may_go_to_another_file()
    {
        string json = """{ "openapi": "3.0.3", "info": { "title": "A", "version": "1" }, "paths": {}, "components": { "schemas": { "A": { "type": "string", "nullable": true } } } }""";
        _surroundings.Write("a.json", json);

        (await DariProcess.RunAsync(_surroundings, "spec", "upgrade", "a.json", "--to", "3.1", "--output", "b.json")).ShouldEndWith(0);

        File.ReadAllText(_surroundings.PathOf("a.json")).ShouldBe(json);
        string text = File.ReadAllText(_surroundings.PathOf("b.json"));
        text.ShouldStartWith("{\n  \"openapi\": \"3.1.");
        text.ShouldContain("\"null\"");
    }

    [Fact]
    public async Task What_would_not_say_the_same_is_not_written()
    {
        // 'nullable' beside a reference, which Microsoft.OpenApi forgets.
        string document = """
            openapi: 3.0.3
            info: { title: Shop, version: "1" }
            paths: {}
            components:
              schemas:
                Team: { type: object }
                Person: { type: object, properties: { team: { nullable: true, allOf: [{ $ref: "#/components/schemas/Team" }] } } }

            """;
        _surroundings.Write("shop.yaml", document);

        DariResult refused = await UpgradeAsync("3.1");
        refused.ShouldEndWith(1).Output.ShouldContain("[became-not-nullable]");
        refused.Output.ShouldEndWith("Nothing is written, because the upgraded document does not say the same; --yes writes it all the same.\n");
        File.ReadAllText(_surroundings.PathOf("shop.yaml")).ShouldBe(document);

        (await UpgradeAsync("3.1", "--yes")).ShouldEndWith(0);
        File.ReadAllText(_surroundings.PathOf("shop.yaml")).ShouldMatch("^openapi: '?3.1");
    }

    [Fact]
    public async Task What_is_as_new_already_stays_as_it_is()
    {
        string path = _surroundings.Write("shop.yaml", ShopDocument.Text);

        (await UpgradeAsync("3.0")).ShouldEndWith(0).Output.ShouldBe("'shop.yaml' is of version 3.0 already.\n");

        File.ReadAllText(path).ShouldBe(ShopDocument.Text);
    }

    [Fact]
    public async Task What_cannot_be_read_is_2()
    {
        _surroundings.Write("shop.yaml", "openapi: 3.0.3\n  info: [\n");

        (await UpgradeAsync("3.1")).ShouldEndWith(2).Error.ShouldContain("error DARI001");
        (await UpgradeAsync("4.0")).ExitCode.ShouldNotBe(0);
        (await DariProcess.RunAsync(_surroundings, "spec", "upgrade", "nowhere.yaml", "--to", "3.1")).ShouldEndWith(2);
        File.ReadAllText(_surroundings.PathOf("shop.yaml")).ShouldBe("openapi: 3.0.3\n  info: [\n");
    }

    private Task<DariResult> UpgradeAsync(string version, params string[] options) =>
        DariProcess.RunAsync(_surroundings, ["spec", "upgrade", "shop.yaml", "--to", version, .. options]);
}
