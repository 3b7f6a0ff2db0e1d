using Dari.Generator.Specs;
using Dari.Generator.Specs.Paths;

namespace Dari.Generator.Tests.Specs.Paths;

public class PathTemplateTests
{
    [Theory]
    [InlineData("/pets", "")]
    [InlineData("/pets/{id}", "id")]
    [InlineData("/pets/{id}.{format}", "id format")]
    [InlineData("/{a}-{b}:cancel", "a b")]
    [InlineData("/{+name}", "name")]
    [InlineData("/{proxy+}", "proxy")]
    [InlineData("/{path*}", "path")]
    [InlineData(@"/{id:\d+}/x", "id")]
    [InlineData("/{resource-arn}", "resource-arn")]
    [InlineData("/a?b={c}", "c")]
    [InlineData("/{}", "")]
    [InlineData("/{open", "")]
    public void Holes_are_named(string path, string names) =>
        string.Join(" ", PathTemplate.Holes(path).Select(hole => hole.Name)).ShouldBe(names);

    [Fact]
    public void A_hole_that_nothing_fills_becomes_a_required_string()
    {
        Reading<ApiDocument> reading = Reading.Document("""
            openapi: 3.1.0
            paths:
              /a/{id}/b/{other}:
                get: { parameters: [{ name: other, in: path, schema: { type: integer } }, { name: id, in: query, schema: {} }] }
                put: { parameters: [{ name: other, in: path, schema: { type: integer } }] }
            """);

        reading.Problems.ShouldBe(["DARI012 3:3 'id' in the path /a/{id}/b/{other} is not declared; it is read as a required string"]);
        ApiParameter added = reading.Value.Operations[0].Parameters[^1];
        added.ShouldSatisfyAllConditions(
            p => p.Name.ShouldBe("id"),
            p => p.In.ShouldBe(ApiParameterLocation.Path),
            p => p.IsRequired.ShouldBeTrue(),
            p => p.Schema.Types.ShouldBe(SchemaTypes.String));
        reading.Value.Operations[1].Parameters.Select(parameter => parameter.Name).ShouldBe(["other", "id"]);
    }

    [Theory]
    [InlineData("/{+name}", "name", "path")]
    [InlineData("/{+name}", "+name", "path")]
    [InlineData(@"/{id:\d+}", "id", "path")]
    [InlineData("/search?term={term}", "term", "query")]
    [InlineData("/search?term={term}", "term", "path")]
    public void A_hole_is_filled_by_the_word_in_it(string path, string name, string place) =>
        Reading.Clean($$"""
            openapi: 3.1.0
            paths: { '{{path}}': { get: { parameters: [{ name: {{name}}, in: {{place}}, schema: { type: string } }] } } }
            """).Operations.Single().Parameters.Count.ShouldBe(1);
}
