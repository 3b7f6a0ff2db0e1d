using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dari.Generator.Tests.Incremental;

/// <summary>What the build says about the files of a project: metadata by path, and a root namespace.</summary>
internal sealed class ItemOptions(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> metadata)
    : AnalyzerConfigOptionsProvider
{
    private static readonly Values None = new(new Dictionary<string, string>());

    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new Values(new Dictionary<string, string> { ["build_property.RootNamespace"] = "Acme" });

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        metadata.TryGetValue(textFile.Path, out IReadOnlyDictionary<string, string>? values) ? new Values(values) : None;

    private sealed class Values(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
    }
}
