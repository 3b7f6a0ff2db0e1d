using Dari.Http;
using Dari.Json;
using Dari.Paging;
using Dari.Runtime.Tests.Http;
using Dari.Runtime.Tests.Loopback;

namespace Dari.Runtime.Tests.Paging;

public sealed class PageTests
{
    private static readonly PageRules Cursor = new()
    {
        Style = PageStyle.Cursor,
        Items = "/page/items",
        Parameter = "cursor",
        Next = "/page/next",
        HasMore = "/more",
    };

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public async Task Cursors_are_followed_to_the_end(string last)
    {
        await using var server = LoopbackServer.InTurn(
            Json("""{"x":[9],"page":{"next":"a b","items":["1","2"]}}"""),
            Json("""{"page":{"items":[],"next":17}}"""),
            Json($$$"""{"page":{"items":["3"],"next":{{{last}}}},"y":{"next":"no"}}"""));

        (await ListAsync(server, Cursor)).ShouldBe(["1", "2", "3"]);

        server.Requests.Select(static r => r.Target).ShouldBe(
            ["/v1/pets/7?limit=2", "/v1/pets/7?limit=2&cursor=a%20b", "/v1/pets/7?limit=2&cursor=17"]);
    }

    [Fact]
    public async Task More_pages_are_asked_for_only_when_they_are_wanted()
    {
        await using var server = LoopbackServer.Always(
            200, """{"page":{"items":["1","2"],"next":"n"}}""", "Content-Type: application/json");
        using ApiPipeline pipeline = Service.To(server);

        await foreach (string item in pipeline.ListPagesAsync(Service.Get(), JsonRead.String, Cursor, null, default))
        {
            if (item == "2")
            {
                break;
            }
        }

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_cursor_that_comes_again_is_an_error_and_no_endless_loop()
    {
        await using var server = LoopbackServer.InTurn(
            Json("""{"page":{"items":["1"],"next":"a"}}"""),
            Json("""{"page":{"items":["2"],"next":"b"}}"""),
            Json("""{"page":{"items":["3"],"next":"a"}}"""));

        var fault = await Should.ThrowAsync<PagingException>(() => ListAsync(server, Cursor));

        fault.Message.ShouldBe("GET /v1/pets/{}, page 3, led to the same page a second time.");
        server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_service_may_say_that_there_is_no_more_or_contradict_itself()
    {
        await using var end = LoopbackServer.InTurn(Json("""{"more":false,"page":{"items":["1"],"next":"a"}}"""));
        await using var wrong = LoopbackServer.InTurn(Json("""{"more":true,"page":{"items":["1"]}}"""));

        (await ListAsync(end, Cursor)).ShouldBe(["1"]);
        (await Should.ThrowAsync<PagingException>(() => ListAsync(wrong, Cursor))).Message
            .ShouldEndWith("says that there are more pages, but not where.");
    }

    [Fact]
    public async Task The_id_of_the_last_item_leads_on()
    {
        await using var server = LoopbackServer.InTurn(
            Json("""{"data":[{"id":"a"},{"id":"b","in":{"id":"x"}}],"has_more":true}"""),
            Json("""{"data":[{"id":"c"}],"has_more":false}"""));
        var rules = new PageRules
        {
            Style = PageStyle.LastItem,
            Items = "/data",
            Parameter = "after",
            Next = "/id",
            HasMore = "/has_more",
        };
        using ApiPipeline pipeline = Service.To(server);
        var ids = new List<string?>();

        await foreach (System.Text.Json.JsonElement item in pipeline.ListPagesAsync(Service.Get(), JsonRead.Any, rules, null, default))
        {
            ids.Add(item.GetProperty("id").GetString());
        }

        ids.ShouldBe(["a", "b", "c"]);
        server.Requests[1].Target.ShouldBe("/v1/pets/7?after=b");
    }

    [Fact]
    public async Task Numbers_and_offsets_go_on_until_a_page_is_empty()
    {
        Func<LoopbackAnswer, Task>[] pages = [Json("""["1","2"]"""), Json("""["3"]"""), Json("[]")];
        await using var numbers = LoopbackServer.InTurn(pages);
        await using var offsets = LoopbackServer.InTurn(pages);

        (await ListAsync(numbers, new() { Style = PageStyle.Number, Items = "", Parameter = "page", First = 0 })).ShouldBe(["1", "2", "3"]);
        (await ListAsync(offsets, new() { Style = PageStyle.Offset, Items = "", Parameter = "skip" })).ShouldBe(["1", "2", "3"]);

        numbers.Requests.Select(static r => r.Target).ShouldBe(
            ["/v1/pets/7?limit=2", "/v1/pets/7?limit=2&page=1", "/v1/pets/7?limit=2&page=2"]);
        offsets.Requests.Select(static r => r.Target).ShouldBe(
            ["/v1/pets/7?limit=2", "/v1/pets/7?limit=2&skip=2", "/v1/pets/7?limit=2&skip=3"]);
    }

    [Fact]
    public async Task A_service_that_ignores_the_number_is_found_out()
    {
        await using var server = LoopbackServer.Always(200, """["1"]""", "Content-Type: application/json");

        await Should.ThrowAsync<PagingException>(
            () => ListAsync(server, new() { Style = PageStyle.Number, Items = "", Parameter = "page" }));

        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Links_are_followed_but_not_to_another_place()
    {
        await using var body = LoopbackServer.InTurn(
            Json("""{"items":["1"],"next":"https://elsewhere.example/v1/pets/7?limit=2&skip=1+2%26"}"""), Json("""{"items":["2"]}"""));
        await using var header = LoopbackServer.InTurn(
            a => a.SendAsync(
                200, """{"items":["1"]}""", "Content-Type: application/json", "Link: </x>; rel=prev, <?page=2>; rel=\"last next\""),
            Json("""{"items":["2"]}"""));
        await using var other = LoopbackServer.InTurn(Json("""{"items":["1"],"next":"/admin?x=1"}"""));
        var rules = new PageRules { Style = PageStyle.Link, Items = "/items", Next = "/next" };

        (await ListAsync(body, rules)).ShouldBe(["1", "2"]);
        (await ListAsync(header, new() { Style = PageStyle.Link, Items = "/items" })).ShouldBe(["1", "2"]);
        (await Should.ThrowAsync<PagingException>(() => ListAsync(other, rules))).Message.ShouldEndWith("on another path.");

        body.Requests[1].Target.ShouldBe("/v1/pets/7?limit=2&skip=1%202%26");
        header.Requests[1].Target.ShouldBe("/v1/pets/7?page=2");
    }

    [Fact]
    public async Task A_page_that_does_not_read_says_where()
    {
        await using var server = LoopbackServer.InTurn(Json("""{"page":{"items":["1",2]}}"""));

        (await Should.ThrowAsync<ApiException>(() => ListAsync(server, Cursor))).Message.ShouldContain("with a body that does not read");
    }

    private static Func<LoopbackAnswer, Task> Json(string json) =>
        answer => answer.SendAsync(200, json, "Content-Type: application/json");

    private static async Task<List<string>> ListAsync(LoopbackServer server, PageRules rules)
    {
        using ApiPipeline pipeline = Service.To(server);
        ApiRequest request = Service.Get();
        request.AddQuery("limit", "2");
        var all = new List<string>();
        await foreach (string item in pipeline.ListPagesAsync(request, JsonRead.String, rules, null, default))
        {
            all.Add(item);
        }

        return all;
    }
}
