using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dari.Generator.Tests.Incremental;

/// <summary>A project in a compiler that remembers: each step runs the generator again and shows what it did.</summary>
internal sealed class Pipeline
{
    private readonly IReadOnlyList<Item> _items;
    private readonly IReadOnlyList<AdditionalText> _texts;
    private readonly Compilation _compilation;
    private readonly GeneratorDriver _driver;

    private Pipeline(
        IReadOnlyList<Item> items,
        IReadOnlyList<AdditionalText> texts,
        Compilation compilation,
        GeneratorDriver driver,
        CancellationToken cancellationToken = default)
    {
        (_items, _texts, _compilation) = (items, texts, compilation);
        _driver = driver.RunGenerators(compilation, cancellationToken);
        Result = _driver.GetRunResult().Results.Single();
    }

    public GeneratorRunResult Result { get; }

    public IReadOnlyDictionary<string, string> Files =>
        Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    public static Pipeline Start(params Item[] items) => Start(new OpenApiClientGenerator(), items);

    public static Pipeline Start(IIncrementalGenerator generator, params Item[] items) => Start(generator, items, default);

    public static Pipeline Start(IIncrementalGenerator generator, Item[] items, CancellationToken cancellationToken)
    {
        var parsing = new CSharpParseOptions(LanguageVersion.CSharp12);
        DocumentText[] texts = [.. items.Select(item => new DocumentText(item.Path, item.Text))];
        return new Pipeline(
            items,
            texts,
            CSharpCompilation.Create(
                "Acme",
                [CSharpSyntaxTree.ParseText("internal class Program;", parsing)],
                [.. Net80.References.All, MetadataReference.CreateFromFile(typeof(Optional<>).Assembly.Location)],
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)),
            CSharpGeneratorDriver.Create(
                [generator.AsSourceGenerator()],
                texts,
                parsing,
                OptionsFor(items),
                new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)),
            cancellationToken);
    }

    /// <summary>The user types C#.</summary>
    public Pipeline Type(string code)
    {
        SyntaxTree typed = CSharpSyntaxTree.ParseText(code, (CSharpParseOptions)_compilation.SyntaxTrees.First().Options);
        return new Pipeline(_items, _texts, _compilation.AddSyntaxTrees(typed), _driver);
    }

    /// <summary>The user saves a document.</summary>
    public Pipeline Save(string path, string text)
    {
        int index = Enumerable.Range(0, _texts.Count).Single(i => _texts[i].Path == path);
        var saved = new DocumentText(path, text);
        AdditionalText[] texts = [.. _texts.Select((old, i) => i == index ? saved : old)];
        return new Pipeline(_items, texts, _compilation, _driver.ReplaceAdditionalText(_texts[index], saved));
    }

    /// <summary>The project is evaluated again and nothing came of it.</summary>
    public Pipeline Reload() =>
        new(_items, _texts, _compilation, _driver.WithUpdatedAnalyzerConfigOptions(OptionsFor(_items)));

    /// <summary>What became of each value of a step, in order.</summary>
    public IncrementalStepRunReason[] Reasons(string step) =>
        [.. Result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason)];

    /// <summary>The same for what was handed to the compiler.</summary>
    public IncrementalStepRunReason[] OutputReasons() =>
    [
        .. Result.TrackedOutputSteps
            .SelectMany(step => step.Value)
            .SelectMany(run => run.Outputs)
            .Select(output => output.Reason),
    ];

    private static ItemOptions OptionsFor(IEnumerable<Item> items) =>
        new(items.GroupBy(item => item.Path).ToDictionary(group => group.Key, group => group.Last().Metadata));
}
