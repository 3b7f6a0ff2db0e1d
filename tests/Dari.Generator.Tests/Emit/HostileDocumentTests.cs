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

        Pipeline run = Pipeline.Start(new Item("/acme/acme.json", text) { Namespace = "Acme", ClientName = "AcmeClient" });

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
