using System.Text.Json.Nodes;
using Dari.Generator.Tests.Documents;
using Dari.Generator.Tests.Incremental;
using Dari.Generator.Tests.Snapshots;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dari.Generator.Tests.Emit;

/// <summary>
/// Whole documents with hostile text in every place: what is emitted compiles, and the text stands in literals, names and
/// comments only.
/// </summary>
public sealed class HostileDocumentTests
{
    private static readonly SyntaxKind[] Literals =
    [
        SyntaxKind.StringLiteralToken, SyntaxKind.Utf8StringLiteralToken, SyntaxKind.InterpolatedStringTextToken, SyntaxKind.XmlTextLiteralToken,
        SyntaxKind.IdentifierToken, SyntaxKind.XmlEntityLiteralToken,
    ];

    public static TheoryData<string, bool> Documents
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (string path in (string[])[.. SpecDocuments.Features(), .. Bundled(), .. SpecDocuments.Corpus()])
            {
                data.Add(path, false);
                data.Add(path, true);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Text_of_a_document_stays_where_it_belongs(string path, bool isWhole)
    {
        int seed = Path.GetFileName(path).Length;
        string text = new HostileDocument(seed, isWhole).Of(SpecTree.Read(path));

        // JSON is YAML as well, and is read by the reader of its name.
        Pipeline run = Pipeline.Start(new Item(isWhole ? "/acme/acme.yaml" : "/acme/acme.json", text) { Namespace = "Acme", ClientName = "AcmeClient" });

        Check(run);
    }

    /// <summary>The same text where an overlay or a fragment brings it in.</summary>
    [Fact]
    public void Text_of_overlays_and_fragments_stays_where_it_belongs()
    {
        foreach (string path in SpecDocuments.Features().Where(path => Path.GetFileName(path) is "enums.yaml" or "unions.yaml" or "results.yaml"))
        {
            JsonObject document = SpecTree.Read(path);
            string hostile = new HostileDocument(3).Of(document);
            string update = new HostileDocument(5).Of(new JsonObject { ["title"] = "More", ["description"] = "More", ["x-more"] = "more" });
            string overlay = $$"""
                { "overlay": "1.0.0", "info": {{update}}, "actions": [{ "target": "$.info", "description": "*/ class Injected { }", "update": {{update}} }] }
                """;

            string paths = string.Join(", ", document["paths"]!.AsObject().Select(
                (one, i) => $$"""{{JsonValue.Create("/p" + i).ToJsonString()}}: { "$ref": {{JsonValue.Create("parts.json#/paths/" + Hole(hostile, i)).ToJsonString()}} }"""));
            Pipeline run = Pipeline.Start(
                new Item("/acme/acme.json", $$"""{ "openapi": "3.1.0", "info": { "title": "A", "version": "1" }, "paths": { {{paths}} } }""") { Namespace = "Acme", ClientName = "AcmeClient" },
                new Item("/acme/parts.json", hostile) { Kind = "OpenApiFragment" },
                new Item("/acme/fix.json", overlay) { Kind = "OpenApiOverlay", For = "acme.json" });

            // All of it was found, and used.
            run.Result.Diagnostics.Where(problem => problem.Location.GetLineSpan().Path == "/acme/acme.json" || problem.Id is "DARI016" or "DARI017" or "DARI018").ShouldBeEmpty();
            Check(run);
        }
    }

    /// <summary>The pointer of a path of a document by its number.</summary>
    private static string Hole(string json, int number) =>
        Uri.EscapeDataString(JsonNode.Parse(json)!["paths"]!.AsObject().ElementAt(number).Key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));

    [Theory]
    [InlineData("nested")]
    [InlineData("nested flow")]
    [InlineData("a: &a { b: [*a] }")]
    [InlineData("laughs")]
    [InlineData("a: *nobody")]
    public void What_would_never_end_in_a_fragment_or_an_overlay_is_told_there(string text)
    {
        string hostile = text switch
        {
            "nested" => string.Concat(Enumerable.Range(0, 3000).Select(depth => new string(' ', depth) + "a:\n")),
            "nested flow" => "a: " + new string('[', 100_000),
            "laughs" => "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 12).Select(
                level => $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat("*a" + (level - 1), 10))}]\n")),
            _ => text,
        };

        foreach ((string kind, string path) in (IEnumerable<(string, string)>)[("OpenApiFragment", "/acme/parts.yaml"), ("OpenApiOverlay", "/acme/fix.yaml"), ("OpenApiSpec", "/acme/own.yaml")])
        {
            Pipeline run = Pipeline.Start(
                new Item("/acme/acme.json", """{ "openapi": "3.1.0", "info": { "title": "A", "version": "1" }, "paths": { "/a": { "$ref": "parts.yaml#/a" } } }""") { Namespace = "Acme" },
                new Item(path, (kind == "OpenApiOverlay" ? "overlay: 1.0.0\n" : "") + hostile) { Kind = kind, For = kind == "OpenApiOverlay" ? "acme.json" : "" });

            run.Result.Exception.ShouldBeNull();
            run.Result.Diagnostics.ShouldContain(problem => problem.Id == "DARI001" || problem.Id == "DARI006");
            run.Result.Diagnostics.Where(problem => problem.Id is "DARI001" or "DARI006").ShouldAllBe(problem => problem.Location.GetLineSpan().Path == path);
            run.Result.Diagnostics.Length.ShouldBeLessThan(20);
        }
    }

    private static void Check(Pipeline run)
    {
        run.Result.Exception.ShouldBeNull();
        run.Result.Diagnostics.Where(problem => problem.Id is "DARI009" or "DARI010").ShouldBeEmpty();
        foreach ((string name, string code) in run.Files)
        {
            code.Where(c => c != '\n' && (char.IsControl(c) || c is '\u2028' or '\u2029' or '\u202E' or '\u2066' or '\uFEFF' || char.IsSurrogate(c)))
                .ShouldBeEmpty(name);
            Check(name, code);
        }

        // The text did get there.
        run.Files.Values.ShouldContain(
            code => code.Contains("Injected", StringComparison.Ordinal),
            string.Join("\n", run.Result.Diagnostics.Where(problem => problem.Severity == DiagnosticSeverity.Error).Take(3)));
        CompiledCode.Of(run.Files);
    }

    /// <summary>Beside them stand their locks.</summary>
    private static IEnumerable<string> Bundled() => SpecDocuments.Bundled().Where(path => path.Contains(".openapi.", StringComparison.Ordinal));

    private static void Check(string name, string code)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(code).GetRoot();
        foreach (SyntaxToken token in root.DescendantTokens(descendIntoTrivia: true).Where(token => token.Text.Contains("Injected", StringComparison.Ordinal)))
        {
            Literals.ShouldContain(token.Kind(), name + ": " + token);
            (token.IsKind(SyntaxKind.IdentifierToken) && token.Text == "Injected").ShouldBeFalse(name);
        }

        // Every directive is one of ours.
        root.DescendantTrivia(descendIntoTrivia: true).Where(trivia => trivia.IsDirective).Select(trivia => trivia.ToString().Trim())
            .ShouldAllBe(directive => directive.StartsWith("#nullable ", StringComparison.Ordinal) || directive.StartsWith("#pragma warning disable CS", StringComparison.Ordinal), name);
    }
}
