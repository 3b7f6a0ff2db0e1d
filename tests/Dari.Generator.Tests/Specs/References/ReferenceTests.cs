using Dari.Generator.Specs;

namespace Dari.Generator.Tests.Specs.References;

public class ReferenceTests
{
    [Theory]
    [InlineData("#/components/schemas/Pet", "#/components/schemas/Pet")]
    [InlineData("#/components/schemas/Pet/properties/name", "#/components/schemas/Pet/properties/name")]
    [InlineData("#/components/schemas/List/prefixItems/1", "#/components/schemas/List/prefixItems/1")]
    [InlineData("#/components/schemas/a~1b~0c", "#/components/schemas/a~1b~0c")]
    [InlineData("#/components/schemas/With%20Space", "#/components/schemas/With Space")]
    [InlineData("#/components/schemas/With Space", "#/components/schemas/With Space")]
    [InlineData("#/components/schemas/100%25", "#/components/schemas/100%")]
    [InlineData("#/components/schemas/100%", "#/components/schemas/100%")]
    [InlineData("#/components/schemas/%7Braw%7D", "#/components/schemas/%7Braw%7D")]
    [InlineData("#/paths/~1pets~1%7Bid%7D/get/responses/200/content/application~1json/schema", "#/paths/~1pets~1{id}/get/responses/200/content/application~1json/schema")]
    [InlineData("#/components/schemas/Defs/$defs/Inner", "#/components/schemas/Defs/$defs/Inner")]
    [InlineData("#here", "#/components/schemas/Defs/$defs/Inner")]
    [InlineData("#/$defs/Root", "#/$defs/Root")]
    [InlineData("https://pets.example/tree", "#/components/schemas/Tree")]
    [InlineData("https://pets.example/tree#/properties/leaf", "#/components/schemas/Tree/properties/leaf")]
    public void A_reference_leads_anywhere_in_the_document(string reference, string pointer)
    {
        ApiDocument document = Reading.Clean($$"""
            openapi: 3.1.0
            $defs: { Root: { type: string } }
            paths:
              /pets/{id}:
                get:
                  parameters: [{ name: id, in: path, schema: { type: string } }]
                  responses: { 200: { content: { application/json: { schema: { type: array } } } } }
            components:
              schemas:
                Use: { $ref: "{{reference}}" }
                Pet: { properties: { name: { type: string } } }
                List: { prefixItems: [{ type: string }, { type: integer }] }
                a/b~c: { type: string }
                With Space: { type: string }
                100%: { type: string }
                "%7Braw%7D": { type: string }
                Defs: { $defs: { Inner: { $anchor: here, type: string } } }
                Tree: { $id: "https://pets.example/tree", properties: { leaf: { type: string } } }
            """);

        ApiSchema target = document.Schemas[0].Schema.Reference.ShouldNotBeNull();
        target.Pointer.ShouldBe(pointer);
    }

    [Theory]
    [InlineData("#/components/schemas/Nobody")]
    [InlineData("#/components/schemas/List/items/7")]
    [InlineData("#/components/schemas/List/type/x")]
    [InlineData("#nowhere")]
    [InlineData("Pet")]
    [InlineData("other.yaml#/Pet")]
    [InlineData("https://elsewhere.example/pet.json")]
    [InlineData("")]
    public void One_that_leads_nowhere_is_reported_and_accepts_anything(string reference)
    {
        Reading<ApiDocument> reading = Reading.Document($$"""
            openapi: 3.1.0
            components: { schemas: { Use: { $ref: '{{reference}}' }, List: { type: array, items: {} } } }
            """);

        reading.Problems.ShouldBe(
            [$"DARI003 2:39 '{reference}' cannot be resolved from #/components/schemas/Use; it is read as a schema that accepts anything"]);
        ApiSchema use = reading.Value.Schemas[0].Schema;
        use.Reference.ShouldBeNull();
        use.Types.ShouldBe(SchemaTypes.None);
    }

    [Fact]
    public void One_place_is_one_schema()
    {
        ApiDocument document = Reading.Clean("""
            openapi: 3.1.0
            components:
              schemas:
                A: { properties: { x: { $ref: '#/components/schemas/B' }, y: { $ref: '#/components/schemas/B' } } }
                B: { properties: { self: { $ref: '#/components/schemas/B' }, a: { $ref: '#/components/schemas/A' } } }
            """);

        ApiSchema a = document.Schemas[0].Schema;
        ApiSchema b = document.Schemas[1].Schema;
        a.Properties.ShouldAllBe(property => property.Schema.Reference == b);
        b.Properties[0].Schema.Reference.ShouldBeSameAs(b);
        b.Properties[1].Schema.Reference.ShouldBeSameAs(a);
        (a.ComponentName, b.ComponentName, a.Properties[0].Schema.ComponentName).ShouldBe(("A", "B", null));
    }

    [Theory]
    [InlineData("A: { $ref: '#/components/schemas/A' }")]
    [InlineData("A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' }")]
    [InlineData("A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/C' }, C: { $ref: '#/components/schemas/B' }")]
    public void A_circle_of_references_is_opened(string schemas)
    {
        Reading<ApiDocument> reading = Reading.Document($"openapi: 3.1.0\ncomponents: {{ schemas: {{ {schemas} }} }}");

        reading.Problems.Single().ShouldContain("the references lead in a circle");
        foreach (ApiNamedSchema named in reading.Value.Schemas)
        {
            ApiSchema? schema = named.Schema;
            for (int steps = 0; schema is not null; steps++)
            {
                steps.ShouldBeLessThan(10);
                schema = schema.Reference;
            }
        }
    }

    [Fact]
    public void A_long_chain_is_followed_to_its_end()
    {
        const int Length = 20_000;
        IEnumerable<string> chain = Enumerable.Range(0, Length)
            .Select(i => $"    S{i}: {{ $ref: '#/components/schemas/S{i + 1}' }}");
        ApiDocument document = Reading.Clean(
            $"openapi: 3.1.0\ncomponents:\n  schemas:\n{string.Join("\n", chain)}\n    S{Length}: {{ type: string }}");

        ApiSchema schema = document.Schemas[0].Schema;
        while (schema.Reference is { } next)
        {
            schema = next;
        }

        schema.Types.ShouldBe(SchemaTypes.String);
    }

    [Fact]
    public void What_only_looks_like_a_reference_is_none()
    {
        Reading<ApiSchema> reading = Reading.Schema("""
            properties: { $ref: { type: string } }
            required: [$ref]
            default: { $ref: '#/nowhere' }
            enum: [{ $ref: '#/nowhere' }]
            const: { $ref: '#/nowhere' }
            examples: [{ $ref: '#/nowhere' }]
            x-more: { $ref: '#/nowhere' }
            """);

        reading.Problems.ShouldBeEmpty();
        reading.Value.Properties.Single().Name.ShouldBe("$ref");
        reading.Value.Properties.Single().Schema.Types.ShouldBe(SchemaTypes.String);
    }

    [Fact]
    public void A_reference_that_is_no_string_is_reported()
    {
        Reading<ApiSchema> reading = Reading.Schema("$ref: { a: b }");

        reading.Problems.ShouldBe(["DARI004 5:13 #/components/schemas/S/$ref should be a reference, not an object; it is ignored"]);
    }

    [Fact]
    public void Every_kind_of_component_can_be_referred_to()
    {
        ApiDocument document = Reading.Clean("""
            openapi: 3.1.0
            components:
              parameters: { P: { $ref: '#/components/parameters/Q' }, Q: { name: q, in: query, schema: { type: string } } }
              requestBodies: { B: { required: true, content: { application/json: { schema: { type: object } } } } }
              responses: { R: { description: Fine., headers: { H: { $ref: '#/components/headers/H' } } } }
              headers: { H: { description: A header., schema: { type: integer } } }
              securitySchemes: { S: { $ref: '#/components/securitySchemes/T' }, T: { type: http, scheme: bearer } }
              pathItems: { I: { get: { operationId: shared }, put: { operationId: sharedPut } } }
            paths:
              /a:
                post:
                  parameters: [{ $ref: '#/components/parameters/P' }]
                  requestBody: { $ref: '#/components/requestBodies/B' }
                  responses: { 200: { $ref: '#/components/responses/R', description: Better. } }
              /b: { $ref: '#/components/pathItems/I', put: { operationId: own } }
              /c: { $ref: '#/paths/~1a' }
            """);

        ApiOperation post = document.Operations[0];
        post.Parameters.Single().Name.ShouldBe("q");
        post.Body!.IsRequired.ShouldBeTrue();
        post.Body.Pointer.ShouldBe("#/components/requestBodies/B");
        post.Responses.Single().ShouldSatisfyAllConditions(
            response => response.Status.ShouldBe("200"),
            response => response.Description.ShouldBe("Better."),
            response => response.Headers.Single().Description.ShouldBe("A header."));
        document.SecuritySchemes.Select(scheme => scheme.Kind).Distinct().ShouldBe([ApiSecuritySchemeKind.HttpBearer]);
        document.Operations.Skip(1).Select(operation => operation.Path + " " + operation.OperationId).ShouldBe(["/b own", "/b shared", "/c "]);
    }

    [Theory]
    [InlineData("requestBody: { $ref: '#/nowhere' }", "DARI003 5:28 '#/nowhere' cannot be resolved from #/paths/~1a/get/requestBody; a request body is left out")]
    [InlineData("responses: { 200: { $ref: '#/nowhere' } }", "DARI003 5:33 '#/nowhere' cannot be resolved from #/paths/~1a/get/responses/200; a response is left out")]
    [InlineData("responses: { 200: { $ref: '#/paths/~1a/get/responses/200' } }", "DARI003 5:33 '#/paths/~1a/get/responses/200' cannot be resolved from #/paths/~1a/get/responses/200; the references lead in a circle")]
    public void A_part_that_is_not_there_is_left_out(string members, string problem) =>
        Reading.Operation(members).Problems.ShouldBe([problem]);
}
