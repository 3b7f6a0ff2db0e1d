using Dari.Generator.Specs;

namespace Dari.Generator.Tests.Specs.References;

/// <summary>References into other documents of the build.</summary>
public class LibraryTests
{
    [Fact]
    public void Other_documents_are_read_in_place()
    {
        Reading<ApiDocument> reading = Reading.Document(
            """
            openapi: 3.1.0
            components: { schemas: { A: { $ref: 'common.yaml#/Pet' }, B: { $ref: 'common.yaml#/Pet' } } }
            """,
            "spec.yaml",
            ("common.yaml", """
                Pet: { properties: { tag: { $ref: '#/Tag' }, twin: { $ref: 'common.yaml#/Pet' } } }
                Tag: { type: strng }
                """));

        ApiSchema pet = reading.Value.Schemas[0].Schema.Reference.ShouldNotBeNull();
        pet.Pointer.ShouldBe("common.yaml#/Pet");
        pet.ComponentName.ShouldBe("Pet");
        reading.Value.Schemas[1].Schema.Reference.ShouldBeSameAs(pet);
        pet.Properties[0].Schema.Reference!.Pointer.ShouldBe("common.yaml#/Tag");
        pet.Properties[1].Schema.Reference.ShouldBeSameAs(pet);

        // The problem stands in the other document, on its second line.
        reading.Problems.ShouldBe(
            ["DARI004 common.yaml 2:14 common.yaml#/Tag/type should be the name of a type, not 'strng'; it is ignored"]);
    }

    [Theory]
    [InlineData("Cat: { title: here }", "common.yaml#/Cat")]
    [InlineData("$defs: { Cat: { title: here } }", "common.yaml#/$defs/Cat")]
    [InlineData("components: { schemas: { Cat: { title: here } } }", "common.yaml#/components/schemas/Cat")]
    [InlineData("Dog: {}", "#/components/schemas/Cat")]
    public void A_bare_name_of_a_mapping_is_looked_up_near_by_first(string others, string expected)
    {
        Reading<ApiDocument> reading = Reading.Document(
            """
            openapi: 3.1.0
            components: { schemas: { A: { $ref: 'common.yaml#/Pet' }, Cat: { title: there } } }
            """,
            "spec.yaml",
            ("common.yaml", $$"""
                Pet: { discriminator: { propertyName: kind, mapping: { cat: Cat } } }
                {{others}}
                """));

        reading.Problems.ShouldBeEmpty();
        reading.Value.Schemas[0].Schema.Reference!.Discriminator!.Mapping.ShouldHaveSingleItem().Target.Pointer.ShouldBe(expected);
    }

    [Theory]
    [InlineData("./common.yaml#/S", "/api/v1/common.yaml")]
    [InlineData("common.yaml#/S", "/api/v1/common.yaml")]
    [InlineData("COMMON.yaml#/S", "/api/v1/common.yaml")]
    [InlineData("../v1/./common.yaml#/S", "/api/v1/common.yaml")]
    [InlineData(".\\\\common.yaml#/S", "/api/v1/common.yaml")]
    [InlineData("common.yaml#/S", "\\\\api\\\\v1\\\\common.yaml")]
    [InlineData("../shared/defs.json#/S", "/api/shared/defs.json")]
    [InlineData("../../shared/defs.json#/S", "/shared/defs.json")]
    [InlineData("/api/shared/defs.json#/S", "/api/shared/defs.json")]
    [InlineData("my%20defs.yaml#/S", "/api/v1/my defs.yaml")]
    [InlineData("my defs.yaml#/S", "/api/v1/my defs.yaml")]
    [InlineData("https://pets.example/v2/common.yaml#/S", "/elsewhere/common.yaml")]
    [InlineData("https://ids.example/defs#/S", "/elsewhere/by-id.yaml")]
    [InlineData("https://ids.example/defs/#/S", null)]
    [InlineData("other.yaml#/S", null)]
    [InlineData("common.yml#/S", null)]
    [InlineData("file:///api/v1/common.yaml#/S", "/api/v1/common.yaml")]
    public void A_reference_names_a_document_by_path_or_by_uri(string reference, string? path)
    {
        string id = path == "/elsewhere/by-id.yaml" ? "$id: https://ids.example/defs\n" : "";
        Reading<ApiDocument> reading = Reading.Document(
            $"openapi: 3.1.0\ncomponents: {{ schemas: {{ A: {{ $ref: \"{reference}\" }} }} }}",
            "/api/v1/spec.yaml",
            (path?.Replace("\\\\", "\\", StringComparison.Ordinal) ?? "/api/v1/common.yaml", id + "\"S\": { \"type\": \"string\" }"));

        (reading.Value.Schemas[0].Schema.Reference?.Types ?? SchemaTypes.None).ShouldBe(path is null ? SchemaTypes.None : SchemaTypes.String);
        reading.Ids.Where(problem => problem != "DARI013").ShouldBe(path is null ? ["DARI003"] : []);
    }

    [Fact]
    public void A_name_that_differs_in_case_from_two_documents_names_neither()
    {
        Reading.Document(
            "openapi: 3.1.0\ncomponents: { schemas: { A: { $ref: 'COMMON.yaml#/S' }, B: { $ref: 'Common.yaml#/S' } } }",
            "spec.yaml",
            ("common.yaml", "S: { type: string }"),
            ("Common.yaml", "S: { type: integer }")).ShouldSatisfyAllConditions(
                reading => reading.Ids.ShouldBe(["DARI003"]),
                reading => reading.Value.Schemas[1].Schema.Reference!.Types.ShouldBe(SchemaTypes.Integer));
    }

    [Fact]
    public void A_document_that_says_where_it_lives_is_a_base_for_uris()
    {
        Reading<ApiDocument> reading = Reading.Document(
            """
            openapi: 3.2.0
            $self: https://pets.example/api/openapi
            components: { schemas: { A: { $ref: 'schemas/pet' }, B: { $ref: 'openapi#/components/schemas/A' } } }
            """,
            "spec.yaml",
            ("pet.json", """{ "$id": "https://pets.example/api/schemas/pet", "type": "object", "properties": { "x": { "$ref": "part" } } }"""),
            ("part.yaml", "$id: https://pets.example/api/schemas/part\ntype: integer"));

        reading.Problems.ShouldBeEmpty();
        ApiSchema pet = reading.Value.Schemas[0].Schema.Reference.ShouldNotBeNull();
        pet.Pointer.ShouldBe("pet.json#");
        pet.ComponentName.ShouldBe("pet");
        pet.Properties[0].Schema.Reference!.Types.ShouldBe(SchemaTypes.Integer);
        reading.Value.Schemas[1].Schema.Reference!.Pointer.ShouldBe("#/components/schemas/A");
    }

    [Fact]
    public void Every_kind_of_part_can_stand_in_another_document()
    {
        Reading<ApiDocument> reading = Reading.Document(
            """
            openapi: 3.1.0
            paths:
              /a: { $ref: 'paths/a.yaml' }
            """,
            "/api/spec.yaml",
            ("/api/paths/a.yaml", """
                post:
                  parameters: [{ $ref: '../parts.yaml#/parameters/Q' }]
                  requestBody: { $ref: '../parts.yaml#/bodies/B' }
                  responses: { 200: { $ref: '../parts.yaml#/responses/R' } }
                """),
            ("/api/parts.yaml", """
                parameters: { Q: { name: q, in: query, schema: { type: string } } }
                bodies: { B: { required: true, content: { application/json: { schema: { $ref: 'schemas/Pet.yaml' } } } } }
                responses: { R: { description: Fine., headers: { H: { $ref: '#/headers/H' } } } }
                headers: { H: { description: A header., schema: { type: integer } } }
                """),
            ("/api/schemas/Pet.yaml", "type: object\nproperties: { name: { type: string } }"));

        reading.Problems.ShouldBeEmpty();
        ApiOperation post = reading.Value.Operations.Single();
        post.Parameters.Single().Name.ShouldBe("q");
        post.Responses.Single().Headers.Single().Description.ShouldBe("A header.");
        post.Body!.Content.Single().Schema!.Reference!.ComponentName.ShouldBe("Pet");

        // What is mentioned has its name among the schemas of the document.
        reading.Value.Schemas.Select(schema => schema.Name).ShouldBe(["Pet"]);
    }

    [Fact]
    public void Siblings_count_by_the_version_of_the_document_they_stand_in()
    {
        Reading<ApiDocument> reading = Reading.Document(
            "openapi: 3.1.0\ncomponents: { schemas: { A: { $ref: 'old.yaml#/components/schemas/S' } } }",
            "spec.yaml",
            ("old.yaml", """
                openapi: 3.0.0
                components: { schemas: { S: { $ref: '#/components/schemas/T', maxLength: 3 }, T: { type: string } } }
                """));

        reading.Value.Schemas[0].Schema.Reference!.MaxLength.ShouldBeNull();
        reading.Ids.ShouldBe(["DARI014"]);
    }

    [Fact]
    public void A_document_that_cannot_be_read_is_reported_where_it_is_wrong()
    {
        Reading<ApiDocument> reading = Reading.Document(
            "openapi: 3.1.0\ncomponents: { schemas: { A: { $ref: 'broken.json#/S' } } }", "spec.yaml", ("broken.json", "{\n  \"S\": }"));

        reading.Problems[0].ShouldBe("DARI001 broken.json 2:8 Expected a value, but found '}'");
        reading.Ids.ShouldBe(["DARI001", "DARI003"]);
    }

    [Fact]
    public void Documents_may_refer_to_each_other()
    {
        Reading<ApiDocument> reading = Reading.Document(
            "openapi: 3.1.0\ncomponents: { schemas: { A: { properties: { b: { $ref: 'b.yaml#/B' } } } } }",
            "spec.yaml",
            ("b.yaml", "B: { properties: { a: { $ref: 'spec.yaml#/components/schemas/A' }, c: { $ref: 'c.yaml#/C' } } }"),
            ("c.yaml", "C: { $ref: 'b.yaml#/B' }"));

        reading.Problems.ShouldBeEmpty();
        ApiSchema a = reading.Value.Schemas[0].Schema;
        ApiSchema b = a.Properties[0].Schema.Reference!;
        b.Properties[0].Schema.Reference.ShouldBeSameAs(a);
        b.Properties[1].Schema.Reference!.Reference.ShouldBeSameAs(b);
    }
}
