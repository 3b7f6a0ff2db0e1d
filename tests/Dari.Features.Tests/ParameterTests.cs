using Dari.Features.CollectionFormats20;
using Dari.Features.Cookies;
using Dari.Features.Enums;
using Dari.Features.HeaderParameters;
using Dari.Features.PathStyles;
using Dari.Features.QueryStyles;
using Dari.Features.SameNames;

namespace Dari.Features;

/// <summary>What parameters become in the request that a service sees.</summary>
public sealed class ParameterTests
{
    [Fact]
    public async Task Queries_are_written_in_every_style()
    {
        await using Exchange exchange = Exchange.With(204);
        using var client = new QueryStylesClient(exchange.Options);

        await client.Search.SearchAsync(new()
        {
            Multi = ["a", "b&c"],
            Comma = [1, 2],
            Space = ["a", "b"],
            Pipe = ["a", "b"],
            Deep = new() { Min = 1, Max = 2 },
            Spread = new Dictionary<string, string> { ["color"] = "red" },
            Raw = "a/b?c",
            Filter = new() { Name = "x" },
            On = new DateOnly(2024, 2, 29),
            Exact = true,
        });

        exchange.Request.Target.ShouldBe(
            "/search?multi=a&multi=b%26c&comma=1,2&space=a%20b&pipe=a%7Cb&deep%5Bmin%5D=1&deep%5Bmax%5D=2&color=red"
            + "&raw=a/b?c&filter=%7B%22name%22%3A%22x%22%7D&on=2024-02-29&exact=true");
    }

    [Fact]
    public async Task Nothing_is_sent_for_what_is_not_given()
    {
        await using Exchange exchange = Exchange.With(204);
        using var client = new QueryStylesClient(exchange.Options);

        await client.Search.SearchAsync();

        exchange.Request.Target.ShouldBe("/search");
    }

    [Fact]
    public async Task Collection_formats_of_2_0_are_kept()
    {
        await using Exchange exchange = Exchange.Json("""[{"id":1}]""");
        using var client = new CollectionFormatsClient(exchange.Options);

        (await client.Search.SearchAsync(["a", "b"], ["c", "d"])).ShouldHaveSingleItem().Id.ShouldBe(1);

        exchange.Request.Target.ShouldBe("/search?multi=a&multi=b&comma=c,d");
    }

    [Fact]
    public async Task Paths_are_written_in_every_style()
    {
        await using Exchange exchange = Exchange.With(204);
        using var client = new PathStylesClient(exchange.Options);

        await client.Paths.GetPlainAsync("a/b c", new DateOnly(2024, 2, 29));
        await client.Paths.GetUndeclaredAsync("x");
        await client.Paths.GetLabelAsync([1, 2]);
        await client.Paths.GetMatrixAsync([1, 2]);
        await client.Paths.GetListAsync(["a", "b"], GetListFormat.Csv);

        exchange.Requests.Select(request => request.Target).ShouldBe(
            ["/plain/a%2Fb%20c/2024-02-29", "/undeclared/x", "/label/.1.2", "/matrix/;ids=1,2", "/list/a,b.csv"]);
    }

    [Fact]
    public async Task Headers_are_sent_but_for_those_that_are_declared_elsewhere()
    {
        await using Exchange exchange = Exchange.Json("""{"id":"r"}""");
        using var client = new HeaderParametersClient(exchange.Options);

        await client.Reports.GetAsync("acme", new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.Zero));

        exchange.Request["X-Tenant"].ShouldBe("acme");
        exchange.Request["If-Modified-Since"].ShouldNotBeNull().ShouldStartWith("2024-02-29T12:00:00");
        exchange.Request["Accept"].ShouldBe("application/json");
        exchange.Request["Authorization"].ShouldBeNull();
    }

    [Fact]
    public async Task Cookies_stand_beside_a_key_in_one()
    {
        await using Exchange exchange = Exchange.With(204);
        ClientOptions options = exchange.Options;
        options.ApiKey = "k1";
        using var client = new CookiesClient(options);

        await client.Me.GetAsync(Cookies.GetMeTheme.Dark);

        exchange.Request["Cookie"].ShouldNotBeNull().Split("; ").Order().ShouldBe(["sid=k1", "theme=dark"]);
    }

    [Fact]
    public async Task One_name_may_be_in_several_places()
    {
        await using Exchange exchange = Exchange.With(204);
        using var client = new SameNamesClient(exchange.Options);

        await client.Items.GetAsync("path", queryId: "query", queryOptions: "x");

        exchange.Request.Target.ShouldBe("/items/path?id=query&options=x");
    }

    [Fact]
    public async Task Enumerations_are_sent_by_value_whatever_they_are_called()
    {
        await using Exchange exchange = Exchange.Json("[]");
        using var client = new EnumsClient(exchange.Options);

        await client.Things.ListAsync(ListThingsSort.MinusName, Level.Middle);

        exchange.Request.Target.ShouldBe("/things?sort=-name&level=2");
    }
}
