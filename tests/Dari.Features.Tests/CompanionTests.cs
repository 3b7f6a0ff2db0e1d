using Dari.Features.Idempotency;
using Dari.Features.Paging;
using Dari.Features.Polling;

namespace Dari.Features;

/// <summary>Methods beside those of operations, and keys that fill themselves in.</summary>
public sealed class CompanionTests
{
    [Fact]
    public async Task All_pages_are_one_sequence()
    {
        await using Exchange exchange = Exchange.InTurn("""{"items":[{"id":"a"}],"next_cursor":"n"}""", """{"items":[{"id":"b"}],"next_cursor":null}""");
        using var client = new PagingClient(exchange.Options);

        var ids = new List<string>();
        await foreach (PetPageItem pet in client.Pets.ListAllAsync(limit: 1))
        {
            ids.Add(pet.Id);
        }

        ids.ShouldBe(["a", "b"]);
        exchange.Requests.Select(request => request.Target).ShouldBe(["/pets?limit=1", "/pets?limit=1&cursor=n"]);
    }

    [Fact]
    public async Task Pages_with_numbers_end_with_an_empty_one()
    {
        await using Exchange exchange = Exchange.InTurn("""["a"]""", "[]");
        using var client = new PagingClient(exchange.Options);

        var toys = new List<string>();
        await foreach (string toy in client.Toys.ListAllAsync())
        {
            toys.Add(toy);
        }

        toys.ShouldBe(["a"]);
        exchange.Requests.Select(request => request.Target).ShouldBe(["/toys", "/toys?page=1"]);
    }

    [Fact]
    public async Task Work_is_started_and_waited_for()
    {
        await using Exchange exchange = Exchange.InTurn(
            """{"id":"7","status":"queued"}""", """{"id":"7","status":"queued"}""", """{"id":"7","status":"ready"}""");
        using var client = new PollingClient(exchange.Options);

        Build build = await client.Builds.CreateAndWaitUntilReadyAsync();

        build.Status.ShouldBe("ready");
        exchange.Requests.Select(request => request.Method + " " + request.Target).ShouldBe(["POST /builds", "GET /builds/7", "GET /builds/7"]);
    }

    [Fact]
    public async Task A_key_is_sent_where_the_document_wants_it()
    {
        await using Exchange exchange = Exchange.With(204);
        using var client = new IdempotencyClient(exchange.Options);

        await client.Orders.CreateAsync(new RequestOptions { IdempotencyKey = "k1" });
        await client.Payments.CreateAsync(new() { Amount = 3 }, new RequestOptions { IdempotencyKey = "k2" });
        await client.Refunds.CreateAsync(new RequestOptions { IdempotencyKey = "k3" });

        exchange.Requests[0]["Idempotency-Key"].ShouldBe("k1");
        exchange.Requests[1].Text.ShouldBe("""{"request_key":"k2","amount":3}""");
        exchange.Requests[2]["Acme-Token"].ShouldBe("k3");
    }

    [Fact]
    public async Task Without_a_key_of_the_caller_each_call_gets_its_own()
    {
        await using Exchange exchange = Exchange.With(204);
        using var client = new IdempotencyClient(exchange.Options);

        await client.Orders.CreateAsync();
        await client.Orders.CreateAsync();

        exchange.Requests.Select(request => request["Idempotency-Key"]).Distinct().Count().ShouldBe(2);
    }
}
