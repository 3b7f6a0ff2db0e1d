using Dari.Http;

namespace Dari.Runtime.Tests.Http;

public sealed class ApiPathTests
{
    private static readonly string[] List = ["red", "green", "blue"];
    private static readonly KeyValuePair<string, string?>[] Keys = [new(
        "semi", ";"), new("dot", "."), new("comma", ",")];

    [Theory]
    [InlineData("sbx_1", "/v1/sandboxes/sbx_1/uploads")]
    [InlineData("a/b?c#d", "/v1/sandboxes/a%2Fb%3Fc%23d/uploads")]
    [InlineData(".", "/v1/sandboxes/%2E/uploads")]
    [InlineData("..", "/v1/sandboxes/%2E%2E/uploads")]
    [InlineData("...", "/v1/sandboxes/.../uploads")]
    [InlineData("é 100%", "/v1/sandboxes/%C3%A9%20100%25/uploads")]
    [InlineData("a-b._~", "/v1/sandboxes/a-b._~/uploads")]
    [InlineData("%2e%2e", "/v1/sandboxes/%252e%252e/uploads")]
    public void Holes_are_encoded(string id, string expected)
    {
        var request = new ApiRequest(HttpMethod.Get, $"/v1/sandboxes/{id}/uploads");

        request.Path.ShouldBe(expected);
        request.Template.ShouldBe("/v1/sandboxes/{}/uploads");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void An_empty_hole_would_be_another_route(string? id) =>
        Should.Throw<ArgumentException>(
            () => new ApiRequest(HttpMethod.Get, $"/v1/a/{id}/b")).Message.ShouldContain("/v1/a/{}");

    [Fact]
    public void Numbers_and_ids_are_written_plainly()
    {
        var id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");
        int number = -5;

        new ApiRequest(HttpMethod.Get, $"/a/{number}/{long.MaxValue}/{id}").Path
            .ShouldBe("/a/-5/9223372036854775807/0f8fad5b-d9cb-469f-a165-70867728950e");
        new ApiRequest(HttpMethod.Get, $"/fixed: {{x}} é").Path.ShouldBe("/fixed:%20%7Bx%7D%20%C3%A9");
        Should.Throw<ArgumentException>(() => new ApiRequest(HttpMethod.Get, default));
    }

    // The examples of RFC 6570, 3.2.5 to 3.2.7.
    [Fact]
    public void Styles_are_those_of_rfc_6570()
    {
        Path(PathSegment.Simple(List)).ShouldBe("red,green,blue");
        Path(PathSegment.SimpleMap(Keys, explode: false)).ShouldBe("semi,%3B,dot,.,comma,%2C");
        Path(PathSegment.SimpleMap(Keys, explode: true)).ShouldBe("semi=%3B,dot=.,comma=%2C");
        Path(PathSegment.Label(List, explode: false)).ShouldBe(".red,green,blue");
        Path(PathSegment.Label(List, explode: true)).ShouldBe(".red.green.blue");
        Path(PathSegment.Label(["value"], explode: false)).ShouldBe(".value");
        Path(PathSegment.Label(["50%"], explode: true)).ShouldBe(".50%25");
        Path(PathSegment.LabelMap(Keys, explode: false)).ShouldBe(".semi,%3B,dot,.,comma,%2C");
        Path(PathSegment.LabelMap(Keys, explode: true)).ShouldBe(".semi=%3B.dot=..comma=%2C");
        Path(PathSegment.Matrix("list", List, explode: false)).ShouldBe(";list=red,green,blue");
        Path(PathSegment.Matrix("list", List, explode: true)).ShouldBe(";list=red;list=green;list=blue");
        Path(PathSegment.Matrix("who", ["fred"], explode: false)).ShouldBe(";who=fred");
        Path(PathSegment.Matrix("half", ["50%"], explode: true)).ShouldBe(";half=50%25");
        Path(PathSegment.Matrix("empty", [""], explode: false)).ShouldBe(";empty");
        Path(PathSegment.MatrixMap("keys", Keys, explode: false)).ShouldBe(";keys=semi,%3B,dot,.,comma,%2C");
        Path(PathSegment.MatrixMap("keys", Keys, explode: true)).ShouldBe(";semi=%3B;dot=.;comma=%2C");
        Path(PathSegment.Simple([".."])).ShouldBe("%2E%2E");
        Should.Throw<ArgumentException>(() => Path(PathSegment.Simple([])));
    }

    private static string Path(PathSegment segment) => new ApiRequest(HttpMethod.Get, $"/{segment}").Path[1..];
}
