using Dari.Cli.Tests.Running;

namespace Dari.Cli.Tests.Specs;

/// <summary>A project that uses the generator as a package would bring it, without a package.</summary>
internal sealed class ReviewedFolder(Surroundings surroundings)
{
    private static readonly string Beside = Path.GetDirectoryName(typeof(ReviewedFolder).Assembly.Location)!;

    private static readonly string Targets = Path.Combine(RepositoryRoot, "src", "Dari.Generator", "build");

    public static string RepositoryRoot
    {
        get
        {
            string? folder = Beside;
            while (folder is not null && !File.Exists(Path.Combine(folder, "Dari.Generator.sln")))
            {
                folder = Path.GetDirectoryName(folder);
            }

            return folder ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }
    }

    /// <summary>Gives a project the generator that stands beside the tests.</summary>
    public static string Generator => $"""
        <ItemGroup>
          <Analyzer Include="{Path.Combine(Beside, "Dari.Generator.dll")}" />
          <Analyzer Include="{Path.Combine(Beside, "YamlDotNet.dll")}" />
          <Reference Include="{Path.Combine(Beside, "Dari.Runtime.dll")}" />
        </ItemGroup>
        <Import Project="{Path.Combine(Targets, "Dari.Generator.props")}" />
        <Import Project="{Path.Combine(Targets, "Dari.Generator.targets")}" />
        """;

    /// <param name="items">The documents.</param>
    /// <param name="properties">Further properties.</param>
    /// <param name="frameworks">One, or several separated by semicolons.</param>
    public void WriteProject(string items, string properties = "<DariReviewFolder>Generated</DariReviewFolder>", string frameworks = "net10.0") =>
        surroundings.Write("Shop.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <{Property(frameworks)}>{frameworks}</{Property(frameworks)}>
                <Nullable>enable</Nullable>
                <DariApis>none</DariApis>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {items}
              </ItemGroup>
              {Generator}
            </Project>
            """);

    private static string Property(string frameworks) => frameworks.Contains(';', StringComparison.Ordinal) ? "TargetFrameworks" : "TargetFramework";

    public Task<DariResult> ReviewAsync(params string[] options) => DariProcess.RunAsync(surroundings, ["spec", "review", .. options]);

    public Task<DariResult> BuildAsync(params string[] options) =>
        DariProcess.RunProgramAsync(surroundings, "dotnet", ["build", "-nologo", "-v:quiet", "-p:UseSharedCompilation=false", "-nodeReuse:false", .. options]);

    public string Read(string name) => File.ReadAllText(surroundings.PathOf(name));
}
