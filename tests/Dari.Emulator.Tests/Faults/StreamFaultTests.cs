using System.Net;
using System.Text.Json.Nodes;
using Dari.Emulator.Faults;
using Dari.Emulator.Hosting;
using Dari.Emulator.Tests.Core;

namespace Dari.Emulator.Tests.Faults;

public sealed class StreamFaultTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_stream_is_cut_after_so_many_events(int after)
    {
        await using OrdersEmulator orders = await StartAsync(new CutEventsFault { AfterEvents = after });

        (bool isWhole, string text) = await ReadAsync(orders);

        isWhole.ShouldBeFalse();
        Ids(text).ShouldBe(Enumerable.Range(1, after).Select(static id => $"{id}"));
        (await ReadAsync(orders)).IsWhole.ShouldBeTrue();
    }

    [Fact]
    public async Task A_stream_can_break_within_an_event()
    {
        await using OrdersEmulator orders = await StartAsync(new DropAnswerFault { AfterBytes = 20 });

        (bool isWhole, string text) = await ReadAsync(orders);

        isWhole.ShouldBeFalse();
        text.Length.ShouldBe(20);
    }

    [Fact]
    public async Task Every_event_comes_twice_and_comments_once()
    {
        await using OrdersEmulator orders = await StartAsync(new DuplicateEventsFault());

        (bool isWhole, string text) = await ReadAsync(orders);

        isWhole.ShouldBeTrue();
        Ids(text).ShouldBe(["1", "1", "2", "2", "3", "3", "4", "4"]);
        text.Split(": hello").Length.ShouldBe(2);
    }

    private static async Task<OrdersEmulator> StartAsync(Fault fault)
    {
        OrdersEmulator orders = await OrdersEmulator.StartAsync(new EmulatorOptions { Faults = [new FaultRule { Fault = fault }] });
        orders.Service.Watch = static _ => Reply.Events(Events());
        return orders;
    }

    private static async IAsyncEnumerable<ServerEvent> Events()
    {
        yield return new ServerEvent { Comment = "hello" };
        for (int id = 1; id <= 4; id++)
        {
            await Task.Yield();
            yield return new ServerEvent
            {
                Id = $"{id}",
                Data = JsonNode.Parse("""{"id":"o_1","lines":[{"kind":"fee"}],"serverOnly":"s"}"""),
            };
        }
    }

    private static async Task<(bool IsWhole, string Text)> ReadAsync(OrdersEmulator orders)
    {
        using HttpResponseMessage response = await orders.Http.GetAsync("/orders/o_1", HttpCompletionOption.ResponseHeadersRead);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        await using Stream body = await response.Content.ReadAsStreamAsync();
        using var read = new MemoryStream();
        try
        {
            await body.CopyToAsync(read);
            return (true, System.Text.Encoding.UTF8.GetString(read.ToArray()));
        }
        catch (HttpIOException)
        {
            return (false, System.Text.Encoding.UTF8.GetString(read.ToArray()));
        }
    }

    private static IEnumerable<string> Ids(string text) =>
        text.Split('\n').Where(static line => line.StartsWith("id: ", StringComparison.Ordinal)).Select(static line => line[4..]);
}
