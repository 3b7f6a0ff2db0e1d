using Dari.Review.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Review.Projects;

/// <summary>A file that a project gives to the compiler, as the compiler gives it to a generator.</summary>
internal sealed class BuildFile(string path, IReadOnlyDictionary<string, string> metadata) : AdditionalText
{
    private SourceText? _text;

    public override string Path => path;

    /// <summary>Its metadata under the names that it has for a generator.</summary>
    public AnalyzerConfigOptions Options { get; } = new BuildOptions("build_metadata.AdditionalFiles.", metadata);

    public string Metadata(string name) => metadata.TryGetValue(name, out string? value) ? value.Trim() : "";

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text ??= DiskText.Source(path).Text;
}

/// <summary>Values of MSBuild under a prefix.</summary>
internal sealed class BuildOptions(string prefix, IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
{
    public override bool TryGetValue(string key, out string value)
    {
        string? found = null;
        bool isThere = key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && values.TryGetValue(key[prefix.Length..], out found);
        value = found ?? "";
        return isThere;
    }
}

/// <summary>What a project says about all and each of its files.</summary>
internal sealed class BuildOptionsProvider(IReadOnlyDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
{
    private static readonly BuildOptions None = new("", new Dictionary<string, string>());

    public override AnalyzerConfigOptions GlobalOptions { get; } = new BuildOptions("build_property.", properties);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => ((BuildFile)textFile).Options;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None;
}
