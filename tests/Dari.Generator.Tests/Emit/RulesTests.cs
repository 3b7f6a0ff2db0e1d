using Dari.Generator.Tests.Documents;
using Dari.Generator.Tests.Incremental;
using Dari.Generator.Tests.Snapshots;
using Microsoft.CodeAnalysis;

namespace Dari.Generator.Tests.Emit;

/// <summary>Rules are emitted for who asks, and compile for every document.</summary>
public sealed class RulesTests
{
    public static TheoryData<string> Documents =>
        new([.. SpecDocuments.Features(), .. SpecDocuments.Bundled().Where(path => path.Contains(".openapi.", StringComparison.Ordinal))]);

    [Theory]
    [MemberData(nameof(Documents))]
    public void They_compile(string path)
    {
        foreach (string lean in (string[])["", "true"])
        {
            Pipeline run = Pipeline.Start(Asked(path, File.ReadAllText(path)) with { Lean = lean });

            run.Result.Diagnostics.ShouldNotContain(problem => problem.Severity == DiagnosticSeverity.Error);
            CompiledCode.Of(run.Files);
        }
    }

    [Fact]
    public void Nothing_is_emitted_unless_somebody_asks()
    {
        string path = RepositoryFolder.Path("specs/features/constraints.yaml");
        Item item = Asked(path, File.ReadAllText(path));

        Pipeline without = Pipeline.Start(item with { Validation = "" });
        Pipeline with = Pipeline.Start(item);

        with.Files.Keys.Except(without.Files.Keys).ShouldBe(["Acme/AcmeClientRules.g.cs"]);
        with.Files.Where(file => without.Files.ContainsKey(file.Key)).ShouldBe(without.Files, ignoreOrder: true);
    }

    [Fact]
    public void A_pattern_that_dotnet_does_not_read_is_said_once()
    {
        Pipeline run = Pipeline.Start(Asked("a.yaml", """
            openapi: 3.1.0
            info: { title: a, version: '1' }
            paths: {}
            components:
              schemas:
                Code: { type: string, pattern: '[a-z' }
                A: { type: object, properties: { x: { $ref: '#/components/schemas/Code' }, y: { $ref: '#/components/schemas/Code' } } }
            """));

        Diagnostic problem = run.Result.Diagnostics.ShouldHaveSingleItem();
        problem.Id.ShouldBe("DARI024");
        problem.GetMessage().ShouldBe("The pattern of #/components/schemas/Code is not checked: .NET does not read '[a-z'");
        CompiledCode.Of(run.Files);
    }

    private static Item Asked(string path, string text) =>
        new("/acme/" + Path.GetFileName(path), text) { Namespace = "Acme", ClientName = "AcmeClient", Validation = "true" };
}
