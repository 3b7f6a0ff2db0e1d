using Dari.Generator.Requests;
using Dari.Generator.Review;
using Dari.Generator.Review.Callers;
using Dari.Generator.Review.Locks;
using Dari.Generator.Specs.Syntax;
using Dari.Generator.Tests.Incremental;
using Dari.Generator.Tests.Snapshots;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Generator.Tests.Review;

/// <summary>Programs written against the old document: the analyzer names the lines marked <c>// breaks</c>, and no others.</summary>
public sealed class CallerTests
{
    internal const string Document = """
        openapi: 3.0.3
        info: { title: Shop, version: "1" }
        paths:
          /orders:
            get:
              operationId: listOrders
              tags: [Orders]
              parameters:
                - { name: limit, in: query, schema: { type: integer, format: int32 } }
              responses: { "200": { description: All., content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Order" } } } } } }
            post:
              operationId: createOrder
              tags: [Orders]
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/NewOrder" } } } }
              responses: { "200": { description: Made., content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } }
        components:
          schemas:
            Order:
              type: object
              required: [id, total, note, state]
              properties:
                id: { type: string }
                total: { type: number }
                note: { type: string }
                state: { type: string, enum: [open, paid, lost] }
                buyer: { $ref: "#/components/schemas/Buyer" }
            NewOrder: { type: object, required: [sku], properties: { sku: { type: string }, count: { type: integer, format: int32 } } }
            Buyer: { type: object, properties: { name: { type: string } } }

        """;

    private const string Head = "using System;\nusing System.Collections.Generic;\nusing System.Linq;\nusing System.Threading.Tasks;\nusing Acme.Shop;\nnamespace Program;\n";

    [Theory]
    [InlineData("total: { type: number }", "total: { type: number, nullable: true }", """
        public static class Uses
        {
            public static double Sum(IEnumerable<Order> orders) => orders.Sum(order => order.Total); // breaks
            public static double Tax(Order order) => order.Total * 0.2; // breaks
            public static double? Maybe(Order order) => order.Total;
            public static string Show(Order order) => $"{order.Total} of {order.Id}";
            public static string Id(Order order) => order.Id;
            public static bool IsFree(Order order) => order.Total == 0;
            public static double Later(Order order)
            {
                var total = order.Total;
                double twice = total + total; // breaks
                return twice;
            }
        }
        """)]
    [InlineData("note: { type: string }", "note: { type: string, nullable: true }", """
        public static class Uses
        {
            public static int Length(Order order) => order.Note.Length; // breaks
            public static int Handled(Order order) => order.Note?.Length ?? 0;
            public static string Text(Order order) => order.Note ?? "";
            public static string Plain(Order order)
            {
                return order.Note; // breaks
            }
            public static int Checked(Order order) => order.Note is { } note ? note.Length : 0;
        }
        """)]
    [InlineData("        total: { type: number }\n", "", """
        public static class Uses
        {
            public static double Total(Order order) => order.Total; // breaks
            public static Order Make() => new()
            {
                Id = "1",
                Total = 3, // breaks
                Note = "",
                State = OrderState.Open,
            };
            public static double Total(Other other) => other.Total;
            public static Order Copy(Order order) => order with { Total = 4 }; // breaks
            public static bool IsBig(Order order) => order is { Total: > 9 }; // breaks
        }
        public sealed class Other
        {
            public double Total { get; set; }
        }
        """)]
    [InlineData("enum: [open, paid, lost]", "enum: [open, paid]", """
        public static class Uses
        {
            public static bool IsLost(Order order) => order.State == OrderState.Lost; // breaks
            public static bool IsOpen(Order order) => order.State == OrderState.Open;
        }
        """)]
    [InlineData("required: [sku]", "required: [sku, count]", """
        public static class Uses
        {
            public static NewOrder Bad() => new() { Sku = "a" }; // breaks
            public static NewOrder Good() => new() { Sku = "a", Count = 2 };
            public static int Read(NewOrder order) => order.Count ?? 1; // breaks
        }
        """)]
    [InlineData("count: { type: integer, format: int32 }", "count: { type: string }", """
        public static class Uses
        {
            public static NewOrder Make() => new() { Sku = "a", Count = 2 }; // breaks
            public static NewOrder Less() => new() { Sku = "a" };
            public static string? Show(NewOrder order) => order.Count?.ToString();
        }
        """)]
    [InlineData("operationId: createOrder", "operationId: placeOrder", """
        public static class Uses
        {
            public static Task<Order> Buy(ShopClient client, NewOrder order) => client.Orders.CreateAsync(order); // breaks
            public static Task<IReadOnlyList<Order>> List(ShopClient client) => client.Orders.ListAsync(5);
        }
        """)]
    [InlineData("name: limit, in: query, schema", "name: limit, in: query, required: true, schema", """
        public static class Uses
        {
            public static Task<IReadOnlyList<Order>> All(IOrdersClient orders) => orders.ListAsync(); // breaks
            public static Task<IReadOnlyList<Order>> Some(IOrdersClient orders) => orders.ListAsync(5);
        }
        """)]
    [InlineData("buyer: { $ref: \"#/components/schemas/Buyer\" }", "buyer: { type: string }", """
        public static class Uses
        {
            public static string? Name(Order order) => order.Buyer?.Name; // breaks
            public static Buyer? Whole(Order order) => order.Buyer; // breaks
            public static string? Other(Buyer buyer) => buyer.Name;
        }
        """)]
    [InlineData("id: { type: string }", "id: { type: string, maxLength: 9 }", """
        public static class Uses
        {
            public static string Id(Order order) => order.Id;
        }
        """)]
    public async Task Exactly_the_broken_lines_are_named(string old, string now, string program)
    {
        string source = Head + program.ReplaceLineEndings("\n");
        (await Lines(Document, source)).ShouldBeEmpty("nothing is pending");

        Document.ShouldContain(old);
        IReadOnlyList<Diagnostic> problems = await Find(Document.Replace(old, now, StringComparison.Ordinal), source);

        problems.Select(problem => problem.Location.GetLineSpan().StartLinePosition.Line).Distinct().Order().ShouldBe(Marked(source));
        problems.ShouldAllBe(problem => problem.Id == "DARI050" && problem.GetMessage(null).Contains("shop.yaml line ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_use_is_told_what_changed_and_where()
    {
        string source = Head + "public static class Uses\n{\n    public static double Tax(Order order) => order.Total * 0.2;\n    public static double Sum(Order order) { double sum = order.Total; return sum; }\n}\n";

        IReadOnlyList<Diagnostic> problems = await Find(Document.Replace("total: { type: number }", "total: { type: number, nullable: true }", StringComparison.Ordinal), source);

        problems[0].GetMessage().ShouldBe("'Order.Total' may be null: it was 'double' and is 'double?' (shop.yaml line 23)");
    }

    private static async Task<IReadOnlyList<int>> Lines(string document, string source) =>
        [.. (await Find(document, source)).Select(problem => problem.Location.GetLineSpan().StartLinePosition.Line)];

    /// <summary>A program with one member.</summary>
    internal static string Program(string member) => Head + "public static class Uses\n{\n    " + member + "\n}\n";

    /// <summary>The files of a client of a version of the document that nobody has approved yet.</summary>
    internal static IReadOnlyDictionary<string, string> Generated(string document)
    {
        var item = new Item("/acme/shop.yaml", document) { Lock = "/acme/shop.lock.json", Namespace = "Acme.Shop", ClientName = "ShopClient" };
        var locked = new Item("/acme/shop.lock.json", LockOf(Document)) { IsLock = true };
        return Pipeline.Start(item, locked).Files;
    }

    private static async Task<IReadOnlyList<Diagnostic>> Find(string document, string source)
    {
        var parsing = new CSharpParseOptions(LanguageVersion.CSharp12);
        IEnumerable<SyntaxTree> generated = Generated(document)
            .Select(file => CSharpSyntaxTree.ParseText(file.Value, parsing, file.Key));
        var compilation = CSharpCompilation.Create(
            "Program",
            [.. generated, CSharpSyntaxTree.ParseText(source, parsing, "/acme/Program.cs")],
            Frameworks.Running,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return
        [
            .. (await compilation.WithAnalyzers([new BrokenUseAnalyzer()]).GetAnalyzerDiagnosticsAsync())
                .OrderBy(problem => problem.Location.SourceSpan.Start),
        ];
    }

    private static IEnumerable<int> Marked(string source) => source.Split('\n')
        .Select((line, number) => (line, number))
        .Where(pair => pair.line.Contains("// breaks", StringComparison.Ordinal))
        .Select(pair => pair.number);

    private static string LockOf(string document)
    {
        var request = new ClientRequest
        {
            Source = new SpecSource("/acme/shop.yaml", SourceText.From(document)),
            Namespace = "Acme.Shop",
            ClientName = "ShopClient",
            IsPublic = true,
        };
        return LockText.Write(SpecLock.Of(SpecVersion.Read(request, default).Value!, "shop.yaml"));
    }
}
