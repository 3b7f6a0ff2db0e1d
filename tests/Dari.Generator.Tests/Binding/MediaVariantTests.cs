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
    public void Of_several_statuses_each_is_read_in_the_media_type_that_it_has()
    {
        Bound<ClientModel> bound = BinderHost.Bind(
            """
            paths:
              /things:
                get:
                  operationId: listThings
                  responses:
                    '200': { description: ok, content: { application/json: { schema: { type: string } }, text/csv: {} } }
                    '202': { description: ok, content: { application/json: { schema: { type: integer } } } }
            """);

        bound.Problems.ShouldBeEmpty();
        Operations(bound).Select(operation => (operation.Name.Plain, operation.Accept, Cases(bound, operation))).ShouldBe(
        [
            ("ListAsync", "application/json", "Json, Json"),
            ("ListAsCsvAsync", "text/csv, application/json;q=0.5", "Text, Json"),
        ]);
    }

    [Theory]
    [InlineData("text/event-stream", "application/json", "ListAsync Events, ListAsJsonAsync Text, Json")]
    [InlineData("application/json", "text/event-stream", "ListAsync Json, Text, ListAsEventsAsync Events")]
    [InlineData("text/event-stream", "application/x-ndjson", "ListAsync Events, ListAsLinesAsync Lines")]
    [InlineData("application/jsonl", "application/pdf", "ListAsync Lines, ListAsPdfAsync Text, File")]
    public void A_stream_and_another_answer_are_two_methods(string first, string second, string expected)
    {
        Bound<ClientModel> bound = BinderHost.Bind(
            $$"""
            paths:
              /things:
                get:
                  operationId: listThings
                  responses:
                    '200': { description: ok, content: { {{first}}: { schema: { type: object, properties: { a: { type: string } } } } } }
                    '202': { description: ok, content: { {{second}}: { schema: { type: object, properties: { b: { type: string } } } } } }
            """);

        bound.Problems.ShouldBeEmpty();
        string.Join(", ", Operations(bound).Select(operation => operation.Name.Plain + " " + Cases(bound, operation))).ShouldBe(expected);
    }

    [Fact]
    public void Of_two_streams_in_one_media_type_one_is_left_out_and_that_is_said()
    {
        Bound<ClientModel> bound = BinderHost.Bind(
            """
            paths:
              /things:
                get:
                  responses:
                    '200': { description: ok, content: { text/event-stream: { schema: { type: object, properties: { a: { type: string } } } } } }
                    '202': { description: ok, content: { text/event-stream: { schema: { type: object, properties: { b: { type: string } } } } } }
            """);

        bound.Problems.ShouldHaveSingleItem().Descriptor.Id.ShouldBe("DARI007");
    }

    [Theory]
    [InlineData("application/json: { schema: { type: object } }, text/plain: { schema: { type: string } }", null)]
    [InlineData("text/plain: { schema: { type: string } }", null)]
    [InlineData("text/html: {}", null)]
    [InlineData("application/xml: { schema: { type: object } }", "'application/xml'")]
    [InlineData("application/json: { schema: { type: object } }, application/problem+json: { schema: { type: object, properties: { a: { type: string } } } }", "'application/problem+json'")]
    public void What_has_no_type_of_an_error_is_said(string content, string? left)
    {
        Bound<ClientModel> bound = BinderHost.Bind(
            $$"""
            paths:
              /things:
                get: { responses: { '404': { $ref: '#/components/responses/Gone' } } }
                put: { responses: { '404': { $ref: '#/components/responses/Gone' } } }
            components: { responses: { Gone: { description: gone, content: { {{content}} } } } }
            """);

        bound.Problems.Select(problem => problem.Descriptor.Id + " " + problem.Arguments.Skip(1).First())
            .ShouldBe(left is null ? [] : ["DARI023 " + left]);
    }

    [Fact]
    public void A_redirect_that_is_not_followed_has_its_type()
    {
        Bound<ClientModel> bound = BinderHost.Bind(
            """
            paths:
              /things:
                post: { responses: { '204': { description: ok }, '307': { description: there, content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } } } }
            """);

        bound.Value!.ErrorTables.ShouldHaveSingleItem().Entries.ShouldHaveSingleItem().Status.ShouldBe("307");
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

    private static string Cases(Bound<ClientModel> bound, OperationModel operation) => operation.Response.Value is NamedValue named
        && bound.Value!.Types.OfType<ResultModel>().FirstOrDefault(type => type.Name == named.Name) is { } result
            ? string.Join(", ", result.Cases.Select(one => one.Body.Kind))
            : operation.Response.Kind.ToString();

    private static OperationModel[] Operations(Bound<ClientModel> bound) => bound.Value!.Tags.SelectMany(tag => tag.Operations).ToArray();

    private static IEnumerable<string> Lost(Bound<ClientModel> bound, IEnumerable<string> offered)
    {
        string said = string.Join(" ", bound.Problems.Where(problem => problem.Descriptor.Id is "DARI023").Select(problem => problem.ToDiagnostic().GetMessage()));
        HashSet<string> known = [.. offered];
        return All.Except(Ranges).Where(name => !known.Contains(name) && !said.Contains("'" + name + "'", StringComparison.Ordinal));
    }
}
