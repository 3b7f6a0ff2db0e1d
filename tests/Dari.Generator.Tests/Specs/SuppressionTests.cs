using Dari.Generator.Diagnostics;
using Dari.Generator.Specs;
using Dari.Generator.Specs.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Generator.Tests.Specs;

/// <summary>Where a problem is, as a JSON pointer, and how a document silences it there.</summary>
public class SuppressionTests
{
    [Theory]
    [InlineData("x-dari-suppress: [DARI004]")]
    [InlineData("x-dari-suppress: DARI004")]
    [InlineData("x-dari-suppress: [DARI001, DARI004]")]
    public void An_object_silences_what_is_in_it(string suppression)
    {
        Reading<ApiDocument> reading = Reading.Document($$"""
            openapi: 3.1.0
            components:
              schemas:
                A: { {{suppression}}, properties: { x: { type: strng } } }
                B: { properties: { x: { type: strng } } }
            """);

        reading.Problems.ShouldBe(["DARI004 5:35 #/components/schemas/B/properties/x/type should be the name of a type, not 'strng'; it is ignored"]);
    }

    [Theory]
    [InlineData("x-dari-suppress: [DARI003]")]
    [InlineData("x-dari-suppress: true")]
    [InlineData("x-dari-suppress: {DARI004: true}")]
    public void Other_diagnostics_stay(string suppression) =>
        Reading.Schema(suppression + "\ntype: strng").Ids.ShouldBe(["DARI004"]);

    [Fact]
    public void The_whole_document_can_silence() =>
        Reading.Document("openapi: 3.1.0\nx-dari-suppress: [DARI005, DARI003]\ncomponents: { schemas: { A: { $ref: '#/x' } }, schemas: {} }").Problems.ShouldBeEmpty();

    [Fact]
    public void A_referenced_document_silences_its_own()
    {
        Reading.Document(
            "openapi: 3.1.0\ncomponents: { schemas: { A: { $ref: 'a.yaml#/A' } } }",
            "spec.yaml",
            ("a.yaml", "A: { x-dari-suppress: [DARI004], type: strng }")).Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("openapi: 3.1.0\npaths: { /a~b: { get: { tags: 1 } } }", "DARI004", "#/paths/~1a~0b/get/tags")]
    [InlineData("openapi: 3.1.0\ninfo: { title: a, title: b }", "DARI005", "#/info")]
    [InlineData("openapi: 3.9.0", "DARI015", "#/openapi")]
    [InlineData("# none\ninfo: {}", "DARI002", "#")]
    [InlineData("a: [", "DARI001", "")]
    [InlineData("openapi: 3.1.0\npaths: { '/a/{b}': { get: {} } }", "DARI012", "#/paths/~1a~1{b}/get")]
    public void A_diagnostic_knows_its_pointer(string text, string id, string pointer)
    {
        var source = new SpecSource("spec.yaml", SourceText.From(text));
        var problems = new ProblemList(source);
        SpecReader.Read(source, problems, CancellationToken.None);

        Diagnostic diagnostic = problems.ToEquatableArray().ShouldHaveSingleItem().ToDiagnostic();
        diagnostic.Id.ShouldBe(id);
        (diagnostic.Properties.GetValueOrDefault("pointer") ?? "").ShouldBe(pointer);
    }
}
