using System.Diagnostics;
using Dari.Corpus.Reading;
using Dari.Generator;
using Dari.Generator.Binding;
using Dari.Generator.Diagnostics;
using Dari.Generator.Emit;
using Dari.Generator.Model;
using Dari.Generator.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dari.Corpus.Generation;

/// <summary>What the generator made of a document, run by the compiler's driver.</summary>
internal sealed record GeneratedDocument(
    ClientModel? Model,
    IReadOnlyList<SyntaxTree> Trees,
    IReadOnlyList<Diagnostic> Problems,
    HashSet<string> Facts,
    long ReadMilliseconds,
    long BindMilliseconds,
    long EmitMilliseconds)
{
    public const string Namespace = "Corpus.Api";

    public static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    public static GeneratedDocument Of(string path)
    {
        // The model is looked at on its way from one stage to the next: it says which type was made of which schema.
        ClientModel? model = null;
        HashSet<string> facts = [];
        var reading = new Stopwatch();
        var binding = new Stopwatch();
        var emitting = new Stopwatch();
        var generator = new OpenApiClientGenerator(
            (request, stop) =>
            {
                reading.Start();
                var found = new ProblemList(request.Source);
                ApiDocument? document = SpecReader.Read(request.Input, found, stop);
                reading.Stop();
                if (document is null)
                {
                    return new Bound<ClientModel>(null, found.ToEquatableArray());
                }

                binding.Start();
                model = ClientBinder.Bind(request, document, found, stop);
                binding.Stop();
                facts = ReadFacts.Of(document);
                return new Bound<ClientModel>(model, found.ToEquatableArray());
            },
            (client, stop) =>
            {
                emitting.Start();
                GeneratedFile[] files = [.. ClientEmitter.Emit(client, stop)];
                emitting.Stop();
                return files;
            });
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()], [new SpecText(path)], Parsing, new SpecOptions(_ => Namespace));
        GeneratorRunResult result = driver.RunGenerators(CSharpCompilation.Create("Corpus")).GetRunResult().Results.Single();
        List<Diagnostic> problems = [.. result.Diagnostics];
        if (result.Exception is { } exception)
        {
            throw new InvalidOperationException("The generator failed: " + exception.Message, exception);
        }

        return new GeneratedDocument(
            model,
            [.. result.GeneratedSources.Select(source => source.SyntaxTree)],
            problems,
            facts,
            reading.ElapsedMilliseconds,
            binding.ElapsedMilliseconds,
            emitting.ElapsedMilliseconds);
    }
}
