using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml.Linq;

namespace Dari.Package.Tests;

/// <summary>What is in the packages, and what they say about themselves.</summary>
[Collection(PackageTests.Name)]
public sealed class PackageContentTests(PackageFeed feed)
{
    [Fact]
    public void Packing_warns_of_nothing() => feed.Packed.Warnings.ShouldBeEmpty();

    [Fact]
    public void The_generator_carries_its_documents_and_all_it_loads()
    {
        Files("Dari.Generator").ShouldBe(
            [
                "LICENSE",
                "README.md",
                "THIRD-PARTY-NOTICES.txt",
                "analyzers/dotnet/cs/Dari.Generator.Fixes.dll",
                "analyzers/dotnet/cs/Dari.Generator.dll",
                "analyzers/dotnet/cs/YamlDotNet.dll",
                "build/Dari.Generator.props",
                "build/Dari.Generator.targets",
                "lib/net8.0/_._",
                "specs/dari.openapi.yaml",
                "specs/sandbox.openapi.yaml",
                "specs/snapshot.openapi.json",
                $"tools/net10.0/{RuntimeInformation.RuntimeIdentifier}/Dari.Generator.dll",
                $"tools/net10.0/{RuntimeInformation.RuntimeIdentifier}/YamlDotNet.dll",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void The_generator_brings_the_runtime_along()
    {
        XElement metadata = Metadata("Dari.Generator");

        XElement group = Child(Child(metadata, "dependencies")!, "group")!;
        group.Attribute("targetFramework")!.Value.ShouldBe("net8.0");
        XElement dependency = group.Elements().ShouldHaveSingleItem();
        dependency.Attribute("id")!.Value.ShouldBe("Dari.Runtime");
        dependency.Attribute("version")!.Value.ShouldBe(feed.Version);

        // It would hide the compile assets of the runtime from whoever references the package.
        Child(metadata, "developmentDependency").ShouldBeNull();
    }

    [Fact]
    public void The_runtime_is_for_net8_and_net10()
    {
        Files("Dari.Runtime").Where(path => path.EndsWith(".dll", StringComparison.Ordinal))
            .ShouldBe(["lib/net8.0/Dari.Runtime.dll", "lib/net10.0/Dari.Runtime.dll"], ignoreOrder: true);
        Files("Dari.Runtime").ShouldContain("lib/net8.0/Dari.Runtime.xml");
    }

    [Theory]
    [InlineData("Dari.Generator")]
    [InlineData("Dari.Runtime")]
    public void A_package_says_what_it_is(string package)
    {
        XElement metadata = Metadata(package);

        Child(metadata, "version")!.Value.ShouldBe(feed.Version);
        Child(metadata, "license")!.Value.ShouldBe("MIT");
        Child(metadata, "readme")!.Value.ShouldBe("README.md");
        Child(metadata, "description")!.Value.Length.ShouldBeGreaterThan(40);
        Files(package).ShouldContain("README.md");
    }

    private static XElement? Child(XElement parent, string name) =>
        parent.Elements().SingleOrDefault(child => child.Name.LocalName == name);

    private XElement Metadata(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(feed.PathOf(package));
        using Stream nuspec = archive.GetEntry(package + ".nuspec")!.Open();
        return Child(XDocument.Load(nuspec).Root!, "metadata")!;
    }

    /// <summary>Without what the packaging format itself adds.</summary>
    private List<string> Files(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(feed.PathOf(package));
        return
        [
            .. archive.Entries.Select(entry => entry.FullName).Where(path =>
                !path.StartsWith("_rels/", StringComparison.Ordinal)
                && !path.StartsWith("package/", StringComparison.Ordinal)
                && path != "[Content_Types].xml"
                && path != package + ".nuspec"),
        ];
    }
}
