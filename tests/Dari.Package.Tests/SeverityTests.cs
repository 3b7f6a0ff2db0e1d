namespace Dari.Package.Tests;

/// <summary>Severities and silence by <c>.editorconfig</c>, as a build of the user's sees them.</summary>
[Collection(PackageTests.Name)]
public sealed class SeverityTests(PackageFeed feed)
{
    private const string NoBundled = "<OutputType>Exe</OutputType><DariApis>none</DariApis>";

    private const string Document = """
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        paths: {}
        components:
          schemas:
            A: { properties: { x: { type: strng } } }
            B: { properties: { x: { type: strng } } }
        """;

    [Fact]
    public async Task The_section_of_a_document_sets_severities_and_silences_a_place()
    {
        using var user = new UserProject(feed);
        user.WithFile("App/shop.yaml", Document)
            .WithFile("App/quiet.yaml", Document)
            .WithFile("App/.editorconfig", """
                root = true

                [shop.yaml]
                dari_severity.DARI004 = error
                dari_suppress.DARI004 = /components/schemas/A

                [quiet.yaml]
                dari_severity.DARI004 = none
                """)
            .WithProject("App", NoBundled, """<OpenApiSpec Include="shop.yaml;quiet.yaml" />""")
            .WithFile("App/Program.cs", Programs.Nothing);

        DotnetResult build = (await user.BuildAsync("App")).ShouldFail();

        build.Errors.ShouldHaveSingleItem().ShouldContain("shop.yaml(7,35): error DARI004: #/components/schemas/B/properties/x/type ");
        build.Output.ShouldNotContain("warning DARI004");
    }

    [Fact]
    public async Task A_global_config_sets_severities_of_the_project()
    {
        using var user = new UserProject(feed);
        user.WithFile("App/shop.yaml", Document)
            .WithFile("App/.globalconfig", "is_global = true\ndotnet_diagnostic.DARI004.severity = none\n")
            .WithProject("App", NoBundled, """<OpenApiSpec Include="shop.yaml" />""")
            .WithFile("App/Program.cs", Programs.Nothing);

        (await user.BuildAsync("App")).ShouldSucceedWithoutWarnings();
    }

    [Fact]
    public async Task Fragments_and_overlays_are_read_for_the_documents_that_they_belong_to()
    {
        using var user = new UserProject(feed);
        user.WithFile("App/specs/shop.yaml", """
                openapi: 3.1.0
                info: { title: Shop, version: '1' }
                paths:
                  /orders:
                    get:
                      operationId: listOrders
                      tags: [Orders]
                      responses: { '200': { description: Them., content: { application/json: { schema: { $ref: 'parts/order.yaml#/Order' } } } } }
                """)
            .WithFile("App/specs/parts/order.yaml", "Order: { type: object, required: [id], properties: { id: { type: string } } }\n")
            .WithFile("App/specs/more.yaml", """
                overlay: 1.0.0
                info: { title: More, version: '1' }
                actions:
                  - target: $.paths['/orders']
                    update: { post: { operationId: createOrder, tags: [Orders], responses: { '204': { description: Done. } } } }
                """)
            .WithProject("App", NoBundled, """
                <OpenApiSpec Include="specs/shop.yaml" />
                <OpenApiSpec Include="specs/parts/*.yaml" Kind="Fragment" />
                <OpenApiOverlay Include="specs/more.yaml" For="specs/shop.yaml" />
                """)
            .WithFile("App/Program.cs", """
                using App.Shop;

                Console.WriteLine(string.Join(", ", typeof(IOrdersClient).GetMethods().Select(method => method.Name).Order()));
                Console.WriteLine(typeof(Order).GetProperty("Id")!.PropertyType.Name);
                """);

        (await user.BuildAsync("App")).ShouldSucceedWithoutWarnings();
        DotnetResult run = await user.RunAsync("App", new Dictionary<string, string>());

        run.ShouldSucceed().Output.Trim().ReplaceLineEndings("\n").ShouldBe("CreateAsync, ListAsync\nString");
        user.GeneratedFiles("App").ShouldNotContain("OrderClient.g.cs");
    }

    [Fact]
    public async Task A_wrong_overlay_is_an_error_at_its_own_line()
    {
        using var user = new UserProject(feed);
        user.WithFile("App/shop.yaml", Document)
            .WithFile("App/more.yaml", "overlay: 1.0.0\ninfo: { title: More, version: '1' }\nactions:\n  - target: $..[\n    remove: true\n")
            .WithProject("App", NoBundled, """
                <OpenApiSpec Include="shop.yaml" />
                <OpenApiOverlay Include="more.yaml" For="shop.yaml" />
                """)
            .WithFile("App/Program.cs", Programs.Nothing);

        DotnetResult build = (await user.BuildAsync("App")).ShouldFail();

        build.Errors.ShouldAllBe(error => error.Contains("more.yaml(4,"));
        build.Errors[0].ShouldContain("error DARI017: ");
    }
}
