namespace Dari.Cli.Tests.Specs;

/// <summary>A small document and what may become of it.</summary>
internal static class ShopDocument
{
    public const string Text = """
        openapi: 3.0.3
        info: { title: Shop, version: "1" }
        servers: [{ url: https://shop.example }]
        paths:
          /orders:
            get:
              operationId: listOrders
              tags: [Orders]
              parameters:
                - { name: limit, in: query, schema: { type: integer, format: int32 } }
              responses:
                "200":
                  description: All.
                  content:
                    application/json:
                      schema: { type: array, items: { $ref: "#/components/schemas/Order" } }
        components:
          schemas:
            Order:
              type: object
              required: [id, total]
              properties:
                id: { type: string }
                total: { type: number }
                buyer: { $ref: "#/components/schemas/Buyer" }
            Buyer: { type: object, properties: { name: { type: string } } }

        """;

    /// <summary>Breaks who computes with the total.</summary>
    public static string Breaking { get; } = With("total: { type: number }", "total: { type: number, nullable: true }");

    /// <summary>Breaks nobody.</summary>
    public static string Safe { get; } = With("id: { type: string }", "id: { type: string }\n        note: { type: string }");

    /// <summary>Warns those who use the parameter.</summary>
    public static string Risky { get; } = With("name: limit, in: query", "name: limit, deprecated: true, in: query");

    /// <summary>Says the same in other words.</summary>
    public static string Reworded { get; } = With("description: All.", "description: All there are.");

    /// <summary>Has no schema <c>Buyer</c> any more.</summary>
    public static string WithoutBuyer { get; } = With("        buyer: { $ref: \"#/components/schemas/Buyer\" }\n", "")
        .Replace("    Buyer: { type: object, properties: { name: { type: string } } }\n", "", StringComparison.Ordinal);

    public static string With(string old, string now)
    {
        string edited = Text.Replace(old, now, StringComparison.Ordinal);
        edited.ShouldNotBe(Text);
        return edited;
    }
}
