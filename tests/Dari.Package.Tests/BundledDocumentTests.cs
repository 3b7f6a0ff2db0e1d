namespace Dari.Package.Tests;

/// <summary>Which of the three documents of the package a project gets.</summary>
[Collection(PackageTests.Name)]
public sealed class BundledDocumentTests(PackageFeed feed)
{
    [Theory]
    [InlineData("none", new string[0])]
    [InlineData("snapshot", new[] { "SnapshotClient.g.cs" })]
    [InlineData("Dari; sandbox", new[] { "DariClient.g.cs", "SandboxClient.g.cs" })]
    public async Task DariApis_narrows_them(string apis, string[] clients)
    {
        using var user = new UserProject(feed);
        user.WithProject("App", $"<OutputType>Exe</OutputType><DariApis>{apis}</DariApis>")
            .WithFile("App/Program.cs", Programs.Nothing);

        (await user.BuildAsync("App")).ShouldSucceedWithoutWarnings();

        user.GeneratedFiles("App").Intersect(["DariClient.g.cs", "SandboxClient.g.cs", "SnapshotClient.g.cs"])
            .ShouldBe(clients, ignoreOrder: true);
        if (clients.Length == 0)
        {
            user.GeneratedFiles("App").ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("dari;snapshots")]
    [InlineData("none;dari")]
    public async Task A_name_that_is_none_of_them_is_an_error_that_lists_them(string apis)
    {
        using var user = new UserProject(feed);
        user.WithProject("App", $"<OutputType>Exe</OutputType><DariApis>{apis}</DariApis>")
            .WithFile("App/Program.cs", Programs.Nothing);

        DotnetResult build = (await user.BuildAsync("App")).ShouldFail();

        build.Errors.ShouldHaveSingleItem().ShouldContain(
            $"App.csproj : error DARI102: DariApis is '{apis}'; it takes 'none', or names out of dari, sandbox and snapshot");
    }

    [Theory]
    [InlineData("<TargetFramework>net8.0</TargetFramework>")]
    [InlineData("<TargetFrameworks>net8.0;net10.0</TargetFrameworks>")]
    public async Task All_three_are_clean_under_strict_settings(string framework)
    {
        using var user = new UserProject(feed);
        user.WithProject("App", framework + """
                <OutputType>Exe</OutputType>
                <LangVersion>12</LangVersion>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <GenerateDocumentationFile>true</GenerateDocumentationFile>
                <AnalysisLevel>latest-recommended</AnalysisLevel>
                <Features>strict</Features>
                """)
            .WithFile("App/Program.cs", Programs.AllClients);

        (await user.BuildAsync("App")).ShouldSucceedWithoutWarnings();
    }

    [Fact]
    public async Task Accessibility_of_all_follows_one_property()
    {
        using var user = new UserProject(feed);
        user.WithProject("Lib", "<DariAccessibility>internal</DariAccessibility>")
            .WithFile("Lib/Friend.cs", """
                namespace Lib;

                internal sealed class Friend(Dari.Agents.DariClient dari)
                {
                    public override string ToString() => dari.ToString()!;
                }
                """)
            .WithProject(
                "App",
                "<OutputType>Exe</OutputType>",
                """<ProjectReference Include="../Lib/Lib.csproj" />""",
                usesPackage: false)
            .WithFile("App/Program.cs", "Console.WriteLine(typeof(Dari.Agents.DariClient));");

        (await user.BuildAsync("Lib")).ShouldSucceedWithoutWarnings();
        DotnetResult app = (await user.BuildAsync("App")).ShouldFail();

        app.Errors.ShouldHaveSingleItem().ShouldContain("error CS0122");
    }
}
