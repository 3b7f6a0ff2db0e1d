using System.Text.Json;
using Dari.Generator.Binding;
using Dari.Generator.Model;
using Dari.Generator.Requests;
using Dari.Generator.Specs.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Generator.Tests.Emit;

/// <summary>What a lean client has: the JSON code that its operations need, and no other.</summary>
public sealed class LeanTests
{
    private const string Orders = """
        openapi: 3.1.0
        info: { title: Orders, version: '1' }
        paths:
          /orders:
            post:
              operationId: placeOrder
              parameters: [{ name: filter, in: query, content: { application/json: { schema: { $ref: '#/components/schemas/Filter' } } } }]
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/OrderDraft' } } } }
              responses:
                '201': { description: Placed., content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
                '422': { description: Refused., content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }
        components:
          schemas:
            Filter: { type: object, properties: { text: { type: string } } }
            OrderDraft:
              type: object
              required: [lines, payment]
              properties:
                lines: { type: array, items: { $ref: '#/components/schemas/Line' } }
                payment: { $ref: '#/components/schemas/Payment' }
            Order:
              type: object
              required: [id, lines]
              properties:
                id: { type: string }
                state: { type: string, enum: [open, done] }
                lines: { type: array, items: { $ref: '#/components/schemas/Line' } }
            Line: { type: object, required: [sku], properties: { sku: { type: string } } }
            Payment:
              oneOf: [{ $ref: '#/components/schemas/Card' }, { $ref: '#/components/schemas/Transfer' }]
              discriminator: { propertyName: kind, mapping: { card: '#/components/schemas/Card', transfer: '#/components/schemas/Transfer' } }
            Card: { type: object, required: [kind], properties: { kind: { type: string, const: card }, number: { type: string } } }
            Transfer: { type: object, required: [kind], properties: { kind: { type: string, const: transfer } } }
            Problem: { type: object, properties: { detail: { type: string } } }
            Forgotten: { type: object, properties: { a: { type: string } } }
        """;

    private static readonly EmittedClient Client = EmittedClient.Of(Bind(Orders, isLean: true));

    [Theory]
    [InlineData("OrderDraft", false, true)]
    [InlineData("Filter", false, true)]
    [InlineData("Payment", false, true)]
    [InlineData("Card", false, true)]
    [InlineData("Order", true, false)]
    [InlineData("Problem", true, false)]
    [InlineData("Line", true, true)]
    [InlineData("OrderState", true, true)]
    public void A_type_has_code_for_the_ways_it_goes(string type, bool isRead, bool isWritten)
    {
        Type converter = Client.Type(type + "Json");
        converter.GetMethods().Count(method => method is { Name: "Read", IsStatic: true }).ShouldBe(isRead ? 1 : 0);
        converter.GetMethods().Count(method => method is { Name: "Write", IsStatic: true }).ShouldBe(isWritten ? 1 : 0);
    }

    [Fact]
    public void What_no_operation_leads_to_is_left_out()
    {
        Bind(Orders, isLean: true).Types.ShouldNotContain(type => type.Name.Plain == "Forgotten");
        Bind(Orders, isLean: false).Types.ShouldContain(type => type.Name.Plain == "Forgotten" && type.Json == JsonUse.Both);
    }

    [Fact]
    public void A_serializer_is_told_why_it_cannot()
    {
        object order = Client.Read("Order", """{"id":"o1","lines":[{"sku":"a"}]}""");
        Should.Throw<NotSupportedException>(() => JsonSerializer.Serialize(order, order.GetType()))
            .Message.ShouldContain("Order has no code for this: no operation sends it, and the client is Lean.");
        Should.Throw<NotSupportedException>(() => Client.Read("OrderDraft", "{}")).Message.ShouldContain("no operation receives it");
    }

    [Fact]
    public void A_document_without_operations_keeps_all_code()
    {
        string schemas = Orders[..Orders.IndexOf("paths:", StringComparison.Ordinal)] + "paths: {}\n" + Orders[Orders.IndexOf("components:", StringComparison.Ordinal)..];
        Bind(schemas, isLean: true).Types.ShouldAllBe(type => type.Json == JsonUse.Both);
    }

    private static ClientModel Bind(string yaml, bool isLean) => ClientBinder.Bind(
        new ClientRequest
        {
            Source = new SpecSource("orders.yaml", SourceText.From(yaml)),
            Namespace = "Acme",
            ClientName = "",
            IsPublic = true,
            IsLean = isLean,
        },
        CancellationToken.None).Value!;
}
