namespace Dari.Package.Tests;

/// <summary>Two small documents.</summary>
internal static class OwnDocuments
{
    public const string Yaml = """
        openapi: 3.0.3
        info: { title: Animals, version: "1" }
        servers: [{ url: https://pets.example }]
        paths:
          /pets/{id}:
            get:
              operationId: getPet
              tags: [Pets]
              summary: Gets a pet.
              parameters:
                - { name: id, in: path, required: true, description: Its number., schema: { type: integer, format: int64 } }
              responses:
                "200":
                  description: The pet.
                  content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
          /keepers:
            get:
              operationId: countKeepers
              tags: [Keepers]
              summary: Counts the keepers.
              responses:
                "200":
                  description: How many.
                  content: { application/json: { schema: { type: integer, format: int32 } } }
        components:
          schemas:
            Pet:
              type: object
              description: A pet.
              required: [id, name]
              properties:
                id: { type: integer, format: int64, description: Its number. }
                name: { type: string, description: What it listens to. }

        """;

    public const string Json = """
        {
          "openapi": "3.1.0",
          "info": { "title": "Shop", "version": "1" },
          "servers": [{ "url": "https://shop.example" }],
          "paths": {
            "/orders": {
              "get": {
                "operationId": "listOrders",
                "tags": ["Orders"],
                "summary": "Lists the orders.",
                "responses": {
                  "200": {
                    "description": "All of them.",
                    "content": {
                      "application/json": {
                        "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Order" } }
                      }
                    }
                  }
                }
              }
            },
            "/csharp-orders": {
              "get": {
                "operationId": "countCSharpOrders",
                "tags": ["C# orders"],
                "summary": "Counts the orders of books about C#.",
                "responses": {
                  "200": {
                    "description": "How many.",
                    "content": { "application/json": { "schema": { "type": "integer", "format": "int64" } } }
                  }
                }
              }
            }
          },
          "components": {
            "schemas": {
              "Order": {
                "type": "object",
                "description": "Something bought.",
                "required": ["id"],
                "properties": { "id": { "type": "string", "description": "Its id." } }
              }
            }
          }
        }
        """;
}
