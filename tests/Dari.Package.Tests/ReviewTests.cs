namespace Dari.Package.Tests;

/// <summary>What the targets of the package do for those who review changes of a document.</summary>
[Collection(PackageTests.Name)]
public sealed class ReviewTests(PackageFeed feed) : IDisposable
{
    private const string Properties = "<DariApis>none</DariApis><DariReviewFolder>Generated</DariReviewFolder>";

    private const string Document = """
        openapi: 3.0.3
        info: { title: Shop, version: "1" }
        paths: {}
        components: { schemas: { Order: { type: object, required: [id], properties: { id: { type: string } } } } }

        """;

    private readonly UserProject _project = new(feed);

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Surface_files_are_kept_and_written_only_when_they_change()
    {
        _project.WithProject("Shop", Properties, """
            <OpenApiSpec Include="v1/shop.yaml" Namespace="Acme.One" />
            <OpenApiSpec Include="v2/shop.yaml" Namespace="Acme.Two" />
            <OpenApiSpec Include="prices.yaml" Namespace="Acme.Prices" />
            """)
            .WithFile("Shop/v1/shop.yaml", Document)
            .WithFile("Shop/v2/shop.yaml", Document.Replace("id: {", "number: {", StringComparison.Ordinal).Replace("[id]", "[number]", StringComparison.Ordinal))
            .WithFile("Shop/prices.yaml", Document);

        (await _project.BuildAsync("Shop")).ShouldSucceedWithoutWarnings();

        string folder = Path.Combine(_project.Root, "Shop", "Generated");
        Directory.GetFiles(folder, "*.txt").Select(Path.GetFileName).Order().ShouldBe(["prices.api.txt", "v1.shop.yaml.api.txt", "v2.shop.yaml.api.txt"]);
        File.ReadAllText(Path.Combine(folder, "v1.shop.yaml.api.txt")).ShouldContain("\nOrder.Id: required string  // id\n");
        File.ReadAllText(Path.Combine(folder, "v2.shop.yaml.api.txt")).ShouldContain("\nOrder.Number: required string  // number\n");

        // The code stands there as well, because the project asks for it, and is not compiled a second time.
        Directory.GetFiles(folder, "Order.g.cs", SearchOption.AllDirectories).Length.ShouldBe(3);
        DateTime written = File.GetLastWriteTimeUtc(Path.Combine(folder, "prices.api.txt"));
        (await _project.BuildAsync("Shop", "--no-incremental")).ShouldSucceedWithoutWarnings();
        File.GetLastWriteTimeUtc(Path.Combine(folder, "prices.api.txt")).ShouldBe(written);
    }

    [Fact]
    public async Task A_lock_that_is_not_there_is_told_and_fails_where_locks_are_enforced()
    {
        _project.WithProject("Shop", Properties, """<OpenApiSpec Include="shop.yaml" Lock="shop.lock.json" />""").WithFile("Shop/shop.yaml", Document);

        DotnetResult told = await _project.BuildAsync("Shop");
        DotnetResult enforced = await _project.BuildAsync("Shop", "-p:DariLock=enforce");

        told.ShouldSucceed().Output.ShouldContain("warning DARI107");
        enforced.ExitCode.ShouldNotBe(0);
        enforced.Output.ShouldContain("error DARI107");
    }

    [Fact]
    public async Task Surface_files_of_one_name_are_refused()
    {
        _project.WithProject("Shop", Properties, """
            <OpenApiSpec Include="a.b/shop.yaml" Namespace="Acme.One" />
            <OpenApiSpec Include="a/b/shop.yaml" Namespace="Acme.Two" />
            """)
            .WithFile("Shop/a.b/shop.yaml", Document)
            .WithFile("Shop/a/b/shop.yaml", Document);

        DotnetResult result = await _project.BuildAsync("Shop");

        result.ExitCode.ShouldNotBe(0);
        result.Output.ShouldContain("error DARI108: The surface files of several OpenApiSpec items would be called 'a.b.shop.yaml.api.txt'");
    }
}
