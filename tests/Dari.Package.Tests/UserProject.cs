namespace Dari.Package.Tests;

/// <summary>A project in a fresh folder outside of the repository, with the packed packages as one more NuGet source.</summary>
internal sealed class UserProject : IDisposable
{
    private const string Package = """<PackageReference Include="Dari.Generator" Version="$(DariVersion)" />""";

    public UserProject(PackageFeed feed, string? source = null)
    {
        Root = Directory.CreateTempSubdirectory("dari-user-").FullName;
        Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{source ?? feed.Folder}" />
              </packageSources>
            </configuration>
            """);
        Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <DariVersion>{feed.Version}</DariVersion>
                <NuGetAudit>false</NuGetAudit>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
              </PropertyGroup>
            </Project>
            """);
    }

    public string Root { get; }

    /// <summary>Adds a project that references the package.</summary>
    public UserProject WithProject(string name, string properties = "", string items = "", bool usesPackage = true)
    {
        string framework = properties.Contains("<TargetFramework", StringComparison.Ordinal)
            ? ""
            : "<TargetFramework>net10.0</TargetFramework>";
        Write(name + "/" + name + ".csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                {framework}
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {(usesPackage ? Package : "")}
                {items}
              </ItemGroup>
            </Project>
            """);
        return this;
    }

    public UserProject WithFile(string path, string text)
    {
        Write(path, text);
        return this;
    }

    public Task<DotnetResult> DotnetAsync(params string[] arguments) => Dotnet.RunAsync(Root, arguments);

    public Task<DotnetResult> BuildAsync(string project, params string[] arguments) =>
        Dotnet.RunAsync(Root, ["build", project, .. arguments]);

    /// <summary>Runs what was built, with a service's address and key where the client looks for them.</summary>
    public Task<DotnetResult> RunAsync(string project, IReadOnlyDictionary<string, string> environment) =>
        Dotnet.StartAsync("dotnet", Root, ["run", "--no-build", "--project", project], environment);

    /// <summary>Names of all files that our generator made in a project, without folders.</summary>
    public IReadOnlyList<string> GeneratedFiles(string project)
    {
        string obj = Path.Combine(Root, project, "obj");
        return
        [
            .. Directory.EnumerateFiles(obj, "*.g.cs", SearchOption.AllDirectories)
                .Where(path => path.Contains("Dari.Generator.OpenApiClientGenerator", StringComparison.Ordinal))
                .Select(path => Path.GetFileName(path)),
        ];
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private void Write(string path, string text)
    {
        string full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
