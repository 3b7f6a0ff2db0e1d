namespace Dari.Generator.Tests.Binding.Naming;

/// <summary>What types are called by the place of their schemas.</summary>
public sealed class TypeNamesTests
{
    [Theory]
    [InlineData("Pet: { properties: { category: { type: object, properties: { id: { type: integer } } } } }", "Pet PetCategory")]
    [InlineData("Pet: { properties: { tags: { type: array, items: { type: string, enum: [a, b] } } } }", "Pet PetTag")]
    [InlineData("Pet: { properties: { data: { type: array, items: { type: string, enum: [a, b] } } } }", "Pet PetData")]
    [InlineData("Pets: { type: array, items: { type: object, properties: { id: { type: string } } } }", "Pet")]
    [InlineData("Pet: { properties: { labels: { type: object, additionalProperties: { type: string, enum: [a, b] } } } }", "Pet PetLabel")]
    [InlineData("A: { oneOf: [{ title: Cat, properties: { x: { type: string } } }, { title: Dog, properties: { x: { type: string } } }] }", "A ACat ADog")]
    [InlineData("A: { oneOf: [{ properties: { cat: { type: string } } }, { properties: { dog: { type: string } } }] }", "A ACat ADog")]
    [InlineData("A: { oneOf: [{ properties: { ids: { type: array, items: { type: string } } } }, { properties: { ids: { type: array, items: { type: integer } } } }] }", "A AIdNumbers AIdTexts")]
    [InlineData("A: { oneOf: [{ type: string }, { type: object, properties: { x: { type: string } } }] }", "A AObject")]
    [InlineData("Base: { properties: { kind: { type: string, enum: [a, b] } } }, Child: { allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { mode: { type: string, enum: [a, b] } } }] }", "Base BaseKind Child ChildMode")]
    [InlineData("Pet: { properties: { x: { type: string } } }, pet: { properties: { x: { type: string } } }", "Pet PetLowerCase")]
    [InlineData("PetCategory: { properties: { x: { type: string } } }, Pet: { properties: { category: { properties: { id: { type: integer } } } } }", "Pet PetCategory PetCategoryObject")]
    [InlineData("Value: { type: string, enum: [a, b] }", "ValueValue")]
    [InlineData("Equals: { properties: { x: { type: string } } }", "EqualsObject")]
    [InlineData("toString: { type: string, enum: [a, b] }", "ToStringValue")]
    [InlineData("PrintMembers: { oneOf: [{ type: string }, { type: integer }] }", "PrintMembersChoice")]
    [InlineData("Read: { properties: { x: { type: string } } }", "Read")]
    public void Schemas(string schemas, string expected) =>
        Assert.Equal(expected, string.Join(" ", Types("components: { schemas: { " + schemas + " } }")));

    [Fact]
    public void What_operations_share_is_named_after_its_own_place()
    {
        const string Use = "responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { x: { type: string } } } } } }, '404': { $ref: '#/components/responses/NotFound' } }";

        Assert.Equal(
            ["GetBResponse", "ListAResponse", "NotFoundResponse", "Sort"],
            Types(
                $$"""
                paths:
                  /as: { get: { operationId: listA, parameters: [{ $ref: '#/components/parameters/sort' }], {{Use}} } }
                  /b: { get: { operationId: getB, parameters: [{ $ref: '#/components/parameters/sort' }], {{Use}} } }
                components:
                  parameters:
                    sort: { name: sort_by, in: query, schema: { type: string, enum: [name, age] } }
                  responses:
                    NotFound: { description: no, content: { application/json: { schema: { type: object, properties: { detail: { type: string } } } } } }
                """));
    }

    /// <summary>FastAPI writes the name of the operation, with path and method, into the name of a body's schema.</summary>
    [Fact]
    public void Bodies_of_FastApi_are_called_as_other_bodies() =>
        Assert.Equal(
            ["CreateFileRequest"],
            Types(
                """
                paths:
                  /files:
                    post:
                      operationId: create_file_files_post
                      requestBody: { content: { multipart/form-data: { schema: { $ref: '#/components/schemas/Body_create_file_files_post' } } } }
                      responses: { '204': { description: ok } }
                components:
                  schemas:
                    Body_create_file_files_post: { type: object, properties: { file: { type: string, format: binary } } }
                """));

    /// <summary>A schema deep in another is named after that, also when an operation refers to it.</summary>
    [Fact]
    public void What_is_referred_to_deeply_keeps_the_name_of_its_place() =>
        Assert.Equal(
            ["Pet", "PetCategory"],
            Types(
                """
                paths:
                  /a:
                    get:
                      operationId: getA
                      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet/properties/category' } } } } }
                components:
                  schemas:
                    Pet: { properties: { category: { type: object, properties: { id: { type: integer } } } } }
                """));

    private static IEnumerable<string> Types(string yaml) => BinderHost.Bind(yaml).Value!.Types.Select(type => type.Name.Plain);
}
