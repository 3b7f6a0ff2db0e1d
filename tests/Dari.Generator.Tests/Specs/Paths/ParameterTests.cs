using Dari.Generator.Specs;

namespace Dari.Generator.Tests.Specs.Paths;

public class ParameterTests
{
    [Theory]
    [InlineData("in: query", "Query", "Form", true, false)]
    [InlineData("in: query, explode: false", "Query", "Form", false, false)]
    [InlineData("in: query, style: spaceDelimited", "Query", "SpaceDelimited", false, false)]
    [InlineData("in: query, style: pipeDelimited, explode: true", "Query", "PipeDelimited", true, false)]
    [InlineData("in: query, style: deepObject", "Query", "DeepObject", false, false)]
    [InlineData("in: query, required: true", "Query", "Form", true, true)]
    [InlineData("in: query, required: 'true'", "Query", "Form", true, true)]
    [InlineData("in: query, required: yes", "Query", "Form", true, true)]
    [InlineData("in: Query", "Query", "Form", true, false)]
    [InlineData("in: header", "Header", "Simple", false, false)]
    [InlineData("in: header, explode: true", "Header", "Simple", true, false)]
    [InlineData("in: cookie", "Cookie", "Form", true, false)]
    [InlineData("in: cookie, style: cookie", "Cookie", "Form", true, false)]
    [InlineData("in: querystring, content: { application/json: { schema: { type: string } } }", "QueryString", "Form", true, false)]
    public void Defaults_of_the_place_are_filled_in(string members, string place, string style, bool explode, bool isRequired)
    {
        string schema = members.Contains("content", StringComparison.Ordinal) ? "" : ", schema: { type: string }";
        Reading<ApiOperation> reading = Reading.Operation($"parameters: [{{ name: p, {members}{schema} }}]");

        reading.Problems.Where(problem => !problem.StartsWith("DARI013", StringComparison.Ordinal)).ShouldBeEmpty();
        ApiParameter parameter = reading.Value.Parameters.Single();
        (parameter.In.ToString(), parameter.Style.ToString(), parameter.Explode, parameter.IsRequired)
            .ShouldBe((place, style, explode, isRequired));
        parameter.Schema.Types.ShouldBe(SchemaTypes.String);
    }

    [Theory]
    [InlineData("simple")]
    [InlineData("label")]
    [InlineData("matrix")]
    public void A_path_parameter_is_required(string style)
    {
        ApiDocument document = Reading.Clean($$"""
            openapi: 3.0.0
            paths: { '/a/{id}': { get: { parameters: [{ name: id, in: path, style: {{style}}, schema: { type: string } }] } } }
            """);

        ApiParameter parameter = document.Operations.Single().Parameters.Single();
        parameter.IsRequired.ShouldBeTrue();
        parameter.Style.ToString().ShouldBe(style, StringCompareShould.IgnoreCase);
    }

    [Fact]
    public void A_parameter_can_be_a_document_of_its_own()
    {
        ApiParameter parameter = Reading.Operation(
            "parameters: [{ name: filter, in: query, content: { application/json: { schema: { type: object } } } }]").Value.Parameters.Single();

        parameter.ContentType.ShouldBe("application/json");
        parameter.Schema.Types.ShouldBe(SchemaTypes.Object);
    }

    [Fact]
    public void The_operation_wins_over_the_path_by_name_and_place()
    {
        ApiDocument document = Reading.Clean("""
            openapi: 3.1.0
            components: { parameters: { Limit: { name: limit, in: query, description: shared, schema: { type: integer } } } }
            paths:
              /a:
                parameters:
                - $ref: '#/components/parameters/Limit'
                - { name: X-Trace, in: header, description: path, schema: { type: string } }
                - { name: id, in: query, description: path, schema: { type: string } }
                get:
                  parameters:
                  - { name: x-trace, in: header, description: operation, schema: { type: string } }
                  - { name: id, in: header, description: operation, schema: { type: string } }
                put: {}
            """);

        document.Operations[0].Parameters.Select(p => $"{p.In} {p.Name} {p.Description}").ShouldBe(
            ["Query limit shared", "Header x-trace operation", "Query id path", "Header id operation"]);
        document.Operations[1].Parameters.Select(p => p.Name).ShouldBe(["limit", "X-Trace", "id"]);
        document.Operations[1].Parameters[0].ShouldBeSameAs(document.Operations[0].Parameters[0]);
        document.Operations[1].Parameters[0].Pointer.ShouldBe("#/components/parameters/Limit");
    }

    [Theory]
    [InlineData("{ name: p, schema: {} }", "DARI007 5:20 #/paths/~1a/get/parameters/0 was left out: it needs 'in' (path, query, header or cookie)")]
    [InlineData("{ name: p, in: body }", "DARI007 5:20 #/paths/~1a/get/parameters/0 was left out: it needs 'in' (path, query, header or cookie)")]
    [InlineData("{ in: query, schema: {} }", "DARI007 5:20 #/paths/~1a/get/parameters/0 was left out: it has no name")]
    [InlineData("{ name: p, in: path, schema: {} }", "DARI007 5:20 #/paths/~1a/get/parameters/0 was left out: the path has no {p}")]
    [InlineData("text", "DARI004 5:20 #/paths/~1a/get/parameters/0 should be a parameter, not 'text'; it is ignored")]
    [InlineData("{ $ref: '#/nowhere' }", "DARI003 5:28 '#/nowhere' cannot be resolved from #/paths/~1a/get/parameters/0; a parameter is left out")]
    public void What_cannot_be_sent_is_left_out(string parameter, string problem)
    {
        Reading<ApiOperation> reading = Reading.Operation($"parameters: [{parameter}]");

        reading.Value.Parameters.ShouldBeEmpty();
        reading.Problems.ShouldBe([problem]);
    }

    [Theory]
    [InlineData("style: fancy", "DARI004 5:52 #/paths/~1a/get/parameters/0/style should be a style such as form or simple, not 'fancy'; it is ignored")]
    [InlineData("required: maybe", "DARI004 5:55 #/paths/~1a/get/parameters/0/required should be true or false, not 'maybe'; it is ignored")]
    [InlineData("type: string", "DARI013 5:20 #/paths/~1a/get/parameters/0 should be a parameter with a 'schema', not one with a 'type' of its own; it is read as its own schema")]
    public void What_is_wrong_in_one_is_reported_and_the_rest_is_read(string member, string problem)
    {
        Reading<ApiOperation> reading = Reading.Operation($"parameters: [{{ name: parm, in: query, {member} }}]");

        reading.Value.Parameters.Single().Style.ShouldBe(ApiParameterStyle.Form);
        reading.Problems.ShouldBe([problem]);
    }

    [Fact]
    public void The_first_of_two_alike_is_read()
    {
        Reading<ApiOperation> reading = Reading.Operation(
            "parameters:\n- { name: p, in: query, description: first }\n- { name: p, in: query, description: second }");

        reading.Value.Parameters.Single().Description.ShouldBe("first");
        reading.Problems.ShouldBe(
            ["DARI007 7:9 #/paths/~1a/get/parameters/1 was left out: a parameter of this name and place stands before it"]);
    }

    [Fact]
    public void A_list_that_many_operations_share_is_reported_once()
    {
        Reading<ApiDocument> reading = Reading.Document("""
            openapi: 3.1.0
            paths: { /a: { parameters: [1, { name: p, in: path }], get: {}, put: {}, post: {} } }
            """);

        reading.Ids.ShouldBe(["DARI004", "DARI007"]);
    }
}
