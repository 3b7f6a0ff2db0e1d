using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dari.Corpus.Generation;

/// <summary>What the build says about an <c>OpenApiSpec</c> item without metadata of its own but a namespace.</summary>
internal sealed class SpecOptions(Func<string, string> namespaceOf) : AnalyzerConfigOptionsProvider
{
    private static readonly Values None = new([]);

    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new Values(new() { ["build_property.RootNamespace"] = "Corpus" });

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(new()
    {
        ["build_metadata.AdditionalFiles.DariKind"] = "OpenApiSpec",
        ["build_metadata.AdditionalFiles.DariNamespace"] = namespaceOf(textFile.Path),
    });

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
    }
}
