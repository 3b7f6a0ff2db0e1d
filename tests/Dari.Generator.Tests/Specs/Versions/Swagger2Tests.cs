using Dari.Generator.Specs;

namespace Dari.Generator.Tests.Specs.Versions;

public class Swagger2Tests
{
    [Theory]
    [InlineData("host: a.example", "https://a.example")]
    [InlineData("host: a.example\nbasePath: /v1", "https://a.example/v1")]
    [InlineData("host: a.example\nbasePath: /v1/\nschemes: [http]", "http://a.example/v1")]
    [InlineData("host: a.example\nschemes: [http, https, ws]", "https://a.example http://a.example")]
    [InlineData("host: a.example:8080\nbasePath: /", "https://a.example:8080")]
    [InlineData("basePath: v1", "/v1")]
    [InlineData("schemes: [https]", "")]
    public void Servers_are_put_together(string yaml, string expected) =>
        string.Join(" ", Reading.Clean("swagger: '2.0'\n" + yaml).Servers.Select(server => server.Url)).ShouldBe(expected);

    [Fact]
    public void An_operation_can_change_the_schemes()
    {
        ApiDocument document = Reading.Clean("""
            swagger: '2.0'
            host: a.example
            schemes: [https]
            paths: { /a: { get: { schemes: [http] }, put: {} } }
            """);

        document.Operations[0].Servers.Single().Url.ShouldBe("http://a.example");
        document.Operations[1].Servers.ShouldBeEmpty();
    }

    [Fact]
    public void A_body_has_each_media_type_that_is_consumed()
    {
        ApiDocument document = Reading.Clean("""
            swagger: '2.0'
            consumes: [application/json, application/xml]
            definitions: { Pet: { type: object } }
            paths:
              /a:
                parameters:
                - { in: body, name: pet, required: true, description: A pet., schema: { $ref: '#/definitions/Pet' } }
                put: {}
                post: { consumes: [text/json] }
                patch: { consumes: [] }
                delete: { parameters: [{ in: body, name: pet }] }
            """);

        document.Operations.Select(operation => string.Join(" ", operation.Body!.Content.Select(content => content.Name))).ShouldBe(
            ["application/json application/xml", "text/json", "application/json", "application/json application/xml"]);
        ApiRequestBody body = document.Operations[0].Body!;
        body.IsRequired.ShouldBeTrue();
        body.Description.ShouldBe("A pet.");
        body.Content[0].Schema!.Reference.ShouldBeSameAs(document.Schemas[0].Schema);
        body.Content[1].Schema.ShouldBeSameAs(body.Content[0].Schema);
        document.Operations[3].Body!.IsRequired.ShouldBeFalse();
    }

    [Theory]
    [InlineData("", "string", "application/x-www-form-urlencoded")]
    [InlineData("", "file", "multipart/form-data")]
    [InlineData("consumes: [multipart/form-data]", "string", "multipart/form-data")]
    [InlineData("consumes: [application/x-www-form-urlencoded, multipart/form-data]", "string", "application/x-www-form-urlencoded multipart/form-data")]
    [InlineData("consumes: [application/x-www-form-urlencoded, multipart/form-data]", "file", "multipart/form-data")]
    [InlineData("consumes: [application/json]", "string", "application/x-www-form-urlencoded")]
    public void Form_fields_become_one_object(string consumes, string type, string mediaTypes)
    {
        ApiOperation operation = Reading.Operation(
            $$"""
            {{consumes}}
            parameters:
            - { in: formData, name: a, type: {{type}}, required: true, description: First. }
            - { in: formData, name: b, type: array, items: { type: string }, collectionFormat: multi }
            - { in: query, name: c, type: integer }
            """,
            "2.0").Value;

        operation.Parameters.Single().Name.ShouldBe("c");
        ApiRequestBody body = operation.Body!;
        body.IsRequired.ShouldBeTrue();
        string.Join(" ", body.Content.Select(content => content.Name)).ShouldBe(mediaTypes);
        ApiSchema schema = body.Content[0].Schema!;
        schema.Types.ShouldBe(SchemaTypes.Object);
        schema.Required.ShouldBe(["a"]);
        schema.Properties.Select(property => property.Name).ShouldBe(["a", "b"]);
        schema.Properties[0].Schema.ShouldSatisfyAllConditions(
            field => field.Types.ShouldBe(SchemaTypes.String),
            field => field.Format.ShouldBe(type == "file" ? "binary" : null),
            field => field.Description.ShouldBe("First."));
        body.Content[0].Encoding.ShouldBe([new ApiEncoding("b", null, ApiParameterStyle.Form, true, false)]);
    }

    [Theory]
    [InlineData("query", "", "Form", false)]
    [InlineData("query", "csv", "Form", false)]
    [InlineData("query", "multi", "Form", true)]
    [InlineData("query", "ssv", "SpaceDelimited", false)]
    [InlineData("query", "tsv", "TabDelimited", false)]
    [InlineData("query", "pipes", "PipeDelimited", false)]
    [InlineData("header", "csv", "Simple", false)]
    [InlineData("header", "pipes", "PipeDelimited", false)]
    public void Collection_formats_become_styles(string place, string format, string style, bool explode)
    {
        string collectionFormat = format.Length == 0 ? "" : ", collectionFormat: " + format;
        Reading<ApiOperation> reading = Reading.Operation(
            $"parameters: [{{ in: {place}, name: a, type: array, items: {{ type: string }}{collectionFormat} }}]", "2.0");

        reading.Problems.ShouldBeEmpty();
        reading.Value.Parameters.Single().ShouldSatisfyAllConditions(
            parameter => parameter.Style.ToString().ShouldBe(style),
            parameter => parameter.Explode.ShouldBe(explode),
            parameter => parameter.Schema.Types.ShouldBe(SchemaTypes.Array),
            parameter => parameter.Schema.Items!.Types.ShouldBe(SchemaTypes.String));
    }

    [Fact]
    public void A_header_cannot_repeat_its_name()
    {
        Reading<ApiOperation> reading = Reading.Operation(
            "parameters: [{ in: header, name: a, type: array, collectionFormat: multi }]", "2.0");

        reading.Problems.Single().ShouldStartWith("DARI004 5:74 #/paths/~1a/get/parameters/0/collectionFormat should be csv");
        reading.Value.Parameters.Single().Style.ShouldBe(ApiParameterStyle.Simple);
    }

    [Fact]
    public void A_parameter_is_its_own_schema()
    {
        ApiParameter parameter = Reading.Operation(
            "parameters: [{ in: query, name: a, type: integer, format: int32, minimum: 1, enum: [1, 2], default: 1, x-nullable: true }]",
            "2.0").Value.Parameters.Single();

        parameter.Schema.ShouldSatisfyAllConditions(
            schema => schema.Types.ShouldBe(SchemaTypes.Integer | SchemaTypes.Null),
            schema => schema.Format.ShouldBe("int32"),
            schema => schema.Minimum.ShouldBe("1"),
            schema => schema.Enum.Count.ShouldBe(2),
            schema => schema.Default!.Text.ShouldBe("1"),
            schema => schema.Required.ShouldBeEmpty());
    }

    [Fact]
    public void A_response_has_each_media_type_that_is_produced()
    {
        ApiDocument document = Reading.Clean("""
            swagger: '2.0'
            responses: { NotFound: { description: Not there., schema: { type: string } } }
            paths:
              /a:
                get:
                  produces: [application/json, application/xml]
                  responses:
                    200: { description: Fine., schema: { type: object }, headers: { X-Rate: { type: integer, description: Left. } } }
                    204: { description: Nothing. }
                    404: { $ref: '#/responses/NotFound' }
                put: { responses: { 200: { description: A file., schema: { type: file } } } }
            """);

        IReadOnlyList<ApiResponse> responses = document.Operations[0].Responses;
        responses.Select(response => response.Status).ShouldBe(["200", "204", "404"]);
        responses[0].Content.Select(content => content.Name).ShouldBe(["application/json", "application/xml"]);
        responses[0].Headers.Single().ShouldSatisfyAllConditions(
            header => header.Name.ShouldBe("X-Rate"),
            header => header.Description.ShouldBe("Left."),
            header => header.Schema.Types.ShouldBe(SchemaTypes.Integer));
        responses[1].Content.ShouldBeEmpty();
        responses[2].Description.ShouldBe("Not there.");
        ApiMediaType file = document.Operations[1].Responses.Single().Content.Single();
        file.Name.ShouldBe("application/octet-stream");
        file.Schema!.Format.ShouldBe("binary");
    }

    [Fact]
    public void Two_bodies_are_one_too_many()
    {
        Reading.Operation("parameters: [{ in: body, name: a }, { in: body, name: b }]", "2.0").Problems.ShouldBe(
            ["DARI007 5:43 #/paths/~1a/get/parameters/1 was left out: an operation has one body"]);
        Reading.Operation("parameters: [{ in: body, name: a }, { in: formData, name: b, type: string }]", "2.0").Problems.ShouldBe(
            ["DARI007 5:43 #/paths/~1a/get/parameters/1 was left out: an operation cannot have both a body and form fields"]);
    }

    [Fact]
    public void Schemas_use_the_older_words()
    {
        ApiSchema schema = Reading.Schema(
            "discriminator: petType\nx-nullable: true\ntype: object\nproperties: { petType: { type: string }, n: { minimum: 1, exclusiveMinimum: true } }",
            "2.0").Value;

        schema.ComponentName.ShouldBe("S");
        schema.Pointer.ShouldBe("#/definitions/S");
        schema.Types.ShouldBe(SchemaTypes.Object | SchemaTypes.Null);
        schema.Discriminator!.PropertyName.ShouldBe("petType");
        schema.Discriminator.Mapping.ShouldBeEmpty();
        schema.Properties[1].Schema.ExclusiveMinimum.ShouldBe("1");
    }

    [Fact]
    public void Security_definitions_are_read()
    {
        ApiDocument document = Reading.Clean("""
            swagger: '2.0'
            securityDefinitions:
              basic: { type: basic }
              key: { type: apiKey, in: header, name: X-Key }
              oauth: { type: oauth2, flow: application, tokenUrl: https://a.example }
            security: [{ basic: [] }]
            """);

        document.SecuritySchemes.Select(scheme => scheme.Kind).ShouldBe(
            [ApiSecuritySchemeKind.HttpBasic, ApiSecuritySchemeKind.ApiKey, ApiSecuritySchemeKind.OAuth2]);
        document.Security.Single().Schemes.ShouldBe(["basic"]);
    }
}
