using Dari.Features.FormEncodings;
using Dari.Features.FormFormats20;
using Dari.Features.MixedParameters;
using Dari.Features.QueryString32;

namespace Dari.Features;

/// <summary>Values that may be a text, a list or an object are written by what they are, in the style of their place.</summary>
public sealed class MixedValueTests
{
    [Fact]
    public async Task Queries_are_written_by_what_each_value_is()
    {
        await using Exchange exchange = Exchange.With(204);
        using var client = new MixedParametersClient(exchange.Options);

        await client.Mixed.SearchAsync(new()
        {
            Either = MixedSearchEither.FromList(["a", "b&c"]),
            Joined = MixedSearchJoined.FromList([1, 2]),
            Created = new MixedParameters.Range { Gte = 1 },
            Expand = ["x", "y"],
            Filter = new() { Name = "n", Size = new() { Lt = 9 }, Ids = [4, 5], Rules = [new() { Gte = 6 }] },
            Page = new() { Size = 10, Sort = ["a,asc", "b"] },
            Spaced = new() { Gte = 2, Lt = 3 },
            Order = MixedSearchOrder.Up,
            Any = Json.AnyJson.From("free"),
        });
        await client.Mixed.SearchAsync(new() { Either = "one", Joined = 7, Created = 8 });

        Uri.UnescapeDataString(exchange.Requests[0].Target).ShouldBe(
            "/search?either=a&either=b&c&joined=1,2&created[gte]=1&expand[0]=x&expand[1]=y&filter[name]=n&filter[size][lt]=9"
            + "&filter[ids][0]=4&filter[ids][1]=5&filter[rules][0][gte]=6&size=10&sort=a,asc&sort=b&spaced=gte 2 lt 3&order=up&any=free");
        exchange.Requests[1].Target.ShouldBe("/search?either=one&joined=7&created=8");
    }

    [Fact]
    public async Task A_parameter_can_be_all_of_the_query()
    {
        await using Exchange exchange = Exchange.With(204);
        using var client = new QueryStringClient(exchange.Options);

        await client.Find.ByFieldsAsync(new() { From = 1, Tags = ["a", "b c"] });
        await client.Find.ByJsonAsync(new() { From = 1 });
        await client.Find.ByTextAsync("$.a[?@.b=='x']");

        exchange.Requests.Select(request => Uri.UnescapeDataString(request.Target)).ShouldBe(
            ["/fields?from=1&tags=a&tags=b c", "/json?{\"from\":1}", "/text?$.a[?@.b=='x']"]);
    }

    [Fact]
    public async Task Paths_headers_and_cookies_hold_objects_and_lists()
    {
        await using Exchange exchange = Exchange.With(204);
        using var client = new MixedParametersClient(exchange.Options);
        var range = new MixedParameters.Range { Gte = 1, Lt = 2 };

        await client.Mixed.GetItemAsync("a/b", range, range, new() { Range = range, Exploded = range, Either = GetItemXEither.FromList(["p", "q"]), Span = range });
        await client.Mixed.GetLabelledAsync(range, range, GetLabelledOne.FromList([3, 4]));

        LoopbackRequest first = exchange.Requests[0];
        first.Target.ShouldBe("/items/a%2Fb/gte,1,lt,2/gte=1,lt=2");
        (first["X-Range"], first["X-Exploded"], first["X-Either"]).ShouldBe(("gte,1,lt,2", "gte=1,lt=2", "p,q"));
        Uri.UnescapeDataString(first["Cookie"]!).ShouldBe("span=gte,1,lt,2");
        exchange.Requests[1].Target.ShouldBe("/label/.gte=1.lt=2/;matrix=gte,1,lt,2/;one=3,4");
    }

    [Fact]
    public async Task Fields_are_written_as_their_encoding_says()
    {
        await using Exchange exchange = Exchange.With(204);
        using var client = new FormEncodingsClient(exchange.Options);

        await client.Customers.CreateAsync(new()
        {
            Name = "n",
            GrantType = "token",
            Expand = ["a", "b"],
            Address = new() { City = "c", Lines = ["1", "2"] },
            Metadata = CreateCustomerRequestMetadata.FromMap(new Dictionary<string, string> { ["k"] = "v" }),
            Items = [new() { City = "d" }],
            Codes = [7, 8],
            Plain = ["p", "q"],
            Note = new() { City = "e" },
            Either = CreateCustomerRequestEither.FromList(["x", "y"]),
        });

        Uri.UnescapeDataString(exchange.Request.Text).ShouldBe(
            "name=n&expand[0]=a&expand[1]=b&address[city]=c&address[lines][0]=1&address[lines][1]=2&metadata[k]=v&items[0][city]=d"
            + "&codes=7,8&plain=p&plain=q&note={\"city\":\"e\"}&either=x&either=y&grant_type=token");
    }

    [Fact]
    public async Task Parts_are_written_by_what_each_value_is()
    {
        await using Exchange exchange = Exchange.With(204);
        using var client = new FormEncodingsClient(exchange.Options);

        await client.Uploads.CreateAsync(new() { Either = CreateUploadRequestEither.FromList(["x", "y"]), Codes = [7, 8] });
        await client.Uploads.CreateAsync(new() { Either = new FormEncodings.Address { City = "c" } });

        string first = exchange.Requests[0].Text;
        first.Split("name=\"either\"").Length.ShouldBe(3);
        first.ShouldContain("\r\n7,8\r\n");
        exchange.Requests[1].Text.ShouldContain("Content-Type: application/json\r\n\r\n{\"city\":\"c\"}");
    }

    [Fact]
    public async Task Forms_of_2_0_join_lists_by_commas_unless_they_say_otherwise()
    {
        await using Exchange exchange = Exchange.With(204);
        using var client = new FormFormatsClient(exchange.Options);

        await client.Fields.SendAsync(new() { Plain = ["a", "b"], Multi = [1, 2], Pipes = ["c", "d"] });
        await client.Fields.SendPartsAsync(new() { Plain = ["a", "b"], Multi = [1, 2] });

        Uri.UnescapeDataString(exchange.Requests[0].Text).ShouldBe("plain=a,b&multi=1&multi=2&pipes=c|d");
        exchange.Requests[1].Text.ShouldContain("\r\na,b\r\n");
    }
}
