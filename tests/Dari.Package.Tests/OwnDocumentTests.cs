namespace Dari.Package.Tests;

/// <summary>Documents of the user's own.</summary>
[Collection(PackageTests.Name)]
public sealed class OwnDocumentTests(PackageFeed feed)
{
    private const string NoBundled = "<OutputType>Exe</OutputType><DariApis>none</DariApis>";

    [Fact]
    public async Task Yaml_and_json_from_anywhere_with_metadata_or_without()
    {
        using var user = new UserProject(feed);
        user.WithFile("shared specs/pet-store.openapi.yaml", OwnDocuments.Yaml)
            .WithFile("App/specs/shop.json", OwnDocuments.Json)
            .WithFile("App/specs/zoo.json", OwnDocuments.Json)
            .WithFile("App/Directory.Build.targets", """
                <Project>
                  <ItemGroup>
                    <OpenApiSpec Include="../shared specs/*.yaml" Link="specs/%(Filename)%(Extension)" />
                  </ItemGroup>
                </Project>
                """)
            .WithProject("App", NoBundled, """
                <OpenApiSpec Include="specs/*.json" />
                <OpenApiSpec Update="specs/zoo.json" Namespace="Zoo.Api" ClientName="ZooClient" Accessibility="internal" />
                """)
            .WithFile("App/Program.cs", """
                using System.Reflection;

                Console.WriteLine(Describe(typeof(App.PetStore.IPetsClient)));
                Console.WriteLine(Describe(typeof(App.Shop.IOrdersClient)));
                Console.WriteLine(Describe(typeof(Zoo.Api.ZooClient)));

                static string Describe(Type type) => $"{type} {(type.IsPublic ? "public" : "internal")}";
                """);

        (await user.BuildAsync("App")).ShouldSucceedWithoutWarnings();
        DotnetResult run = await user.RunAsync("App", new Dictionary<string, string>());

        run.ShouldSucceed().Output.Trim().ReplaceLineEndings("\n").ShouldBe("""
            App.PetStore.IPetsClient public
            App.Shop.IOrdersClient public
            Zoo.Api.ZooClient internal
            """);
    }

    [Fact]
    public async Task Tags_and_paths_choose_operations()
    {
        using var user = new UserProject(feed);
        user.WithFile("App/shop.json", OwnDocuments.Json)
            .WithFile("App/pets.yaml", OwnDocuments.Yaml)
            .WithProject("App", NoBundled, """
                <OpenApiSpec Include="shop.json" Tags="C# orders;Returns" />
                <OpenApiSpec Include="pets.yaml" Paths="/pets/*" />
                """)
            .WithFile("App/Program.cs", Programs.Nothing);

        (await user.BuildAsync("App")).ShouldSucceedWithoutWarnings();

        IReadOnlyList<string> files = user.GeneratedFiles("App");
        files.ShouldContain(name => name.EndsWith("OrdersClient.g.cs") && name != "OrdersClient.g.cs");
        files.ShouldNotContain("OrdersClient.g.cs");
        files.ShouldContain("PetsClient.g.cs");
        files.ShouldNotContain("KeepersClient.g.cs");
    }

    [Fact]
    public async Task Lean_is_asked_for_by_an_item_or_by_the_project()
    {
        using var user = new UserProject(feed);
        user.WithFile("App/shop.json", OwnDocuments.Json)
            .WithFile("App/pets.yaml", OwnDocuments.Yaml)
            .WithProject("App", NoBundled + "<DariLean>true</DariLean>", """
                <OpenApiSpec Include="shop.json" Lean="false" />
                <OpenApiSpec Include="pets.yaml" />
                """)
            .WithFile("App/Program.cs", """
                using System.Text.Json;

                Console.WriteLine(JsonSerializer.Deserialize<App.Pets.Pet>("{\"id\":1,\"name\":\"Rex\"}")!.Name);
                Console.WriteLine(typeof(App.Pets.PetJson).GetMethods().Count(method => method is { Name: "Write", IsStatic: true }));
                Console.WriteLine(typeof(App.Shop.OrderJson).GetMethods().Count(method => method is { Name: "Write", IsStatic: true }));
                """);

        (await user.BuildAsync("App")).ShouldSucceedWithoutWarnings();
        (await user.RunAsync("App", new Dictionary<string, string>())).ShouldSucceed()
            .Output.Trim().ReplaceLineEndings("\n").ShouldBe("Rex\n0\n1");
    }

    [Fact]
    public async Task A_build_follows_an_edit_of_the_document_and_does_nothing_without_one()
    {
        using var user = new UserProject(feed);
        user.WithFile("App/shop.json", OwnDocuments.Json)
            .WithProject("App", NoBundled, """<OpenApiSpec Include="shop.json" />""")
            .WithFile("App/Program.cs", "Console.WriteLine(typeof(App.Shop.Order).GetProperties().Length);");
        string assembly = Path.Combine(user.Root, "App", "obj", "Debug", "net10.0", "App.dll");

        (await user.BuildAsync("App")).ShouldSucceedWithoutWarnings();
        DateTime first = File.GetLastWriteTimeUtc(assembly);
        (await user.BuildAsync("App")).ShouldSucceedWithoutWarnings();
        File.GetLastWriteTimeUtc(assembly).ShouldBe(first);

        string renamed = OwnDocuments.Json
            .Replace("\"Order\"", "\"Purchase\"")
            .Replace("schemas/Order\"", "schemas/Purchase\"");
        user.WithFile("App/shop.json", renamed);
        DotnetResult build = (await user.BuildAsync("App")).ShouldFail();
        build.Errors.ShouldHaveSingleItem().ShouldContain("error CS0234");
    }

    [Fact]
    public async Task A_document_that_does_not_exist_is_an_error_that_says_where_it_was_looked_for()
    {
        using var user = new UserProject(feed);
        user.WithProject("App", NoBundled, """<OpenApiSpec Include="specs/shop.yaml" />""")
            .WithFile("App/Program.cs", Programs.Nothing);

        DotnetResult build = (await user.BuildAsync("App")).ShouldFail();

        string looked = Path.Combine(user.Root, "App", "specs", "shop.yaml");
        build.Errors.ShouldHaveSingleItem().ShouldContain(
            $"App.csproj : error DARI101: The OpenApiSpec item 'specs/shop.yaml' does not exist; looked for '{looked}'.");
    }

    [Fact]
    public async Task An_item_that_stands_twice_is_an_error_that_says_what_to_write()
    {
        using var user = new UserProject(feed);
        user.WithFile("App/shop.json", OwnDocuments.Json)
            .WithProject("App", NoBundled, """
                <OpenApiSpec Include="*.json" />
                <OpenApiSpec Include="shop.json" Namespace="Other" />
                """)
            .WithFile("App/Program.cs", Programs.Nothing);

        DotnetResult build = (await user.BuildAsync("App")).ShouldFail();

        build.Errors.ShouldHaveSingleItem().ShouldContain("error DARI103: ");
        build.Errors.Single().ShouldContain("write Update instead of Include");
    }
}
