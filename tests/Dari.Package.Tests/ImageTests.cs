using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Dari.Package.Tests;

/// <summary>A compiler that starts afresh is given the generator with machine code, wherever that would run.</summary>
[Collection(PackageTests.Name)]
public sealed class ImageTests(PackageFeed feed)
{
    private static readonly string ImageFolder = $"tools/net10.0/{RuntimeInformation.RuntimeIdentifier}/";

    [Fact]
    public async Task The_compiler_is_given_the_image_of_its_runtime()
    {
        (await AnalyzersAsync()).ShouldBe(
            [
                "analyzers/dotnet/cs/Dari.Generator.Fixes.dll",
                ImageFolder + "Dari.Generator.dll",
                ImageFolder + "YamlDotNet.dll",
            ],
            ignoreOrder: true);
    }

    [Theory]
    [InlineData("-p:DariReadyToRun=false")]
    [InlineData("-p:NETCoreSdkPortableRuntimeIdentifier=haiku-x64")]
    [InlineData("-p:DesignTimeBuild=true")]
    public async Task Else_it_is_given_what_runs_everywhere(string option)
    {
        (await AnalyzersAsync(option)).ShouldBe(
            [
                "analyzers/dotnet/cs/Dari.Generator.Fixes.dll",
                "analyzers/dotnet/cs/Dari.Generator.dll",
                "analyzers/dotnet/cs/YamlDotNet.dll",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task An_analyzer_that_the_project_takes_away_stays_away()
    {
        const string Without = """
            <Target Name="TakeAway" AfterTargets="ResolveLockFileAnalyzers">
              <ItemGroup><Analyzer Remove="@(Analyzer)" Condition="'%(Filename)' == 'Dari.Generator'" /></ItemGroup>
            </Target>
            """;

        (await AnalyzersAsync("-v:q", Without)).ShouldBe(
            ["analyzers/dotnet/cs/Dari.Generator.Fixes.dll", ImageFolder + "YamlDotNet.dll"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("Dari.Generator.dll")]
    [InlineData("YamlDotNet.dll")]
    public void An_image_is_the_same_assembly_with_machine_code(string file)
    {
        using PEReader plain = Read("analyzers/dotnet/cs/" + file);
        using PEReader image = Read(ImageFolder + file);

        plain.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size.ShouldBe(0);
        image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size.ShouldBeGreaterThan(0);
        MetadataReader plainData = plain.GetMetadataReader();
        MetadataReader imageData = image.GetMetadataReader();
        imageData.GetGuid(imageData.GetModuleDefinition().Mvid).ShouldBe(plainData.GetGuid(plainData.GetModuleDefinition().Mvid));
        imageData.GetAssemblyDefinition().GetAssemblyName().FullName
            .ShouldBe(plainData.GetAssemblyDefinition().GetAssemblyName().FullName);
        Bodies(image, imageData).SequenceEqual(Bodies(plain, plainData)).ShouldBeTrue("The IL differs.");
    }

    private static IEnumerable<string> Bodies(PEReader assembly, MetadataReader data) => data.MethodDefinitions
        .Select(handle => data.GetMethodDefinition(handle).RelativeVirtualAddress)
        .Select(address => address == 0 ? "" : Convert.ToHexString(assembly.GetMethodBody(address).GetILBytes()!));

    private PEReader Read(string path)
    {
        using var archive = System.IO.Compression.ZipFile.OpenRead(feed.PathOf("Dari.Generator"));
        using Stream entry = archive.GetEntry(path).ShouldNotBeNull(path).Open();
        var copy = new MemoryStream();
        entry.CopyTo(copy);
        copy.Position = 0;
        return new PEReader(copy);
    }

    /// <returns>What the compiler is given of the package, as paths in it.</returns>
    private async Task<List<string>> AnalyzersAsync(string option = "-v:q", string target = "")
    {
        using var user = new UserProject(feed);
        user.WithProject("App", "<DariApis>none</DariApis>", "</ItemGroup>" + target + "<ItemGroup>")
            .WithFile("App/Library.cs", "public static class Library;");
        DotnetResult result = await user.DotnetAsync(
            "build", "App", "-t:Compile", "-getItem:Analyzer", option);

        using JsonDocument items = JsonDocument.Parse(result.ShouldSucceed().Output);
        return
        [
            .. items.RootElement.GetProperty("Items").GetProperty("Analyzer").EnumerateArray()
                .Where(item => item.TryGetProperty("NuGetPackageId", out JsonElement id) && id.GetString() == "Dari.Generator")
                .Select(item => item.GetProperty("FullPath").GetString()!.Replace('\\', '/'))
                .Select(path => path[(path.IndexOf($"/{feed.Version}/", StringComparison.Ordinal) + feed.Version.Length + 2)..]),
        ];
    }
}
