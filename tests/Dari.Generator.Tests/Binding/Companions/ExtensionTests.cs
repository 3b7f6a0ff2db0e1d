using Dari.Generator.Diagnostics;

namespace Dari.Generator.Tests.Binding.Companions;

/// <summary>Extensions that do not fit are said to be so at their line and column, and the operation is generated without.</summary>
public sealed class ExtensionTests
{
    private const string Body = """
              parameters: [{ name: cursor, in: query, schema: { type: string } }]
              responses:
                '200':
                  description: ok
                  content:
                    MEDIA:
                      schema:
                        type: object
                        properties:
                          status: { type: string }
                          items: { type: array, items: { type: string } }
                          next: { type: string }
        """;

    [Theory]
    [InlineData("get", "{ status: state, success: [ok] }", 6, 29, "the answer has no member 'state'")]
    [InlineData("get", "{ status: status }", 6, 19, "'success' is missing")]
    [InlineData("get", "{ status: status, success: { a: b } }", 6, 46, "'success' should be a text or a list of texts")]
    [InlineData("get", "{ status: status, success: a, failure: a }", 6, 19, "'a' is both success and failure")]
    [InlineData("get", "{ status: status, success: a, interval: -1 }", 6, 59, "'interval' should be a number of seconds above zero, at most 20 days")]
    [InlineData("get", "{ status: status, sucess: a, success: a }", 6, 45, "'sucess' is not one of its members: status, success, failure, error, interval, deadline, name")]
    [InlineData("get", "yes please", 6, 19, "it should be an object")]
    [InlineData("post", "{ status: status, success: a }", 6, 19, "only a GET that always answers with JSON can be asked again and again")]
    public void Polling(string method, string extension, int line, int column, string message) =>
        Check("x-polling:  ", "application/json", method, extension, "DARI034", line, column, message);

    [Theory]
    [InlineData("{ operation: getPit, parameters: { id: id } }", 6, 32, "this client has no operation 'getPit'")]
    [InlineData("{ operation: listPets, parameters: { id: id } }", 6, 32, "'listPets' has no 'x-polling' that says which of its states are final")]
    [InlineData("{ operation: getPet, parameter: id }", 6, 51, "'parameter' is not one of its members: operation, parameters, name")]
    [InlineData("{ operation: getPet }", 6, 32, "nothing says where the parameter 'id' comes from")]
    [InlineData("{ operation: getPet, parameters: id }", 6, 52, "'parameters' should be an object: names of parameters and members of the answer")]
    [InlineData("{ operation: getPet, parameters: { id: name } }", 6, 58, "the answer has no member 'name'")]
    [InlineData("{ operation: getPet, parameters: { id: /owner/id } }", 6, 58, "'owner' of Pet may be missing")]
    [InlineData("{ operation: getPet, parameters: { id: age } }", 6, 58, "'age' is not of the type of the parameter 'id'")]
    [InlineData("{ operation: getPet, parameters: { id: 3 } }", 6, 58, "'id' should be the name of a member of the answer, or a JSON pointer")]
    [InlineData("{ operation: getPet, parameters: { id: id, pet: id } }", 6, 67, "'getPet' has no parameter 'pet'")]
    public void Starts(string extension, int line, int column, string message)
    {
        string yaml = "paths:\n  /pets:\n    post:\n      x-polling:  " + extension + """

                  operationId: createPet
                  responses:
                    '201': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
                get:
                  operationId: listPets
                  responses: { '204': { description: none } }
              /pets/{id}:
                get:
                  operationId: getPet
                  x-polling: { status: status, success: [fed] }
                  parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
                  responses:
                    '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
            components:
              schemas:
                Owner: { type: object, required: [id], properties: { id: { type: string } } }
                Pet:
                  type: object
                  required: [id, status, age]
                  properties:
                    id: { type: string }
                    status: { type: string }
                    age: { type: integer }
                    owner: { $ref: '#/components/schemas/Owner' }
            """;

        DiagnosticInfo problem = Assert.Single(BinderHost.Bind(yaml).Problems, one => one.Descriptor.Id == "DARI034");

        Assert.Equal(message, problem.Arguments.Last());
        Assert.Equal((line, column), (problem.Location!.LineSpan.Start.Line + 1, problem.Location.LineSpan.Start.Character + 1));
        Assert.Empty(BinderHost.Operations(yaml).Single(operation => operation.Name.Plain == "CreateAsync").Companions);
    }

    [Theory]
    [InlineData("{ items: list, cursor: next, parameter: cursor }", 6, 30, "the answer has no list there")]
    [InlineData("{ items: items, cursor: nix, parameter: cursor }", 6, 45, "the answer has no member 'nix'")]
    [InlineData("{ items: items, cursor: next, parameter: after }", 6, 62, "the operation has no query parameter 'after'")]
    [InlineData("{ items: items, cursor: next }", 6, 21, "'parameter' is missing")]
    [InlineData("{ items: items }", 6, 21, "it needs one of cursor, link, lastItem, page and offset")]
    [InlineData("{ items: items, page: cursor, first: one }", 6, 58, "'first' should be the number of the first page")]
    public void Pages(string extension, int line, int column, string message) =>
        Check("x-pagination: ", "application/json", "get", extension, "DARI035", line, column, message);

    [Theory]
    [InlineData("{ resume: after }", 6, 33, "the operation has no query parameter 'after'")]
    [InlineData("{ reconnect: often }", 6, 36, "'reconnect' should be never, broken or always")]
    public void Streams(string extension, int line, int column, string message) =>
        Check("x-event-stream: ", "text/event-stream", "get", extension, "DARI036", line, column, message);

    private static void Check(
        string name, string media, string method, string extension, string id, int line, int column, string message)
    {
        string yaml = "paths:\n  /pets:\n    " + method + ":\n      " + name + extension + "\n" + Body.Replace("MEDIA", media);

        DiagnosticInfo problem = Assert.Single(BinderHost.Bind(yaml).Problems, one => one.Descriptor.Id == id);

        Assert.Equal(message, problem.Arguments.Last());
        Assert.Equal((line, column), (problem.Location!.LineSpan.Start.Line + 1, problem.Location.LineSpan.Start.Character + 1));
        Assert.All(BinderHost.Operations(yaml), operation => Assert.Empty(operation.Companions));
    }
}
