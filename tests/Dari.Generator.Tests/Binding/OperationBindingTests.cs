using Dari.Generator.Model;

namespace Dari.Generator.Tests.Binding;

public sealed class OperationBindingTests
{
    [Theory]
    [InlineData("Pets", "createPet", "CreateAsync")]
    [InlineData("Pets", "pets_list", "ListAsync")]
    [InlineData("Pets", "getPetById", "GetByIdAsync")]
    [InlineData("SourceSnapshots", "finalizeSourceSnapshot", "FinalizeAsync")]
    [InlineData("Messages", "listSessionMessages", "ListSessionMessagesAsync")]
    [InlineData("repos", "repos/list-for-org", "ListForOrgAsync")]
    [InlineData("Pets", "read_pet_pets__pet_id__get", "ReadAsync")]
    [InlineData("Pets", "pets", "PetsAsync")]
    public void Methods_do_not_repeat_their_tag(string tag, string operationId, string expected)
    {
        OperationModel operation = Assert.Single(BinderHost.Operations(
            $$"""
            paths:
              /pets/{pet_id}:
                get:
                  operationId: {{operationId}}
                  tags: [{{tag}}]
                  parameters: [{ name: pet_id, in: path, required: true, schema: { type: string } }]
                  responses: { '204': { description: gone } }
            """));

        Assert.Equal(expected, operation.Name.Text);
    }

    [Fact]
    public void Methods_without_an_id_are_named_by_what_they_do()
    {
        Assert.Equal(
            ["ListAsync", "CreateAsync", "GetAsync", "DeleteAsync", "CreateFeedAsync"],
            BinderHost.Operations(
                """
                paths:
                  /v1/pets:
                    get: { responses: {} }
                    post: { responses: {} }
                  /v1/pets/{id}:
                    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
                    get: { responses: {} }
                    delete: { responses: {} }
                  /v1/pets/{id}/feed:
                    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
                    post: { responses: {} }
                """).Select(operation => operation.Name.Text));
    }

    [Theory]
    [InlineData("'200': { description: ok, content: { application/json: { schema: { type: string } } } }", "Json", false)]
    [InlineData("'200': { description: ok, content: { application/json: { schema: { type: string } } } }, '204': { description: none }", "Json", true)]
    [InlineData("'204': { description: none }", "None", false)]
    [InlineData("'200': { description: ok, content: { application/zip: { schema: { type: string, format: binary } } } }", "File", false)]
    [InlineData("'200': { description: ok, content: { text/plain: { schema: { type: string } } } }", "Text", false)]
    [InlineData("'200': { description: ok, content: { text/event-stream: { schema: { type: object } } } }", "Events", false)]
    [InlineData("'200': { description: ok, content: { text/event-stream: { schema: { type: string } } } }", "TextEvents", false)]
    [InlineData("'200': { description: ok, content: { application/x-ndjson: { schema: { type: object } } } }", "Lines", false)]
    [InlineData("'200': { description: ok, content: { application/json: { schema: { type: string } } } }, '202': { description: ok, content: { application/json: { schema: { type: integer } } } }", "Result", false)]
    [InlineData("default: { description: ok, content: { application/json: { schema: { type: string } } } }", "Json", false)]
    [InlineData("'101': { description: upgrade }", "None", false)]
    public void Responses_decide_what_a_method_returns(string responses, string expected, bool isNullable)
    {
        OperationModel operation = Assert.Single(BinderHost.Operations($"paths: {{ /x: {{ get: {{ responses: {{ {responses} }} }} }} }}"));

        Assert.Equal(expected, operation.Response.Kind.ToString());
        Assert.Equal(isNullable, operation.Response.IsNullable);
    }

    [Fact]
    public void Operations_with_the_same_error_bodies_share_a_table()
    {
        ClientModel client = BinderHost.Bind(
            """
            paths:
              /a: { get: { responses: { '404': { $ref: '#/components/responses/Missing' } } } }
              /b: { get: { responses: { '404': { $ref: '#/components/responses/Missing' } } } }
            components:
              responses:
                Missing: { description: no, content: { application/problem+json: { schema: { $ref: '#/components/schemas/Problem' } } } }
              schemas:
                Problem: { type: object, properties: { title: { type: string } } }
            """).Value!;

        Assert.Equal("ProblemOn404", Assert.Single(client.ErrorTables).Name.Text);
    }

    [Fact]
    public void More_than_two_parameters_go_into_a_record()
    {
        OperationModel operation = Assert.Single(BinderHost.Operations(
            """
            paths:
              /pets:
                get:
                  operationId: listPets
                  parameters:
                    - { name: limit, in: query, schema: { type: integer } }
                    - { name: X-Trace, in: header, schema: { type: string } }
                    - { name: Idempotency-Key, in: header, required: true, schema: { type: string } }
                    - { name: Authorization, in: header, schema: { type: string } }
                    - { name: tags, in: query, explode: false, schema: { type: array, items: { type: string } } }
                  responses: {}
            """));

        Assert.Equal("ListPetsQuery", operation.Query?.Type.Text);
        Assert.Equal(["Limit", "Trace", "Tags"], operation.Query!.Parameters.Select(parameter => parameter.PropertyName.Text));
        Assert.Equal(ParameterStyle.Comma, operation.Query.Parameters[2].Style);
        Assert.Equal("Idempotency-Key", operation.IdempotencyHeader);
    }

    [Theory]
    [InlineData("[{ key: [] }]", 0)]
    [InlineData("[{ token: [] }]", 1)]
    [InlineData("[]", 1)]
    public void A_header_that_a_scheme_of_the_operation_fills_in_is_not_asked_for(string security, int expected)
    {
        OperationModel operation = Assert.Single(BinderHost.Operations(
            $$"""
            paths:
              /pets: { get: { security: {{security}}, parameters: [{ name: api_key, in: header, schema: { type: string } }], responses: {} } }
            components:
              securitySchemes: { key: { type: apiKey, in: header, name: api_key }, token: { type: http, scheme: bearer } }
            """));

        Assert.Equal(expected, operation.Trailing.Count);
    }

    [Fact]
    public void Filters_keep_only_what_they_reach()
    {
        ClientModel client = BinderHost.Bind(
            """
            paths:
              /pets: { get: { tags: [Pets], responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } } } }
              /orders: { get: { tags: [Orders], responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } } } }
            components:
              schemas:
                Pet: { type: object, properties: { name: { type: string } } }
                Order: { type: object, properties: { total: { type: number } } }
            """,
            "pets").Value!;

        Assert.Equal(["Pet"], client.Types.Select(type => type.Name.Text));
    }
}
