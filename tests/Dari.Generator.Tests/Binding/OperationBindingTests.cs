using Dari.Generator.Diagnostics;
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
    [InlineData("host")]
    [InlineData("Content-Length")]
    [InlineData("Transfer-Encoding")]
    [InlineData("Connection")]
    [InlineData("TE")]
    public void What_the_connection_writes_is_not_asked_for_and_that_is_said(string header)
    {
        Bound<ClientModel> bound = BinderHost.Bind(
            $$"""
            paths:
              /things:
                get:
                  parameters: [{ name: {{header}}, in: header, required: true, schema: { type: string } }]
                  responses: { '204': { description: none } }
            """);

        Assert.Empty(bound.Value!.Tags.SelectMany(tag => tag.Operations).Single().Leading);
        DiagnosticInfo problem = Assert.Single(bound.Problems);
        Assert.Equal("DARI025", problem.Descriptor.Id);
        Assert.Contains("#/paths/~1things/get/parameters/0", problem.Arguments);
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
    [InlineData("'204': { description: none, content: { application/json: { schema: { type: string } } } }", "None", false)]
    [InlineData("'200': { description: ok, content: { application/json: { schema: { type: string } } } }, '203': { description: ok, content: { text/plain: {} } }", "Result", false)]
    [InlineData("'200': { description: ok, content: { application/json: { schema: { type: string } } } }, '202': { description: ok, content: { application/x-ndjson: { schema: { type: object } } } }", "Result", false)]
    [InlineData("'200': { description: ok, content: { application/x-ndjson: { schema: { type: object } } } }, '202': { description: ok, content: { application/json: { schema: { type: string } } } }", "Lines", false)]
    public void Responses_decide_what_a_method_returns(string responses, string expected, bool isNullable)
    {
        OperationModel operation = BinderHost.Operations($"paths: {{ /x: {{ get: {{ responses: {{ {responses} }} }} }} }}")[0];

        Assert.Equal(expected, operation.Response.Kind.ToString());
        Assert.Equal(isNullable, operation.Response.IsNullable);
    }

    [Theory]
    [InlineData("application/json", "{ type: object }", "Json", "application/json")]
    [InlineData("application/vnd.pets+json; v=2", "{ type: object }", "Json", "application/vnd.pets+json; v=2")]
    [InlineData("application/*+json", "{ type: object }", "Json", "application/json")]
    [InlineData("''", "{ type: object }", "Json", "application/json")]
    [InlineData("a/b/c", "{ type: object }", "Json", "application/json")]
    [InlineData("text/json; charset=utf-16", "{ type: object }", "Json", "text/json")]
    [InlineData("application/json; charset=UTF-8", "{ type: object }", "Json", "application/json; charset=UTF-8")]
    [InlineData("image/*", "{ type: string, format: binary }", "Binary", "image/*")]
    [InlineData("text/*", "{ type: string }", "Text", "text/plain")]
    [InlineData("multipart/related", "{ type: object, properties: { a: { type: string } } }", "Multipart", "multipart/related")]
    [InlineData("multipart/*", "{ type: object, properties: { a: { type: string } } }", "Multipart", "multipart/form-data")]
    [InlineData("application/x-www-form-urlencoded", "{ type: array, items: { type: string } }", "Binary", "application/x-www-form-urlencoded")]
    public void A_body_is_sent_as_what_the_document_says_or_means(string media, string schema, string kind, string contentType)
    {
        OperationModel operation = Assert.Single(BinderHost.Operations(
            $"paths: {{ /x: {{ post: {{ requestBody: {{ content: {{ {media}: {{ schema: {schema} }} }} }}, responses: {{}} }} }} }}"));

        Assert.Equal((kind, contentType), (operation.Body!.Kind.ToString(), operation.Body.ContentType));
    }

    [Fact]
    public void A_media_type_that_is_none_is_said()
    {
        DiagnosticInfo problem = Assert.Single(BinderHost.Bind(
            """
            paths:
              /x:
                post:
                  requestBody: { content: { a/b/c: { schema: { type: string } } } }
                  responses: {}
            """).Problems);

        Assert.Equal("DARI013", problem.Descriptor.Id);
        Assert.Equal("The media type should be two words with a slash between, not 'a/b/c'; it is read as application/json", problem.ToDiagnostic().GetMessage());
        Assert.Equal((5, 39), (problem.Location!.LineSpan.Start.Line, problem.Location.LineSpan.Start.Character));
    }

    [Fact]
    public void A_form_without_fields_is_not_asked_for() =>
        Assert.Null(Assert.Single(BinderHost.Operations(
            "paths: { /x: { get: { requestBody: { content: { application/x-www-form-urlencoded: { schema: { type: object, properties: {} } } } }, responses: {} } } }")).Body);

    [Theory]
    [InlineData("header")]
    [InlineData("cookie")]
    public void A_parameter_that_cannot_be_sent_is_left_out_and_said(string place)
    {
        Bound<ClientModel> bound = BinderHost.Bind(
            $$"""
            paths:
              /x: { get: { parameters: [{ name: a b, in: {{place}}, schema: { type: string } }], responses: {} } }
            """);

        OperationModel operation = Assert.Single(Assert.Single(bound.Value!.Tags).Operations);
        Assert.Empty(operation.Leading.Concat(operation.Trailing));
        Assert.Equal("DARI007", Assert.Single(bound.Problems).Descriptor.Id);
    }

    [Theory]
    [InlineData("application/vnd.pets+json", "application/json", "application/vnd.pets+json, application/json")]
    [InlineData("'*/*'", "application/json", "application/json")]
    [InlineData("text/plain", "application/json", "text/plain, application/json")]
    public void What_is_read_is_asked_for(string first, string second, string expected)
    {
        OperationModel operation = BinderHost.Operations(
            $$"""
            paths:
              /x:
                get:
                  responses:
                    '200': { description: a, content: { {{first}}: { schema: { type: string } } } }
                    '201': { description: b, content: { {{second}}: { schema: { type: integer } }, text/xml: {} } }
            """)[0];

        Assert.Equal(expected, operation.Accept);
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
