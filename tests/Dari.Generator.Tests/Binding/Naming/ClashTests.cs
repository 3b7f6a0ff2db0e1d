using Dari.Generator.Diagnostics;
using Dari.Generator.Model;

namespace Dari.Generator.Tests.Binding.Naming;

/// <summary>Whatever has another name than it would have alone is told of, at its place.</summary>
public sealed class ClashTests
{
    [Theory]
    [InlineData(
        "components: { schemas: { Sign: { type: string, enum: [e, E] } } }",
        "the value 'e' of #/components/schemas/Sign would be called 'E', which is taken: it is called 'ELowerCase'")]
    [InlineData(
        "paths: { /a: { get: { tags: [Dispose], responses: {} } } }",
        "the group of #/paths/~1a/get would be called 'Dispose', which is taken: it is called 'DisposeOperations'")]
    [InlineData(
        "paths: { /a: { get: { tags: [Pet], responses: {} } } }\ncomponents: { schemas: { PetClient: { type: object, properties: { a: { type: string } } } } }",
        "the client of the group Pet would be called 'PetClient', which is taken: it is called 'PetOperationsClient'")]
    [InlineData(
        "paths: { /a: { get: { operationId: listPets, parameters: [{ name: a, in: query }, { name: b, in: query }, { name: c, in: query }], responses: {} } } }\ncomponents: { schemas: { ListPetsQuery: { type: object, properties: { a: { type: string } } } } }",
        "the query of #/paths/~1a/get would be called 'ListPetsQuery', which is taken: it is called 'ListPetsQueryParameters'")]
    [InlineData(
        "paths: { /a: { get: { operationId: listPets, responses: { '204': { description: x, headers: { X-A: { schema: { type: string } } } } } } } }\ncomponents: { schemas: { ListPetsHeaders: { type: object, properties: { a: { type: string } } } } }",
        "the headers of #/paths/~1a/get would be called 'ListPetsHeaders', which is taken: it is called 'ListPetsResponseHeaders'")]
    [InlineData(
        "paths: { /a: { post: { operationId: sendPet, requestBody: { content: { multipart/form-data: { schema: { $ref: '#/components/schemas/Pet' } } } }, responses: { '200': { description: x, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } } } } }\ncomponents: { schemas: { PetForm: { type: object, properties: { a: { type: string } } }, Pet: { type: object, properties: { a: { type: string } } } } }",
        "the form of #/components/schemas/Pet would be called 'PetForm', which is taken: it is called 'PetFormBody'")]
    public void It_is_said(string yaml, string expected)
    {
        Bound<ClientModel> bound = BinderHost.Bind(yaml);

        bound.Problems.Where(problem => problem.Descriptor.Id == "DARI020").Select(problem => problem.ToDiagnostic().GetMessage())
            .ShouldContain(expected + "; 'x-dari-name' gives it another name");
    }

    [Fact]
    public void Nothing_is_said_of_what_is_alone() =>
        BinderHost.Bind(
            """
            paths:
              /pets:
                get: { operationId: listPets, tags: [animals], parameters: [{ name: a, in: query }, { name: b, in: query }, { name: c, in: query }], responses: { '200': { description: x, headers: { X-A: { schema: { type: string } } }, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } } }
                post: { operationId: createPet, tags: [Animals], requestBody: { content: { multipart/form-data: { schema: { $ref: '#/components/schemas/Pet' } } } }, responses: {} }
            components: { schemas: { Pet: { type: object, properties: { kind: { type: string, enum: [a, b, c-d] } } } } }
            """).Problems.ShouldBeEmpty();
}
