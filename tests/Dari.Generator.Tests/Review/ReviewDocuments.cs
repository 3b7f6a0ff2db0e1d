namespace Dari.Generator.Tests.Review;

/// <summary>One shop in the three ways to write it; each seed edits a line of one of them.</summary>
internal static class ReviewDocuments
{
    public static string Of(string version) => version switch
    {
        "2.0" => Swagger,
        "3.0" => "openapi: 3.0.3\n" + Body.Replace("@nullable", "nullable: true", StringComparison.Ordinal),
        "3.1" => "openapi: 3.1.0\n" + Body.Replace("type: string, @nullable", "type: [string, 'null']", StringComparison.Ordinal),
        _ => throw new ArgumentOutOfRangeException(nameof(version)),
    };

    private const string Body = """
        info: { title: Shop, version: "1" }
        servers:
          - url: https://shop.example/v1
          - url: https://backup.shop.example
        security: [{ key: [] }]
        tags: [{ name: Pets }]
        paths:
          /pets:
            get:
              operationId: listPets
              tags: [Pets]
              parameters:
                - { name: limit, in: query, schema: { type: integer, format: int32, default: 20 } }
                - { name: tags, in: query, style: form, explode: true, schema: { type: array, items: { type: string } } }
                - { name: X-Trace, in: header, schema: { type: string } }
                - { name: filter, in: query, content: { application/json: { schema: { type: object } } } }
              responses:
                "200":
                  description: All.
                  headers:
                    X-Total: { required: true, schema: { type: integer } }
                  content:
                    application/json:
                      schema: { type: array, items: { $ref: "#/components/schemas/Pet" } }
            post:
              operationId: createPet
              tags: [Pets]
              requestBody:
                required: true
                content:
                  application/json: { schema: { $ref: "#/components/schemas/NewPet" } }
              responses:
                "201": { description: Made., content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
                "409": { description: There., content: { application/json: { schema: { $ref: "#/components/schemas/Problem" } } } }
          /pets/{petId}:
            get:
              operationId: getPet
              tags: [Pets]
              parameters:
                - { name: petId, in: path, required: true, schema: { type: string } }
              responses:
                "200": { description: One., content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
            delete:
              operationId: deletePet
              tags: [Pets]
              x-sunset: "2030-06-01"
              security: [{ oauth: [write] }]
              parameters:
                - { name: petId, in: path, required: true, schema: { type: string } }
                - { name: force, in: query, required: true, schema: { type: boolean } }
              responses:
                "204": { description: Gone. }
          /photos:
            post:
              operationId: addPhoto
              tags: [Pets]
              requestBody:
                content:
                  multipart/form-data:
                    schema: { type: object, properties: { file: { type: string, format: binary }, meta: { type: object } } }
                    encoding: { meta: { contentType: application/json } }
              responses:
                "200": { description: Kept., content: { application/json: { schema: { $ref: "#/components/schemas/Animal" } } } }
        components:
          securitySchemes:
            key: { type: apiKey, in: header, name: X-Key }
            oauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: "https://shop.example/token", scopes: { read: r, write: w } } } }
            unused: { type: http, scheme: basic }
          schemas:
            Pet:
              type: object
              required: [id, name, kind]
              properties:
                id: { type: string, format: uuid, readOnly: true }
                name: { type: string, maxLength: 64 }
                kind: { $ref: "#/components/schemas/Kind" }
                age: { type: integer, format: int32 }
                note: { type: string, @nullable }
                mail: { type: string, format: email }
                price: { type: number }
                owner: { $ref: "#/components/schemas/Owner" }
            NewPet:
              type: object
              required: [name]
              properties:
                name: { type: string, minLength: 1 }
                kind: { $ref: "#/components/schemas/Kind" }
                weight: { type: number, minimum: 0, maximum: 500, exclusiveMinimum: 1 }
                step: { type: number, multipleOf: 2 }
                code: { type: string, pattern: "^a" }
                secret: { type: string, writeOnly: true }
                labels: { type: array, minItems: 1, maxItems: 9, uniqueItems: true, items: { type: string } }
                born: { type: string, format: date }
                alias: { type: string, @nullable }
                extra: { type: object, minProperties: 1, maxProperties: 5, additionalProperties: { type: string } }
                nick: { type: string, default: Rex }
                food: { allOf: [{ $ref: "#/components/schemas/Food" }] }
            Kind: { type: string, enum: [cat, dog, bird] }
            Owner: { type: object, properties: { city: { type: string } }, required: [city] }
            Food: { type: object, additionalProperties: false, properties: { brand: { type: string } } }
            Problem: { type: object, properties: { code: { type: integer, format: int64 } } }
            Animal:
              oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }]
              discriminator: { propertyName: kind, mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" } }
            Cat: { type: object, required: [kind], properties: { kind: { type: string }, lives: { type: integer } } }
            Dog: { type: object, required: [kind], properties: { kind: { type: string }, tricks: { type: integer } } }
            Fish: { type: object, properties: { fins: { type: integer } } }

        """;

    private const string Swagger = """
        swagger: "2.0"
        info: { title: Shop, version: "1" }
        host: shop.example
        basePath: /v1
        schemes: [https]
        consumes: [application/json]
        produces: [application/json]
        security: [{ key: [] }]
        securityDefinitions:
          key: { type: apiKey, in: header, name: X-Key }
          basic: { type: basic }
        paths:
          /pets:
            get:
              operationId: listPets
              tags: [Pets]
              parameters:
                - { name: limit, in: query, type: integer, format: int32 }
                - { name: tags, in: query, type: array, items: { type: string }, collectionFormat: multi }
                - { name: sort, in: query, type: string, enum: [up, down] }
              responses:
                "200":
                  description: All.
                  headers: { X-Total: { type: integer } }
                  schema: { type: array, items: { $ref: "#/definitions/Pet" } }
            post:
              operationId: createPet
              tags: [Pets]
              parameters:
                - { name: body, in: body, required: true, schema: { $ref: "#/definitions/NewPet" } }
              responses:
                "201": { description: Made., schema: { $ref: "#/definitions/Pet" } }
                default: { description: Error., schema: { $ref: "#/definitions/Problem" } }
          /pets/{id}:
            put:
              operationId: renamePet
              tags: [Pets]
              parameters:
                - { name: id, in: path, required: true, type: string }
                - { name: name, in: formData, required: true, type: string }
                - { name: loud, in: formData, type: boolean }
              consumes: [application/x-www-form-urlencoded]
              responses:
                "204": { description: Done. }
        definitions:
          Pet:
            type: object
            required: [id]
            properties:
              id: { type: integer, format: int64 }
              name: { type: string, x-nullable: true }
              kind: { type: string, enum: [cat, dog] }
              tags: { type: array, items: { type: string } }
          NewPet:
            type: object
            required: [name]
            properties:
              name: { type: string, maxLength: 10 }
              born: { type: string, format: date }
          Problem: { type: object, properties: { code: { type: integer } } }

        """;
}
