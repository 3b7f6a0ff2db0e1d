using Dari.Generator.Emit;
using Dari.Generator.Review;
using Dari.Generator.Tests.Incremental;
using Microsoft.CodeAnalysis;

namespace Dari.Generator.Tests.Requests;

/// <summary>How an <c>.editorconfig</c> sets severities in a document, and silences one place.</summary>
public sealed class DiagnosticRuleTests
{
    private const string Two = """
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        paths: {}
        components:
          schemas:
            A: { properties: { x: { type: strng } } }
            AB: { properties: { x: { type: strng } } }
            a b,c: { properties: { x: { type: strng } } }
        """;

    [Theory]
    [InlineData("error", DiagnosticSeverity.Error)]
    [InlineData("warning", DiagnosticSeverity.Warning)]
    [InlineData("Suggestion", DiagnosticSeverity.Info)]
    [InlineData("silent", DiagnosticSeverity.Hidden)]
    [InlineData("default", DiagnosticSeverity.Warning)]
    [InlineData("loud", DiagnosticSeverity.Warning)]
    public void A_severity_counts_in_its_document(string severity, DiagnosticSeverity expected) =>
        Reported("[shop.yaml]\ndari_severity.DARI004 = " + severity).Select(problem => problem.Severity).ShouldBe([expected, expected, expected]);

    [Fact]
    public void None_reports_nothing() => Reported("[*.yaml]\ndari_severity.dari004 = none").ShouldBeEmpty();

    [Fact]
    public void Another_document_is_left_alone() => Reported("[pets.yaml]\ndari_severity.DARI004 = none").Count.ShouldBe(3);

    [Fact]
    public void An_error_can_be_made_less() =>
        Reported("[*]\ndari_severity.DARI001 = warning", "a: [").ShouldHaveSingleItem().Severity.ShouldBe(DiagnosticSeverity.Warning);

    [Fact]
    public void What_is_found_before_a_document_is_read_can_be_set_too()
    {
        IReadOnlyDictionary<string, string> options = Options("[*]\ndari_severity.DARI008 = warning\ndari_severity.DARI011 = suggestion\ndari_severity.DARI018 = error").AnalyzerOptions;
        Pipeline run = Pipeline.Start(
            new Item("/acme/shop.yaml", Two) { Options = options, Accessibility = "secret" },
            new Item("/acme/a.yaml", Two) { Options = options, Namespace = "Acme" },
            new Item("/acme/b.yaml", Two) { Options = options, Namespace = "Acme" },
            new Item("/acme/fix.yaml", "overlay: 1.0.0") { Options = options, Kind = "OpenApiOverlay", For = "gone.yaml" });

        run.Result.Diagnostics.Where(problem => problem.Id != "DARI004").Select(problem => (problem.Id, problem.Severity)).ShouldBe(
            [("DARI008", DiagnosticSeverity.Warning), ("DARI011", DiagnosticSeverity.Info), ("DARI018", DiagnosticSeverity.Error)], ignoreOrder: true);
    }

    [Fact]
    public void A_failure_of_the_generator_can_be_set_too()
    {
        var item = new Item("/acme/shop.yaml", Two) { Options = Options("[*]\ndari_severity.DARI009 = warning").AnalyzerOptions };

        Pipeline binding = Pipeline.Start(new OpenApiClientGenerator((_, _) => throw new KeyNotFoundException(), ClientEmitter.Emit), item);
        Pipeline emitting = Pipeline.Start(new OpenApiClientGenerator(ReviewedBinder.Bind, (_, _) => throw new KeyNotFoundException()), item);

        binding.Result.Diagnostics.ShouldHaveSingleItem().Severity.ShouldBe(DiagnosticSeverity.Warning);
        emitting.Result.Diagnostics.Single(problem => problem.Id == "DARI009").Severity.ShouldBe(DiagnosticSeverity.Warning);
    }

    [Theory]
    [InlineData("/components/schemas/A", "AB", "a b,c")]
    [InlineData("/components/schemas/A/, /components/schemas/AB/properties", "a b,c")]
    [InlineData("/components/schemas/a%20b%2Cc", "A", "AB")]
    [InlineData("/components", new string[0])]
    [InlineData("/paths", "A", "AB", "a b,c")]
    public void A_pointer_silences_its_place_and_what_is_below(string pointers, params string[] left) =>
        Reported("[shop.yaml]\ndari_suppress.DARI004 = " + pointers)
            .Select(problem => problem.Properties["pointer"]!.Split('/')[3]).ShouldBe(left);

    [Theory]
    [InlineData("%")]
    [InlineData("%ZZ, %u0000, %ff%fe")]
    [InlineData("/components/schemas/A\\u0000, ~, ~2, /~")]
    [InlineData(",,, ,\t/components/schemas/\u202E")]
    [InlineData("long")]
    public void A_pointer_that_leads_nowhere_silences_nothing(string pointers) =>
        Reported("[shop.yaml]\ndari_suppress.DARI004 = " + (pointers == "long" ? "/components/" + new string('~', 1_000_000) : pointers)).Count.ShouldBe(3);

    [Fact]
    public void Other_diagnostics_at_the_place_stay() =>
        Reported("[shop.yaml]\ndari_suppress.DARI003 = /components").Count.ShouldBe(3);

    /// <summary>Why there are keys of our own. Should this ever fail, the usual keys can be read as well.</summary>
    [Fact]
    public void The_compiler_gives_its_own_keys_to_no_generator()
    {
        AnalyzerConfigOptionsResult options = Options("[shop.yaml]\ndotnet_diagnostic.DARI004.severity = none\ndari_severity.DARI004 = none");

        options.AnalyzerOptions.Keys.ShouldBe(["dari_severity.dari004"]);
        options.TreeOptions.Keys.ShouldBe(["dari004"]);
    }

    [Fact]
    public void A_severity_that_changes_is_no_other_client()
    {
        var item = new Item("/acme/shop.yaml", Two);
        Pipeline run = Pipeline.Start(item);

        Pipeline.Start(item with { Options = new Dictionary<string, string> { ["dari_severity.dari004"] = "none" } }).Files.ShouldBe(run.Files);
    }

    private static IReadOnlyList<Diagnostic> Reported(string editorConfig, string text = Two) =>
        Pipeline.Start(new Item("/acme/shop.yaml", text) { Options = Options(editorConfig).AnalyzerOptions }).Result.Diagnostics;

    /// <summary>As the compiler reads it.</summary>
    private static AnalyzerConfigOptionsResult Options(string editorConfig) =>
        AnalyzerConfigSet.Create(new[] { AnalyzerConfig.Parse(editorConfig, "/acme/.editorconfig") }).GetOptionsForSourcePath("/acme/shop.yaml");
}
