using Dari.Corpus.Generation;
using Dari.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dari.Corpus;

/// <summary>Many documents in one project, as a user has them, together with the bundled ones.</summary>
internal static class TogetherCheck
{
    /// <summary>Prints what is wrong; true when all compiles without a word.</summary>
    public static bool Run(IReadOnlyList<string> documents, TextWriter output)
    {
        string[] paths = [.. documents, .. BundledDocuments()];
        var namespaces = paths.Select((path, i) => (path, Name: $"Corpus.Api{i}")).ToDictionary(pair => pair.path, pair => pair.Name, StringComparer.Ordinal);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new OpenApiClientGenerator().AsSourceGenerator()],
            paths.Select(path => new SpecText(path)),
            GeneratedDocument.Parsing,
            new SpecOptions(path => namespaces[path]));
        GeneratorRunResult result = driver.RunGenerators(CSharpCompilation.Create("Corpus")).GetRunResult().Results.Single();
        CompiledDocument compiled = CompiledDocument.Of([.. result.GeneratedSources.Select(source => source.SyntaxTree)]);
        string[] problems =
        [
            .. result.Exception is { } exception ? [Text.OneLine(exception)] : Array.Empty<string>(),
            .. result.Diagnostics.Where(problem => problem.Severity == DiagnosticSeverity.Error).Concat(compiled.Problems).Select(Text.OneLine),
        ];
        foreach (string problem in problems)
        {
            output.WriteLine("    error: " + problem);
        }

        output.WriteLine($"together: {paths.Length} documents, {result.GeneratedSources.Length} files, errors: {problems.Length}");
        return problems.Length == 0 && compiled.IsCompiled;
    }

    private static IEnumerable<string> BundledDocuments()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dari.Generator.sln")))
        {
            folder = folder.Parent;
        }

        return folder is null
            ? throw new DirectoryNotFoundException("The bundled documents are not found: run the tool within the repository.")
            : Directory.GetFiles(Path.Combine(folder.FullName, "specs"), "*.openapi.*").Order(StringComparer.Ordinal);
    }
}
