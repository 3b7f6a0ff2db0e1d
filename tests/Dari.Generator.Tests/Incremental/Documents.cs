namespace Dari.Generator.Tests.Incremental;

/// <summary>Versions of one small document, each an edit of the first.</summary>
internal static class Documents
{
    public const string Shop = """
        openapi: 3.1.0
        info: { title: Shop, version: "1" }
        servers: [{ url: https://shop.example }]
        tags: [{ name: Orders, description: What people buy. }]
        paths:
          /orders/{id}:
            get:
              operationId: getOrder
              tags: [Orders]
              summary: Gets an order.
              parameters:
                - { name: id, in: path, required: true, description: The order., schema: { type: string } }
              responses:
                "200":
                  description: The order.
                  content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } }
        components:
          schemas:
            Order:
              type: object
              description: Something bought.
              required: [id]
              properties:
                id: { type: string, description: Its id. }
                customer: { $ref: "#/components/schemas/Customer" }
            Customer:
              type: object
              description: Who buys.
              required: [name]
              properties:
                name: { type: string, description: The name. }

        """;

    /// <summary>Nothing in it means anything: only places move.</summary>
    public static string WithComment { get; } = "# Bought things.\n\n" + Shop;

    /// <summary>The version of the document stands nowhere in the files.</summary>
    public static string WithOtherVersion { get; } = Shop.Replace("version: \"1\"", "version: \"2\"");

    public static string WithOtherDescription { get; } = Shop.Replace("The name.", "The whole name.");

    public static string WithRefund { get; } = Shop + """
            Refund:
              type: object
              description: Money given back.
              required: [amount]
              properties:
                amount: { type: integer, description: How much. }

        """;

    /// <summary>A reference that leads nowhere, so that there is a problem that can move.</summary>
    public static string WithProblem { get; } = Shop.Replace("schemas/Customer\"", "schemas/Nobody\"");
}
