using Dari.Generator.Specs;
using Dari.Generator.Tests.Specs.Syntax;

namespace Dari.Generator.Tests.Specs.Overlays;

public class OverlayTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Vendor, version: '1' }
        tags: [{ name: a }]
        paths:
          /a:
            get: { operationId: getA, tags: [a], responses: { 200: { description: Fine. } } }
            post: { operationId: postA, deprecated: true, responses: { 200: { description: Fine. } } }
        components:
          schemas:
            S: { type: object, properties: { x: { type: string } } }
        """;

    [Theory]
    [InlineData("{ target: $.info, update: { title: Ours } }", "info", "{title: 'Ours', version: '1'}")]
    [InlineData("{ target: $.info.title, update: Ours }", "info", "{title: 'Ours', version: '1'}")]
    [InlineData("{ target: $.info, update: { contact: { name: We } } }", "info", "{title: 'Vendor', version: '1', contact: {name: 'We'}}")]
    [InlineData("{ target: $.tags, update: { name: b } }", "tags", "[{name: 'a'}, {name: 'b'}]")]
    [InlineData("{ target: $.tags, update: [{ name: b }, { name: c }] }", "tags", "[{name: 'a'}, {name: 'b'}, {name: 'c'}]")]
    [InlineData("{ target: $, update: { tags: [{ name: b }] } }", "tags", "[{name: 'a'}, {name: 'b'}]")]
    [InlineData("{ target: '$.tags[0]', update: { description: D } }", "tags", "[{name: 'a', description: 'D'}]")]
    [InlineData("{ target: '$.tags[?@.name == ''a'']', remove: true }", "tags", "[]")]
    [InlineData("{ target: $.info.version, remove: true }", "info", "{title: 'Vendor'}")]
    [InlineData("{ target: $.info.version, remove: true, update: x }", "info", "{title: 'Vendor'}")]
    [InlineData("{ target: $.info, copy: '$.tags[0]' }", "info", "{title: 'Vendor', version: '1', name: 'a'}")]
    [InlineData("{ target: $.components.schemas.S.properties, update: { x: { type: integer }, y: { type: string } } }", "components", "{schemas: {S: {type: 'object', properties: {x: {type: 'integer'}, y: {type: 'string'}}}}}")]
    [InlineData("{ target: $..properties.*, update: { deprecated: true } }", "components", "{schemas: {S: {type: 'object', properties: {x: {type: 'string', deprecated: true}}}}}")]
    public void An_action_changes_what_it_selects(string action, string member, string expected)
    {
        Reading<ApiDocument> reading = Reading.Overlaid(Document, Overlay(action));

        reading.Problems.ShouldBeEmpty();
        TreeText.Of(reading.Value.Root.Member(member)!).ShouldBe(expected);
    }

    [Fact]
    public void Actions_and_overlays_see_what_those_before_them_made()
    {
        Reading<ApiDocument> reading = Reading.Overlaid(
            Document,
            Overlay("{ target: $.info, update: { x-a: { b: 1 } } }", """{ target: "$.info['x-a']", update: { c: 2 } }"""),
            Overlay("""{ target: "$.info['x-a'].b", remove: true }"""));

        reading.Problems.ShouldBeEmpty();
        TreeText.Of(reading.Value.Root.Member("info")!).ShouldBe("{title: 'Vendor', version: '1', x-a: {c: 2}}");
    }

    [Fact]
    public void What_was_selected_within_what_was_selected_is_changed_as_well()
    {
        Reading<ApiDocument> reading = Reading.Overlaid("openapi: 3.1.0\nx-a: { x-a: { x-a: {} } }", Overlay("""{ target: "$..['x-a']", update: { n: 1 } }"""));

        TreeText.Of(reading.Value.Root.Member("x-a")!).ShouldBe("{x-a: {x-a: {n: 1}, n: 1}, n: 1}");
    }

    [Fact]
    public void Operations_can_be_added_and_taken_away()
    {
        Reading<ApiDocument> reading = Reading.Overlaid(
            Document,
            Overlay(
                "{ target: '$.paths.*[?@.deprecated == true]', remove: true }",
                "{ target: $.paths, update: { /b: { get: { operationId: getB, responses: { 200: { description: Fine. } } } } } }"));

        reading.Problems.ShouldBeEmpty();
        reading.Value.Operations.Select(operation => operation.OperationId).ShouldBe(["getA", "getB"]);
    }

    [Fact]
    public void A_problem_stands_in_the_file_that_brought_it()
    {
        Reading<ApiDocument> reading = Reading.Overlaid(
            Document.Replace("type: string", "type: strng", StringComparison.Ordinal),
            Overlay("{ target: $.components.schemas.S.properties, update: { y: { type: intger } } }"));

        reading.Problems.ShouldBe(
        [
            "DARI004 10:49 #/components/schemas/S/properties/x/type should be the name of a type, not 'strng'; it is ignored",
            "DARI004 overlay1.yaml 4:69 #/components/schemas/S/properties/y/type should be the name of a type, not 'intger'; it is ignored",
        ]);
    }

    [Theory]
    [InlineData("{ target: $.nothing, update: {} }", "DARI016 overlay1.yaml 4:13 overlay1.yaml#/actions/0/target changes nothing: '$.nothing' selects nothing")]
    [InlineData("{ target: $.info }", "DARI016 overlay1.yaml 4:3 overlay1.yaml#/actions/0 changes nothing: it has neither 'update' nor 'remove: true'")]
    [InlineData("{ target: $.info, remove: false }", "DARI016 overlay1.yaml 4:3 overlay1.yaml#/actions/0 changes nothing: it has neither 'update' nor 'remove: true'")]
    [InlineData("{ update: {} }", "DARI017 overlay1.yaml 4:3 overlay1.yaml#/actions/0 is not valid: it has no 'target'")]
    [InlineData("{ target: info, update: {} }", "DARI017 overlay1.yaml 4:13 overlay1.yaml#/actions/0/target is not valid: the JSONPath 'info' cannot be used: expected '$' at character 1, not 'i'")]
    [InlineData("{ target: $, remove: true }", "DARI017 overlay1.yaml 4:13 overlay1.yaml#/actions/0/target is not valid: it would remove the whole document")]
    [InlineData("{ target: $.info, update: text }", "DARI017 overlay1.yaml 4:29 overlay1.yaml#/actions/0/update is not valid: a string cannot be merged into an object")]
    [InlineData("{ target: $.info, copy: $.paths.*.* }", "DARI017 overlay1.yaml 4:27 overlay1.yaml#/actions/0/copy is not valid: 'copy' selects 2 values and not one")]
    public void An_action_that_cannot_be_done_is_reported_and_the_rest_is_done(string action, string problem)
    {
        Reading<ApiDocument> reading = Reading.Overlaid(Document, Overlay(action, "{ target: $.info.title, update: Ours }"));

        reading.Problems.ShouldBe([problem]);
        reading.Value.Title.ShouldBe("Ours");
    }

    [Theory]
    [InlineData("openapi: 3.1.0", "DARI017 overlay1.yaml 1:1 overlay1.yaml# is not valid: it does not begin with 'overlay: 1.0.0'")]
    [InlineData("overlay: 2.0.0\nactions: []", "DARI017 overlay1.yaml 1:10 overlay1.yaml#/overlay is not valid: version '2.0.0' of overlays is not known")]
    [InlineData("overlay: 1.0.0\nactions: x", "DARI017 overlay1.yaml 1:1 overlay1.yaml# is not valid: it has no list of 'actions'")]
    [InlineData("overlay: [", "DARI001 overlay1.yaml 1:11 ")]
    public void What_is_no_overlay_is_refused(string overlay, string problem)
    {
        Reading<ApiDocument> reading = Reading.Overlaid(Document, overlay);

        reading.Problems.Single().ShouldStartWith(problem);
        reading.Value.Title.ShouldBe("Vendor");
    }

    private static string Overlay(params string[] actions) =>
        "overlay: 1.0.0\ninfo: { title: Fix, version: '1' }\nactions:\n" + string.Concat(actions.Select(action => "- " + action + "\n"));
}
