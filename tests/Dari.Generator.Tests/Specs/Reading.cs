using Dari.Generator.Diagnostics;
using Dari.Generator.Specs;
using Dari.Generator.Specs.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Generator.Tests.Specs;

/// <summary>What one reading gave: the result, and the problems as <c>ID line:column message</c>, counted from 1.</summary>
internal sealed record Reading<T>(T? Result, string Text, IReadOnlyList<string> Problems)
    where T : class
{
    public T Value => Result.ShouldNotBeNull(string.Join("\n", Problems));

    public IEnumerable<string> Ids => Problems.Select(problem => problem.Split(' ')[0]);
}

internal static class Reading
{
    public static Reading<SpecNode> Tree(string text, string path = "spec.yaml") =>
        Run(text, path, (source, problems) => SyntaxReader.Read(source, problems, CancellationToken.None));

    public static Reading<SpecNode> Json(string text) => Tree(text, "spec.json");

    public static Reading<ApiDocument> Document(string text, string path = "spec.yaml") =>
        Run(text, path, (source, problems) => SpecReader.Read(source, problems, CancellationToken.None));

    /// <summary>A document together with others of the build that it may refer to.</summary>
    public static Reading<ApiDocument> Document(string text, string path, params (string Path, string Text)[] others) =>
        Document(text, path, others, []);

    /// <summary>A document under overlays.</summary>
    public static Reading<ApiDocument> Overlaid(string text, params string[] overlays) =>
        Document(text, "spec.yaml", [], [.. overlays.Select((overlay, i) => ($"overlay{i + 1}.yaml", overlay))]);

    private static Reading<ApiDocument> Document(
        string text, string path, (string Path, string Text)[] others, (string Path, string Text)[] overlays) =>
        Run(
            text,
            path,
            (source, problems) => SpecReader.Read(new SpecInput(source, Sources(others), Sources(overlays)), problems, CancellationToken.None));

    private static SpecSource[] Sources((string Path, string Text)[] texts) =>
        [.. texts.Select(text => new SpecSource(text.Path, SourceText.From(text.Text)))];

    /// <summary>A document that is all right: any problem fails the test.</summary>
    public static ApiDocument Clean(string text)
    {
        Reading<ApiDocument> reading = Document(text);
        reading.Problems.ShouldBeEmpty();
        return reading.Value;
    }

    /// <summary>Schema <c>S</c> of a document of the version, given its keywords.</summary>
    public static Reading<ApiSchema> Schema(string keywords, string version = "3.1.0")
    {
        bool isSwagger = version == "2.0";
        string head = isSwagger ? "swagger: '2.0'\ndefinitions:\n" : $"openapi: {version}\ncomponents:\n  schemas:\n";
        string margin = isSwagger ? "  " : "    ";
        string body = margin + "S:\n" + string.Concat(keywords.Split('\n').Select(line => margin + "  " + line + "\n"));
        Reading<ApiDocument> reading = Document(head + body);
        return new Reading<ApiSchema>(reading.Value.Schemas.Single(schema => schema.Name == "S").Schema, reading.Text, reading.Problems);
    }

    /// <summary>The operation <c>GET /a</c>, given its members.</summary>
    public static Reading<ApiOperation> Operation(string members, string version = "3.1.0")
    {
        string head = version == "2.0" ? "swagger: '2.0'\n" : $"openapi: {version}\n";
        string body = string.Concat(members.Split('\n').Select(line => "      " + line + "\n"));
        Reading<ApiDocument> reading = Document(head + "paths:\n  /a:\n    get:\n" + body);
        return new Reading<ApiOperation>(reading.Value.Operations.Single(), reading.Text, reading.Problems);
    }

    private static Reading<T> Run<T>(string text, string path, Func<SpecSource, ProblemList, T?> read)
        where T : class
    {
        var source = new SpecSource(path, SourceText.From(text));
        var problems = new ProblemList(source);
        T? result = read(source, problems);
        return new Reading<T>(result, text, [.. problems.ToEquatableArray().Select(Describe)]);
    }

    private static string Describe(DiagnosticInfo problem)
    {
        LinePosition start = problem.Location!.LineSpan.Start;
        string file = problem.Location.Path.StartsWith("spec.", StringComparison.Ordinal) ? "" : problem.Location.Path + " ";
        return $"{problem.Descriptor.Id} {file}{start.Line + 1}:{start.Character + 1} {problem.ToDiagnostic().GetMessage()}";
    }
}
