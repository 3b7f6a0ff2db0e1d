using Dari.Features.CollectionFormats20;
using Dari.Features.ResponseHeaders;

namespace Dari.Features;

/// <summary>Headers of answers, read as the document declares them.</summary>
public sealed class HeaderTests
{
    [Fact]
    public async Task Headers_are_read_as_declared()
    {
        await using Exchange exchange = Exchange.With(
            200,
            "[]",
            "Content-Type: application/json",
            "X-Total: 12",
            "X-Reset: 2026-05-04T10:20:30+02:00",
            "Last-Modified: Wed, 21 Oct 2015 07:28:00 GMT",
            "X-Kind: printed",
            "X-Tags: a, \"b, c\",,d",
            "X-Sizes: 1,2",
            "X-Sizes: 3",
            "X-Partial: true",
            "X-Cost: {\"units\":4}",
            "X-Where: x,1,name,\"a,b\"",
            "X-Range: unit=px,from=3",
            "X-Nested: a,1");
        using var client = new ResponseHeadersClient(exchange.Options);

        await client.Pages.ListAsync(RequestOptions.Capture(out ResponseMetadata response));

        ListPagesHeaders headers = ListPagesHeaders.From(response);
        headers.Total.ShouldBe(12);
        headers.Reset.ShouldBe(new DateTimeOffset(2026, 5, 4, 10, 20, 30, TimeSpan.FromHours(2)));
        headers.LastModified.ShouldBe(new DateTimeOffset(2015, 10, 21, 7, 28, 0, TimeSpan.Zero));
        headers.Kind.ShouldBe(new ListPagesKind("printed"));
        headers.Tags.ShouldBe(["a", "b, c", "d"]);
        headers.Sizes.ShouldBe([1, 2, 3]);
        headers.Partial.ShouldBe(true);
        headers.Cost!.Units.ShouldBe(4);
        headers.Where!.X.ShouldBe(1);
        headers.Where.Name.ShouldBe("a,b");
        headers.Range!.From.ShouldBe(3);
        headers.Range.Unit.ShouldBe("px");
        headers.Nested.ShouldBe("a,1");
        headers.Old.ShouldBeNull();
        headers.RetryAfter.ShouldBeNull();
    }

    [Fact]
    public async Task What_does_not_read_is_null_and_stays_text()
    {
        await using Exchange exchange = Exchange.With(
            200, "[]", "Content-Type: application/json", "X-Total: many", "X-Sizes: 1, two", "X-Reset: tomorrow", "X-Cost: {", "X-Where: x", "X-Range: from=b");
        using var client = new ResponseHeadersClient(exchange.Options);

        await client.Pages.ListAsync(RequestOptions.Capture(out ResponseMetadata response));

        ListPagesHeaders.From(response).ShouldBe(new ListPagesHeaders());
        response.Headers["x-total"].ShouldBe(["many"]);
    }

    [Fact]
    public async Task Version_2_parts_lists_by_what_it_says()
    {
        await using Exchange exchange = Exchange.With(
            200, "[]", "Content-Type: application/json", "X-Codes: 1|2", "X-Codes: 3", "X-Words: a b", "X-Names: a,b");
        using var client = new CollectionFormatsClient(exchange.Options);

        await client.Search.SearchAsync(options: RequestOptions.Capture(out ResponseMetadata response));

        SearchHeaders headers = SearchHeaders.From(response);
        headers.Codes.ShouldBe([1, 2, 3]);
        headers.Words.ShouldBe(["a", "b"]);
        headers.Names.ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task Errors_have_headers_too()
    {
        await using Exchange exchange = Exchange.With(429, "", "Retry-After: 7");
        using var client = new ResponseHeadersClient(exchange.Options);

        ApiException error = await Should.ThrowAsync<ApiException>(() => client.Pages.ListAsync());

        ListPagesHeaders.From(error.Response).RetryAfter.ShouldBe(7);
    }
}
