using System.Reflection;
using Dari.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Dari.Generator.Tests;

/// <summary>The rules of the house that a compiler does not check.</summary>
public sealed class HouseTests
{
    [Theory]
    [InlineData("Emit", "Specs")]
    [InlineData("Emit", "Binding")]
    [InlineData("Model", "Specs")]
    [InlineData("Model", "Binding")]
    [InlineData("Model", "Emit")]
    [InlineData("Specs", "Binding")]
    [InlineData("Specs", "Model")]
    [InlineData("Specs", "Emit")]
    [InlineData("Binding", "Emit")]
    [InlineData("Specs", "Review")]
    [InlineData("Binding", "Review")]
    [InlineData("Model", "Review")]
    [InlineData("Emit", "Review")]
    public void Stages_know_only_what_comes_before_them(string stage, string later)
    {
        string[] files = Directory.GetFiles(RepositoryFolder.Path("src/Dari.Generator/" + stage), "*.cs", SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => File.ReadAllText(file).Contains("using Dari.Generator." + later, StringComparison.Ordinal));
    }

    [Fact]
    public void Namespaces_are_folders()
    {
        string root = RepositoryFolder.Path("src/Dari.Generator");
        foreach (string file in Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories))
        {
            string folder = Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.');
            if (folder.StartsWith("obj", StringComparison.Ordinal) || folder.StartsWith("bin", StringComparison.Ordinal) || file.EndsWith("Polyfills.cs", StringComparison.Ordinal))
            {
                continue;
            }

            string expected = folder == "." ? "namespace Dari.Generator;" : "namespace Dari.Generator." + folder + ";";
            Assert.Contains(expected, File.ReadAllText(file), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_diagnostic_has_a_page_and_a_release_line()
    {
        string releases = File.ReadAllText(RepositoryFolder.Path("src/Dari.Generator/AnalyzerReleases.Unshipped.md"))
            + File.ReadAllText(RepositoryFolder.Path("src/Dari.Generator/AnalyzerReleases.Shipped.md"));
        DiagnosticDescriptor[] descriptors = Descriptors().ToArray();

        Assert.NotEmpty(descriptors);
        Assert.Equal(descriptors.Length, descriptors.Select(one => one.Id).Distinct().Count());
        foreach (DiagnosticDescriptor descriptor in descriptors)
        {
            string page = File.ReadAllText(RepositoryFolder.Path($"docs/diagnostics/{descriptor.Id}.md"));
            Assert.StartsWith($"# {descriptor.Id}: {descriptor.Title}", page, StringComparison.Ordinal);
            Assert.Contains($"Severity: {descriptor.DefaultSeverity}", page, StringComparison.Ordinal);
            Assert.Contains(descriptor.Id + " | Dari | " + descriptor.DefaultSeverity, releases, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<DiagnosticDescriptor> Descriptors() =>
        typeof(DiagnosticDescriptors)
            .GetFields(BindingFlags.Static | BindingFlags.Public)
            .Select(field => field.GetValue(null))
            .OfType<DiagnosticDescriptor>();
}
