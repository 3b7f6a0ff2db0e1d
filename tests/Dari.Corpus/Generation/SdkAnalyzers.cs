using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dari.Corpus.Generation;

/// <summary>The analyzers of the SDK as a project with <c>AnalysisLevel=latest-recommended</c> has them.</summary>
internal static class SdkAnalyzers
{
    // Where the SDK is that built this tool.
    private static readonly string Sdk = (string?)AppContext.GetData("Dari.Corpus.Sdk") ?? throw new InvalidOperationException("The tool was built without a place of the SDK.");

    private static readonly string Folder = Path.Combine(Sdk, "Sdks", "Microsoft.NET.Sdk", "analyzers");

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. new[] { "Microsoft.CodeAnalysis.NetAnalyzers.dll", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll" }
            .SelectMany(name => new AnalyzerFileReference(Path.Combine(Folder, name), new Loader()).GetAnalyzers(LanguageNames.CSharp)),
    ];

    private static readonly ImmutableDictionary<string, ReportDiagnostic> Severities = ReadSeverities();

    private static readonly AnalyzerOptions Options = new([], new SpecOptions(_ => GeneratedDocument.Namespace));

    /// <summary>What they say about generated code: a file that says it is generated is only looked at by those that want to.</summary>
    public static IReadOnlyList<Diagnostic> Problems(CSharpCompilation compilation)
    {
        var configured = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(
            Severities.SetItems(compilation.Options.SpecificDiagnosticOptions)));
        ImmutableArray<Diagnostic> found = configured
            .WithAnalyzers(Analyzers, new CompilationWithAnalyzersOptions(Options, onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return [.. found.Where(problem => problem.Severity >= DiagnosticSeverity.Warning && !problem.IsSuppressed)];
    }

    private static ImmutableDictionary<string, ReportDiagnostic> ReadSeverities()
    {
        // "Latest" is what came with this version; what a later one will have is there too.
        string level = Path.GetFileName(Sdk.TrimEnd(Path.DirectorySeparatorChar)).Split('.')[0];
        string path = Path.Combine(Folder, "build", "config", string.Create(CultureInfo.InvariantCulture, $"analysislevel_{level}_recommended.globalconfig"));
        AnalyzerConfigSet config = AnalyzerConfigSet.Create(ImmutableArray.Create(AnalyzerConfig.Parse(File.ReadAllText(path), path)));
        return config.GlobalConfigOptions.TreeOptions;
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
