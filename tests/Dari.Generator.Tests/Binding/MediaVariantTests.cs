using Dari.Generator.Diagnostics;
using Dari.Generator.Model;

namespace Dari.Generator.Tests.Binding;

/// <summary>Media types beside the one that an operation's first method sends or reads.</summary>
public sealed class MediaVariantTests
{
    private const string Item = "{ schema: { type: object, properties: { a: { type: string } } } }";

    private static readonly string[] All =
    [
        "application/json", "text/json", "application/*+json", "application/hal+json", "application/merge-patch+json", "application/json;v=2",
        "application/x-www-form-urlencoded", "multipart/form-data", "multipart/mixed", "text/plain", "text/csv", "text/html", "application/xml",
        "application/yaml", "application/msgpack", "application/vnd.acme.v1+json", "application/octet-stream", "application/pdf", "image/png",
        "image/*", "*/*", "text/event-stream", "application/x-ndjson", "application/json-seq", "nothing",
    ];

    /// <summary>What the media type of a method says already.</summary>
    private static readonly string[] Ranges = ["application/*+json", "*/*"];

    public static TheoryData<string> Firsts => new(All.Except(Ranges).Except(["nothing"]));

    [Theory]
    [MemberData(nameof(Firsts))]
    public void No_media_type_of_a_body_is_lost(string first)
    {
        Bound<ClientModel> bound = BinderHost.Bind(
            $$"""
            paths:
              /things:
                post:
                  requestBody: { content: { {{Content(first)}} } }
                  responses: {}
            """);

        IEnumerable<string> sent = Operations(bound).Select(operation => operation.Variant ?? operation.Body!.ContentType);
        Lost(bound, sent).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Firsts))]
    public void No_media_type_of_an_answer_is_lost(string first)
    {
        Bound<ClientModel> bound = BinderHost.Bind(
            $$"""
            paths:
              /things:
                get:
                  responses: { '200': { description: ok, content: { {{Content(first)}} } } }
            """);

        Lost(bound, Operations(bound).SelectMany(operation => (operation.Accept ?? "").Split(", ").Append(operation.Variant ?? ""))).ShouldBeEmpty();
    }

    [Fact]
    public void Of_several_statuses_with_bodies_each_is_read_in_one_media_type()
    {
        Bound<ClientModel> bound = BinderHost.Bind(
            """
            paths:
              /things:
                get:
                  responses:
                    '200': { description: ok, content: { application/json: { schema: { type: string } }, text/csv: {} } }
                    '202': { description: ok, content: { application/json: { schema: { type: integer } } } }
            """);

        Operations(bound).ShouldHaveSingleItem();
        DiagnosticInfo problem = bound.Problems.ShouldHaveSingleItem();
        problem.Descriptor.Id.ShouldBe("DARI023");
        problem.ToDiagnostic().GetMessage().ShouldBe(
            "#/paths/~1things/get/responses/200: nothing sends or reads 'text/csv', because several statuses have bodies, and the method reads each in one media type");
    }

    [Fact]
    public void A_method_of_the_document_keeps_its_name()
    {
        Bound<ClientModel> bound = BinderHost.Bind(
            """
            paths:
              /things:
                post: { operationId: createThing, tags: [Things], requestBody: { content: { application/json: {}, text/csv: {} } }, responses: {} }
                put: { operationId: createThingWithCsv, tags: [Things], responses: {} }
            """);

        Operations(bound).Select(operation => operation.Name.Plain).ShouldBe(["CreateAsync", "CreateWithTextSlashCsvAsync", "CreateWithCsvAsync"]);
        bound.Problems.ShouldHaveSingleItem().Descriptor.Id.ShouldBe("DARI020");
    }

    [Fact]
    public void Forms_without_files_share_a_record()
    {
        Bound<ClientModel> bound = BinderHost.Bind(
            $$"""
            paths:
              /things:
                post: { operationId: createThing, requestBody: { content: { multipart/form-data: {{Item}}, application/x-www-form-urlencoded: {{Item}} } }, responses: {} }
                put: { operationId: putThing, requestBody: { content: { multipart/form-data: { schema: { $ref: '#/components/schemas/Thing' } }, application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Thing' } } } }, responses: {} }
            components: { schemas: { Thing: { type: object, properties: { a: { type: string } } } } }
            """);

        Operations(bound).Select(operation => BinderHost.Text(operation.Body!.Value)).ShouldBe(["CreateThingRequest", "CreateThingFormRequest", "Thing", "Thing"]);
    }

    private static string Content(string first) => string.Join(", ", All.OrderBy(name => name == first ? 0 : 1).Select(name => $"'{name}': {Item}"));

    private static OperationModel[] Operations(Bound<ClientModel> bound) => bound.Value!.Tags.SelectMany(tag => tag.Operations).ToArray();

    private static IEnumerable<string> Lost(Bound<ClientModel> bound, IEnumerable<string> offered)
    {
        string said = string.Join(" ", bound.Problems.Where(problem => problem.Descriptor.Id is "DARI023").Select(problem => problem.ToDiagnostic().GetMessage()));
        HashSet<string> known = [.. offered];
        return All.Except(Ranges).Where(name => !known.Contains(name) && !said.Contains("'" + name + "'", StringComparison.Ordinal));
    }
}
