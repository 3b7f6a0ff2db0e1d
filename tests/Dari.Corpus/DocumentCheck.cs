using System.Diagnostics;
using System.Runtime.Loader;
using Dari.Corpus.Acceptance;
using Dari.Corpus.Checks;
using Dari.Corpus.Generation;
using Dari.Corpus.Reading;
using Microsoft.CodeAnalysis;

namespace Dari.Corpus;

/// <summary>All that is checked of one document.</summary>
internal static class DocumentCheck
{
    public static DocumentRow Run(string path, Arguments arguments)
    {
        var row = new DocumentRow(Path.GetFileName(path));
        try
        {
            Check(path, arguments, row);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            row.Errors.Add(Text.OneLine(exception));
        }

        return row;
    }

    private static void Check(string path, Arguments arguments, DocumentRow row)
    {
        SpecJson spec = SpecJson.Read(path);
        row.Version = spec.Version;
        HashSet<string> declared = [.. spec.Operations().Select(operation => operation.Method + " " + operation.Path)];
        row.OperationsDeclared = declared.Count;

        GeneratedDocument generated = GeneratedDocument.Of(path);
        (row.ReadMilliseconds, row.BindMilliseconds, row.EmitMilliseconds) =
            (generated.ReadMilliseconds, generated.BindMilliseconds, generated.EmitMilliseconds);
        row.Errors.AddRange(generated.Problems.Where(problem => problem.Severity == DiagnosticSeverity.Error).Select(Text.OneLine));
        if (generated.Model is not { } model || generated.Trees.Count == 0)
        {
            return;
        }

        row.IsGenerated = true;
        row.Models = model.Types.Count;
        row.Files = generated.Trees.Count;
        row.Lines = generated.Trees.Sum(tree => tree.GetText().Lines.Count);
        HashSet<string> made = [.. model.Tags.SelectMany(tag => tag.Operations).Select(call => call.Method + " " + call.Template)];
        row.OperationsGenerated = made.Count(declared.Contains);
        row.Failures.AddRange(declared.Except(made).Select(missing => "not generated: " + missing));
        row.Errors.AddRange(made.Except(declared).Select(extra => "generated, but not declared: " + extra));
        OtherReader.Compare(spec, made, generated.Facts, row);
        if (arguments.Keep is { } folder)
        {
            Keep(generated, path, Path.Combine(folder, row.Name));
        }

        var clock = Stopwatch.StartNew();
        CompiledDocument compiled = CompiledDocument.Of(generated.Trees);
        row.CompileMilliseconds = clock.ElapsedMilliseconds;
        clock.Restart();
        IReadOnlyList<Diagnostic> problems = [.. compiled.Problems, .. SdkAnalyzers.Problems(compiled.Compilation)];
        row.AnalyzeMilliseconds = clock.ElapsedMilliseconds;
        row.Warnings = problems.Count(problem => problem.DefaultSeverity <= DiagnosticSeverity.Warning);
        row.Errors.AddRange(problems.Select(Text.OneLine));
        row.IsCompiled = compiled.IsCompiled;
        if (compiled.IsCompiled)
        {
            var loaded = new LoadedClient(compiled.Load(out AssemblyLoadContext context), model);
            var other = new OtherValidator(spec, loaded, row);
            foreach (int seed in arguments.Seeds)
            {
                RoundTripCheck.Run(spec, loaded, other, seed, row);
                CallCheck.Run(spec, loaded, seed, row);
            }

            context.Unload();
        }
    }

    private static void Keep(GeneratedDocument generated, string document, string folder)
    {
        Directory.CreateDirectory(folder);
        File.Copy(document, Path.Combine(folder, Path.GetFileName(document)), overwrite: true);
        foreach (SyntaxTree tree in generated.Trees)
        {
            string path = Path.Combine(folder, tree.FilePath);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, tree.ToString());
        }
    }
}
