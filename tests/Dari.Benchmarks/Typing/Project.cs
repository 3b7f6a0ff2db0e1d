using Dari.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Benchmarks.Typing;

/// <summary>A project with documents in a compiler that stays alive, as an editor keeps it.</summary>
internal sealed class Project
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp12);

    private readonly Document[] _documents;
    private GeneratorDriver _driver;
    private CSharpCompilation _compilation;
    private int _edits;

    public Project(IReadOnlyList<(string Path, string Text)> documents, bool withGenerator = true)
    {
        _documents = [.. documents.Select(document => new Document(document.Path, SourceText.From(document.Text)))];
        _compilation = CSharpCompilation.Create("Measured", [Program(0)]);
        _driver = CSharpGeneratorDriver.Create(
            withGenerator ? [new OpenApiClientGenerator().AsSourceGenerator()] : [],
            _documents,
            Parsing,
            new Options(_documents),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: false));
        Run();
    }

    /// <summary>Files and their text after the last run.</summary>
    public IReadOnlyDictionary<string, SourceText> Files => _driver.GetRunResult().Results
        .SelectMany(result => result.GeneratedSources)
        .ToDictionary(source => source.HintName, source => source.SourceText);

    public long Lines => Files.Values.Sum(text => (long)text.Lines.Count);

    /// <summary>The next edit of the user's code is ready to be seen; not part of what is measured.</summary>
    public void Edit() =>
        _compilation = _compilation.ReplaceSyntaxTree(_compilation.SyntaxTrees.Single(), Program(++_edits));

    public void Run() => _driver = _driver.RunGenerators(_compilation);

    public void Save(int document, string text)
    {
        var saved = new Document(_documents[document].Path, SourceText.From(text));
        _driver = _driver.ReplaceAdditionalText(_documents[document], saved);
        _documents[document] = saved;
        Run();
    }

    private static SyntaxTree Program(int edit) =>
        CSharpSyntaxTree.ParseText($"internal static class Program {{ private static int Edit => {edit}; }}", Parsing);

    private sealed class Document(string path, SourceText text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => text;
    }

    private sealed class Options(IReadOnlyList<AdditionalText> documents) : AnalyzerConfigOptionsProvider
    {
        private readonly Dictionary<string, Values> _items = documents.Select((document, i) => (document, i)).ToDictionary(
            pair => pair.document.Path,
            pair => new Values(new()
            {
                ["build_metadata.AdditionalFiles.DariKind"] = "OpenApiSpec",
                ["build_metadata.AdditionalFiles.DariNamespace"] = "Measured.Api" + (char)('A' + pair.i),
            }));

        public override AnalyzerConfigOptions GlobalOptions { get; } =
            new Values(new() { ["build_property.RootNamespace"] = "Measured" });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _items[textFile.Path];
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
    }
}
