using Dari.Generator.Specs;

namespace Dari.Generator.Tests.Specs.Versions;

/// <summary>What is formally wrong and yet clear is read, with one message that says how.</summary>
public class LenientReadingTests
{
    [Theory]
    [InlineData("type: 'string,null'", "Null, String", "DARI013 5:15 #/components/schemas/S/type should be a list of types, not 'string,null'; it is read as the list [string, null]")]
    [InlineData("type: integer | string", "Integer, String", "DARI013 5:15 #/components/schemas/S/type should be a list of types, not 'integer | string'; it is read as the list [integer, string]")]
    [InlineData("type: String", "String", "DARI013 5:15 #/components/schemas/S/type should be the name of a type, not 'String'; it is read as string")]
    [InlineData("type: int", "Integer", "DARI013 5:15 #/components/schemas/S/type should be the name of a type, not 'int'; it is read as integer")]
    [InlineData("type: float", "Number", "DARI013 5:15 #/components/schemas/S/type should be the name of a type, not 'float'; it is read as number")]
    [InlineData("type: date", "String", "DARI013 5:15 #/components/schemas/S/type should be the name of a type, not 'date'; it is read as string with format date")]
    [InlineData("type: any", "None", "DARI004 5:15 #/components/schemas/S/type should be the name of a type, not 'any'; it is ignored")]
    [InlineData("type: string, enum: active", "String", "DARI013 5:29 #/components/schemas/S/enum should be a list, not 'active'; it is read as a list of this one value")]
    [InlineData("type: string, required: true", "String", "DARI004 5:33 #/components/schemas/S/required should be a list of names on the object that has this property, not a boolean; it is ignored")]
    public void A_schema(string keywords, string types, string problem)
    {
        Reading<ApiDocument> reading = Reading.Document($"openapi: 3.1.0\ncomponents:\n  schemas:\n    S:\n      {{ {keywords} }}");

        reading.Value.Schemas.Single().Schema.Types.ToString().ShouldBe(types);
        reading.Problems.ShouldBe([problem]);
    }

    [Theory]
    [InlineData("deprecated: 'true'", "DARI013 5:21 #/components/schemas/S/deprecated should be true or false, not the string 'true'; it is read as true")]
    [InlineData("uniqueItems: no", "DARI013 5:22 #/components/schemas/S/uniqueItems should be true or false, not the string 'no'; it is read as false")]
    [InlineData("readOnly: maybe", "DARI004 5:19 #/components/schemas/S/readOnly should be true or false, not 'maybe'; it is ignored")]
    [InlineData("items: strng", "DARI004 5:16 #/components/schemas/S/items should be a schema, not 'strng'; it is ignored")]
    [InlineData("items: string", "DARI013 5:16 #/components/schemas/S/items should be a schema, not 'string'; it is read as a schema of type string")]
    [InlineData("nullable: true", "DARI019 5:19 #/components/schemas/S says 'nullable', which OpenAPI 3.1 does not know; it is read all the same, and 'null' among the types says it properly")]
    public void A_guess_is_said(string keywords, string problem) =>
        Reading.Document($"openapi: 3.1.0\ncomponents:\n  schemas:\n    S:\n      {{ {keywords} }}").Problems.ShouldBe([problem]);

    [Theory]
    [InlineData("swagger: '2.0'\ndefinitions: { A: { type: string, nullable: true } }", "DARI019 2:45 #/definitions/A says 'nullable', which OpenAPI 2.0 does not know; it is read all the same, and 'x-nullable: true' says it properly")]
    [InlineData("openapi: 3.0.0\npaths: { /a: { get: { parameters: [{ name: a, schema: { type: string } }] } } }", "DARI007 2:36 #/paths/~1a/get/parameters/0 was left out: it needs 'in' (path, query, header or cookie)")]
    [InlineData("openapi: 3.0.0\npaths: { /a: { get: { parameters: [{ in: query, schema: { type: string } }] } } }", "DARI007 2:36 #/paths/~1a/get/parameters/0 was left out: it has no name")]
    public void So_is_what_is_missing_or_of_another_version(string text, string problem) =>
        Reading.Document(text).Problems.ShouldBe([problem]);

    [Fact]
    public void A_path_without_its_slash()
    {
        Reading<ApiDocument> reading = Reading.Document("openapi: 3.1.0\npaths: { 'pets/{id}': { get: { parameters: [{ name: id, in: path, schema: { type: string } }] } } }");

        reading.Value.Operations.Single().Path.ShouldBe("/pets/{id}");
        reading.Problems.ShouldBe(["DARI013 2:10 #/paths/pets~1{id} should be a path that begins with '/', not 'pets/{id}'; it is read as '/pets/{id}'"]);
    }

    [Theory]
    [InlineData("openapi: 3.0.0")]
    [InlineData("openapi: 3.0.0\npaths:")]
    [InlineData("openapi: 3.0.0\npaths: { /a: { get: } }")]
    [InlineData("openapi: 3.0.0\npaths: { /a: { get: {} } }")]
    [InlineData("openapi: 3.0.0\npaths: { /a: { get: { responses: { 200: {} } } } }")]
    [InlineData("swagger: '2.0'\npaths: { /a: { post: { parameters: [{ in: body, name: b }], responses: { 200: {} } } } }")]
    [InlineData("openapi: 3.0.0\ncomponents: { schemas: { A: { type: string, nullable: true } } }")]
    public void What_is_missing_is_not_missed(string text) => Reading.Clean(text);

    [Fact]
    public void All_that_openapi_3_2_brings()
    {
        Reading<ApiDocument> reading = Reading.Document("""
            openapi: 3.2.0
            $self: https://pets.example/openapi
            tags: [{ name: pets, summary: Pets, kind: nav, parent: all }, { name: all }]
            paths:
              /search:
                query:
                  operationId: search
                  parameters: [{ in: querystring, content: { application/x-www-form-urlencoded: { schema: { type: object } } } }]
                  requestBody: { content: { application/json: { $ref: '#/components/mediaTypes/Pet' } } }
                  responses: { 200: { content: { application/jsonl: { itemSchema: { $ref: '#/components/schemas/Pet' } } } } }
                additionalOperations:
                  LINK: { operationId: link, responses: { 204: {} } }
            components:
              mediaTypes: { Pet: { schema: { $ref: '#/components/schemas/Pet' } } }
              schemas:
                Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }], discriminator: { propertyName: kind, defaultMapping: Cat } }
                Cat: { type: object, properties: { kind: { type: string } } }
              securitySchemes:
                device: { type: oauth2, flows: { deviceAuthorization: { deviceAuthorizationUrl: https://a.example, tokenUrl: https://b.example, scopes: {} } } }
            """);

        reading.Problems.ShouldBeEmpty();
        ApiOperation[] operations = [.. reading.Value.Operations];
        operations.Select(operation => operation.Method + " " + operation.OperationId).ShouldBe(["QUERY search", "LINK link"]);
        operations[0].Parameters.Single().In.ShouldBe(ApiParameterLocation.QueryString);
        operations[0].Body!.Content.Single().Schema!.Reference!.ComponentName.ShouldBe("Pet");
        operations[0].Responses.Single().Content.Single().ItemSchema!.Reference!.ComponentName.ShouldBe("Pet");
        reading.Value.Schemas[0].Schema.Discriminator!.DefaultMapping!.ComponentName.ShouldBe("Cat");
        reading.Value.SecuritySchemes.Single().Kind.ShouldBe(ApiSecuritySchemeKind.OAuth2);
    }

    [Fact]
    public void Parts_by_position_are_left_out_with_a_message()
    {
        Reading.Operation("requestBody: { content: { multipart/mixed: { itemSchema: {}, itemEncoding: { contentType: text/plain } } } }", "3.2.0")
            .Ids.ShouldBe(["DARI007"]);
    }
}
