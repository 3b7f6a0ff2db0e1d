using Dari.Features.JsonLines;

namespace Dari.Features;

/// <summary>Bodies of many items that are sent as they come.</summary>
public sealed class LineTests
{
    [Fact]
    public async Task Items_are_sent_a_line_each()
    {
        await using Exchange exchange = Exchange.With(204);
        using var client = new JsonLinesClient(exchange.Options);

        await client.Events.ImportAsync(Items());

        exchange.Request["Content-Type"].ShouldBe("application/jsonl");
        exchange.Request.Text.ShouldBe("{\"n\":1}\n{\"n\":2}\n");
    }

    [Fact]
    public async Task A_text_sequence_has_its_separators()
    {
        await using Exchange exchange = Exchange.With(204);
        using var client = new JsonLinesClient(exchange.Options);

        await client.Events.ReplaceAsync(Items());

        exchange.Request["Content-Type"].ShouldBe("application/json-seq");
        exchange.Request.Text.ShouldBe("\u001e{\"n\":1}\n\u001e{\"n\":2}\n");
    }

    [Fact]
    public async Task Lines_stand_beside_a_list()
    {
        await using Exchange exchange = Exchange.With(204);
        using var client = new JsonLinesClient(exchange.Options);

        await client.Events.UpdateAsync([new() { N = 1 }]);
        await client.Events.UpdateWithLinesAsync(Ids());

        exchange.Requests.Select(request => request.Text).ShouldBe(["[{\"n\":1}]", "{\"id\":\"a\"}\n"]);
    }

    [Fact]
    public async Task A_body_that_can_be_read_once_is_not_sent_again()
    {
        await using Exchange exchange = Exchange.With(503);
        using var client = new JsonLinesClient(new ClientOptions { BaseUrl = exchange.Url, MaxRetries = 3 });

        await Should.ThrowAsync<ApiException>(() => client.Events.ReplaceAsync(Items()));

        exchange.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_the_items_throw_ends_the_call()
    {
        await using Exchange exchange = Exchange.With(204);
        using var client = new JsonLinesClient(exchange.Options);

        Exception thrown = await Should.ThrowAsync<Exception>(() => client.Events.ImportAsync(Broken()));

        (thrown is InvalidDataException || thrown.InnerException is InvalidDataException).ShouldBeTrue(thrown.ToString());
    }

    private static async IAsyncEnumerable<Event> Items()
    {
        yield return new() { N = 1 };
        await Task.Delay(20);
        yield return new() { N = 2 };
    }

    private static async IAsyncEnumerable<UpdateEventsLinesRequestItem> Ids()
    {
        await Task.Yield();
        yield return new() { Id = "a" };
    }

    private static async IAsyncEnumerable<Event> Broken()
    {
        yield return new() { N = 1 };
        await Task.Yield();
        throw new InvalidDataException("The source is broken.");
    }
}
