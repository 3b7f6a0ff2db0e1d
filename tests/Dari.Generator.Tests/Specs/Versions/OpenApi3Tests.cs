using Dari.Generator.Specs;

namespace Dari.Generator.Tests.Specs.Versions;

public class OpenApi3Tests
{
    [Fact]
    public void Bodies_and_responses_have_media_types()
    {
        Reading<ApiOperation> reading = Reading.Operation("""
            requestBody:
              required: true
              description: What to do.
              content:
                application/json; charset=utf-8: { schema: { type: object } }
                multipart/form-data:
                  schema: { type: object }
                  encoding:
                    file: { contentType: image/png }
                    list: { style: form, explode: false, allowReserved: true }
                text/plain:
            responses:
              200:
                description: Fine.
                headers:
                  X-Next: { required: true, deprecated: true, description: The next one., schema: { type: string } }
                  X-Data: { content: { application/json: { schema: { type: object } } } }
                content: { application/json: { schema: { type: array } } }
              4xx: { description: Wrong. }
              default: { description: Else. }
              x-more: {}
            """);

        reading.Problems.ShouldBeEmpty();
        ApiRequestBody body = reading.Value.Body!;
        body.IsRequired.ShouldBeTrue();
        body.Description.ShouldBe("What to do.");
        body.Content.Select(content => content.Name).ShouldBe(["application/json; charset=utf-8", "multipart/form-data", "text/plain"]);
        body.Content[1].Encoding.ShouldBe(
        [
            new ApiEncoding("file", "image/png", null, null, false),
            new ApiEncoding("list", null, ApiParameterStyle.Form, false, true),
        ]);
        body.Content[2].Schema.ShouldBeNull();
        IReadOnlyList<ApiResponse> responses = reading.Value.Responses;
        responses.Select(response => response.Status).ShouldBe(["200", "4XX", "default"]);
        responses[0].Content.Single().Schema!.Types.ShouldBe(SchemaTypes.Array);
        responses[0].Headers.Select(header => (header.Name, header.Description, header.IsRequired, header.IsDeprecated, header.Schema.Types)).ShouldBe(
            [("X-Next", "The next one.", true, true, SchemaTypes.String), ("X-Data", null, false, false, SchemaTypes.Object)]);
    }

    [Theory]
    [InlineData("ok")]
    [InlineData("20")]
    [InlineData("2000")]
    [InlineData("2X0")]
    [InlineData("'200 OK'")]
    public void What_is_no_status_is_left_out(string status)
    {
        Reading<ApiOperation> reading = Reading.Operation($"responses: {{ {status}: {{ description: Fine. }} }}");

        reading.Value.Responses.ShouldBeEmpty();
        reading.Ids.ShouldBe(["DARI007"]);
    }

    [Fact]
    public void An_operation_says_what_it_is()
    {
        ApiOperation operation = Reading.Operation("""
            operationId: getA
            tags: [One, 2, One]
            summary: Gets A.
            description: At length.
            deprecated: true
            x-dari-evidence: documented
            security: []
            servers: [{ url: https://other.example }]
            """).Value;

        operation.ShouldSatisfyAllConditions(
            o => o.OperationId.ShouldBe("getA"),
            o => o.Method.ShouldBe("GET"),
            o => o.Path.ShouldBe("/a"),
            o => o.Tags.ShouldBe(["One", "2"]),
            o => o.Summary.ShouldBe("Gets A."),
            o => o.Description.ShouldBe("At length."),
            o => o.IsDeprecated.ShouldBeTrue(),
            o => o.Extension("x-dari-evidence")!.Text.ShouldBe("documented"),
            o => o.Security.ShouldNotBeNull().ShouldBeEmpty(),
            o => o.Servers.Single().Url.ShouldBe("https://other.example"));
    }

    [Fact]
    public void An_operation_that_says_nothing_leaves_it_to_the_document()
    {
        ApiOperation operation = Reading.Operation("operationId: ''").Value;

        operation.OperationId.ShouldBeNull();
        operation.Security.ShouldBeNull();
        operation.Servers.ShouldBeEmpty();
        operation.Body.ShouldBeNull();
    }

    [Fact]
    public void Methods_come_in_document_order()
    {
        ApiDocument document = Reading.Clean("""
            openapi: 3.2.0
            paths:
              /b: { summary: All of B., servers: [{ url: /b }], trace: {}, query: {}, delete: { summary: Removes B. } }
              x-internal: { get: {} }
              /a:
                additionalOperations: { COPY: {} }
                get:
                parameters: []
                post: {}
                x-ms: {}
            """);

        document.Operations.Select(operation => operation.Method + " " + operation.Path).ShouldBe(
            ["TRACE /b", "QUERY /b", "DELETE /b", "COPY /a", "POST /a"]);
        document.Operations[0].Summary.ShouldBe("All of B.");
        document.Operations[2].Summary.ShouldBe("Removes B.");
        document.Operations[1].Servers.Single().Url.ShouldBe("/b");
        document.Operations[3].Pointer.ShouldBe("#/paths/~1a/additionalOperations/COPY");
    }

    [Fact]
    public void A_method_in_capitals_is_understood()
    {
        Reading<ApiDocument> reading = Reading.Document("openapi: 3.1.0\npaths: { /a: { GET: {} } }");

        reading.Value.Operations.Single().Method.ShouldBe("GET");
        reading.Problems.ShouldBe(["DARI013 2:21 #/paths/~1a/GET should be under 'get', not 'GET'; it is read as that"]);
    }

    [Theory]
    [InlineData("3.1.0", "webhooks")]
    [InlineData("3.0.3", "x-webhooks")]
    public void Webhooks_are_operations_under_a_name(string version, string key)
    {
        ApiOperation webhook = Reading.Clean($$"""
            openapi: {{version}}
            {{key}}: { pet.new: { post: { requestBody: { content: { application/json: { schema: { type: object } } } } } } }
            """).Webhooks.Single();

        webhook.Path.ShouldBe("pet.new");
        webhook.Method.ShouldBe("POST");
        webhook.Body!.Content.Single().Schema!.Types.ShouldBe(SchemaTypes.Object);
        webhook.Pointer.ShouldBe($"#/{key}/pet.new/post");
    }

    [Fact]
    public void Streams_may_state_the_schema_of_an_item()
    {
        Reading<ApiOperation> reading = Reading.Operation(
            "responses: { 200: { content: { application/jsonl: { itemSchema: { type: object } } } } }", "3.2.0");

        ApiMediaType mediaType = reading.Value.Responses.Single().Content.Single();
        mediaType.Schema.ShouldBeNull();
        mediaType.ItemSchema!.Types.ShouldBe(SchemaTypes.Object);
    }
}
