using System.Collections.Immutable;
using Dari.Generator.Fixes;
using Dari.Generator.Review.Callers;
using Dari.Generator.Tests.Snapshots;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Generator.Tests.Review;

/// <summary>What an editor offers at a broken line; the line compiles afterwards.</summary>
public sealed class FixTests
{
    [Theory]
    [InlineData(
        "total: { type: number }", "total: { type: number, nullable: true }",
        "public static double Tax(Order order) => order.Total * 0.2;",
        "Throw where 'Total' is null",
        "public static double Tax(Order order) => (order.Total ?? throw new InvalidOperationException(\"'Total' is null.\")) * 0.2;")]
    [InlineData(
        "total: { type: number }", "total: { type: number, nullable: true }",
        "public static double Sum(IEnumerable<Order> orders) => orders.Sum(order => order.Total);",
        "Throw where 'Total' is null",
        "public static double Sum(IEnumerable<Order> orders) => orders.Sum(order => order.Total ?? throw new InvalidOperationException(\"'Total' is null.\"));")]
    [InlineData(
        "total: { type: number }", "total: { type: number, nullable: true }",
        "public static double Later(Order order) { var total = order.Total; double twice = total; return twice; }",
        "Throw where 'Total' is null",
        "public static double Later(Order order) { var total = order.Total; double twice = total ?? throw new InvalidOperationException(\"'Total' is null.\"); return twice; }")]
    [InlineData(
        "note: { type: string }", "note: { type: string, nullable: true }",
        "public static int Length(Order order) => order.Note.Length;",
        "Throw where 'Note' is null",
        "public static int Length(Order order) => (order.Note ?? throw new InvalidOperationException(\"'Note' is null.\")).Length;")]
    [InlineData(
        "operationId: createOrder", "operationId: placeOrder",
        "public static Task<Order> Buy(ShopClient client, NewOrder order) => client.Orders.CreateAsync(order);",
        "Use the new name 'PlaceAsync'",
        "public static Task<Order> Buy(ShopClient client, NewOrder order) => client.Orders.PlaceAsync(order);")]
    [InlineData(
        "count: { type: integer, format: int32 }", "count: { type: integer, format: int32, x-dari-name: Pieces }",
        "public static NewOrder Make() => new() { Sku = \"a\", Count = 2 };",
        "Use the new name 'Pieces'",
        "public static NewOrder Make() => new() { Sku = \"a\", Pieces = 2 };")]
    [InlineData(
        ", count: { type: integer, format: int32 }", "",
        "public static NewOrder Make() => new() { Sku = \"a\", Count = 2 };",
        "Do not set 'Count'",
        "public static NewOrder Make() => new() { Sku = \"a\" };")]
    [InlineData(
        ", count: { type: integer, format: int32 }", "",
        "public static int? Read(NewOrder order) => order.Count;", null, null)]
    [InlineData(
        "required: [sku]", "required: [sku, count]",
        "public static NewOrder Make() => new() { Sku = \"a\" };", null, null)]
    public async Task The_one_obvious_fix_is_offered(string old, string now, string member, string? title, string? expected)
    {
        using var workspace = new AdhocWorkspace();
        Document document = Document(workspace, old, now, member);
        Diagnostic problem = (await ProblemsAsync(document)).First();
        var offered = new List<CodeAction>();
        await new BrokenUseFixProvider().RegisterCodeFixesAsync(new CodeFixContext(document, problem, (action, _) => offered.Add(action), default));

        if (title is null)
        {
            offered.ShouldBeEmpty("only its author knows what to do");
            return;
        }

        CodeAction fix = offered.ShouldHaveSingleItem();
        fix.Title.ShouldBe(title);
        Document mended = await ApplyAsync(fix, document);
        (await mended.GetTextAsync()).ToString().ShouldBe(CallerTests.Program(expected!));
        (await ProblemsAsync(mended)).ShouldBeEmpty();
        (await mended.Project.GetCompilationAsync())!.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
    }

    private static Document Document(AdhocWorkspace workspace, string old, string now, string member)
    {
        CallerTests.Document.ShouldContain(old);
        Project project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Program",
            "Program",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(LanguageVersion.CSharp12),
            metadataReferences: Frameworks.Running));
        foreach ((string name, string text) in CallerTests.Generated(CallerTests.Document.Replace(old, now, StringComparison.Ordinal)))
        {
            project = project.AddDocument(name, SourceText.From(text), filePath: name).Project;
        }

        return project.AddDocument("Program.cs", SourceText.From(CallerTests.Program(member)), filePath: "/acme/Program.cs");
    }

    private static async Task<ImmutableArray<Diagnostic>> ProblemsAsync(Document document)
    {
        Compilation compilation = (await document.Project.GetCompilationAsync())!;
        return await compilation.WithAnalyzers([new BrokenUseAnalyzer()]).GetAnalyzerDiagnosticsAsync();
    }

    private static async Task<Document> ApplyAsync(CodeAction fix, Document document)
    {
        ApplyChangesOperation changes = (await fix.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single();
        return changes.ChangedSolution.GetDocument(document.Id)!;
    }
}
