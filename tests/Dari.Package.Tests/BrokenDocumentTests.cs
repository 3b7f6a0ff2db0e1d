using System.IO.Compression;

namespace Dari.Package.Tests;

/// <summary>A wrong document fails the build at its own line; it never breaks the compiler or the generator.</summary>
[Collection(PackageTests.Name)]
public sealed class BrokenDocumentTests(PackageFeed feed)
{
    private const string NoBundled = "<OutputType>Exe</OutputType><DariApis>none</DariApis>";

    [Theory]
    [InlineData("broken.yaml", "openapi: 3.1.0\ninfo: [unclosed\npaths: {}\n", "DARI001", 2)]
    [InlineData("broken.json", "{\n  \"openapi\": \"3.1.0\",\n  \"info\": {,\n}\n", "DARI001", 3)]
    [InlineData("other.json", "{\n  \"name\": \"a package\"\n}\n", "DARI002", 1)]
    [InlineData("empty.yaml", "", "DARI002", 1)]
    public async Task Reports_the_line_and_column(string file, string text, string id, int line)
    {
        using var user = new UserProject(feed);
        user.WithFile("App/" + file, text)
            .WithProject("App", NoBundled, $"""<OpenApiSpec Include="{file}" />""")
            .WithFile("App/Program.cs", Programs.Nothing);

        DotnetResult build = (await user.BuildAsync("App")).ShouldFail();

        string path = Path.Combine(user.Root, "App", file);
        build.Errors.ShouldNotBeEmpty();
        build.Errors.ShouldAllBe(error => error.Contains("error DARI"));
        build.Errors[0].ShouldMatch($"^{System.Text.RegularExpressions.Regex.Escape(path)}\\({line},\\d+\\): error {id}: ");
    }

    [Fact]
    public async Task Costs_the_other_documents_nothing()
    {
        using var user = new UserProject(feed);
        user.WithFile("App/broken.yaml", "openapi: [")
            .WithFile("App/shop.json", OwnDocuments.Json)
            .WithProject("App", NoBundled, """<OpenApiSpec Include="broken.yaml;shop.json" />""")
            .WithFile("App/Program.cs", "Console.WriteLine(typeof(App.Shop.Order));");

        DotnetResult build = (await user.BuildAsync("App")).ShouldFail();

        build.Errors.ShouldAllBe(error => error.Contains("broken.yaml"));
        user.GeneratedFiles("App").ShouldContain("Order.g.cs");
    }

    [Fact]
    public async Task A_package_without_one_of_its_files_says_so()
    {
        string folder = Directory.CreateTempSubdirectory("dari-damaged-").FullName;
        try
        {
            using (var user = new UserProject(feed, folder))
            {
                Damage(folder);
                user.WithFile("App/pets.yaml", OwnDocuments.Yaml)
                    .WithProject("App", NoBundled, """<OpenApiSpec Include="pets.yaml" />""")
                    .WithFile("App/Program.cs", Programs.Nothing);

                // Its own cache, because the damaged package has the version of the sound one.
                string cache = Path.Combine(user.Root, "packages");
                DotnetResult build = (await user.BuildAsync("App", "-p:RestorePackagesPath=" + cache)).ShouldFail();

                string error = build.Errors.ShouldHaveSingleItem();
                error.ShouldContain("pets.yaml(1,1): error DARI010: ");
                error.ShouldContain("YamlDotNet");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private void Damage(string folder)
    {
        foreach (string package in Directory.EnumerateFiles(feed.Folder, "*.nupkg"))
        {
            string copy = Path.Combine(folder, Path.GetFileName(package));
            File.Copy(package, copy);
            using ZipArchive archive = ZipFile.Open(copy, ZipArchiveMode.Update);
            archive.GetEntry("analyzers/dotnet/cs/YamlDotNet.dll")?.Delete();
        }
    }
}
