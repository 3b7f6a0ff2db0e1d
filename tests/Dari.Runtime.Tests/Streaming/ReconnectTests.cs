using System.Diagnostics;
using Dari.Http;
using Dari.Json;
using Dari.Runtime.Tests.Http;
using Dari.Runtime.Tests.Loopback;
using Dari.Streaming;

namespace Dari.Runtime.Tests.Streaming;

public sealed class ReconnectTests
{
    private const string Type = "Content-Type: text/event-stream";

    [Fact]
    public async Task A_broken_stream_goes_on_behind_the_last_event()
    {
        await using var server = LoopbackServer.InTurn(
            Cut("id: a\ndata: 1\n\nid: b\ndata: 2\n\nid: c\nda"),
            Whole("id: b\ndata: 2\n\nid: c\ndata: 3\n\n"));
        using ApiPipeline pipeline = Service.To(server);

        (await ReadAsync(pipeline)).ShouldBe([1, 2, 3]);

        // The third event had not come whole, so its id does not count.
        server.Requests.Select(static r => r["Last-Event-ID"]).ShouldBe([null, "b"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("mine")]
    public async Task A_stream_that_is_begun_by_POST_goes_on_under_its_idempotency_key(string? given)
    {
        await using var server = LoopbackServer.InTurn(
            Cut("id: a\ndata: 1\n\n"), static a => a.SendAsync(503, ""), Whole("id: b\ndata: 2\n\n"));
        using ApiPipeline pipeline = Service.To(server, new ClientOptions { RetryDelay = TimeSpan.FromMilliseconds(1), MaxRetries = 0 });
        var request = new ApiRequest(HttpMethod.Post, $"/v1/runs") { Content = ApiContent.Text("go", "text/plain"), IdempotencyHeader = "Idempotency-Key" };
        ServerEvents<int> events = pipeline.StreamEventsAsync(
            request, JsonRead.Int32, new() { Reconnect = EventReconnect.WhenBroken }, new() { IdempotencyKey = given }, default);

        (await ToListAsync(events)).ShouldBe([1, 2]);
        string?[] keys = [.. server.Requests.Select(static r => r["Idempotency-Key"])];

        keys.Length.ShouldBe(3);
        keys.Distinct().ShouldHaveSingleItem().ShouldBe(given ?? keys[0]);
        keys[0].ShouldNotBeNullOrEmpty();

        // Each enumeration is a call of its own.
        if (given is null)
        {
            await using var other = LoopbackServer.InTurn(Whole("data: 1\n\n"), Whole("data: 1\n\n"));
            using ApiPipeline fresh = Service.To(other);
            ServerEvents<int> twice = fresh.StreamEventsAsync(request, JsonRead.Int32, null, default);
            await ToListAsync(twice);
            await ToListAsync(twice);
            other.Requests.Select(static r => r["Idempotency-Key"]).Distinct().Count().ShouldBe(2);
        }
    }

    [Fact]
    public async Task An_answer_that_ends_amid_an_event_is_broken_too()
    {
        await using var server = LoopbackServer.InTurn(
            Whole("id: a\ndata: 1\n\nid: b\ndata: 2\n"), Whole("id: b\ndata: 2\n\n"));
        using ApiPipeline pipeline = Service.To(server);

        (await ReadAsync(pipeline)).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task An_end_in_order_ends_the_stream()
    {
        await using var server = LoopbackServer.InTurn(Whole("id: a\ndata: 1\n\n"));
        using ApiPipeline pipeline = Service.To(server);

        (await ReadAsync(pipeline)).ShouldBe([1]);
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Where_the_document_says_so_only_204_or_the_last_event_ends_it()
    {
        await using var server = LoopbackServer.InTurn(
            Whole("id: a\ndata: 1\n\n"), Whole(": nothing yet\n\n"), Whole("id: b\ndata: 2\n\n"), a => a.SendAsync(204, ""));
        await using var other = LoopbackServer.InTurn(
            Whole("id: a\ndata: 1\n\n"), Whole("id: b\nevent: bye\ndata: 2\n\nid: c\ndata: 3\n\n"));
        using ApiPipeline pipeline = Service.To(server);
        using ApiPipeline second = Service.To(other);

        (await ReadAsync(pipeline, new() { Reconnect = EventReconnect.Always })).ShouldBe([1, 2]);
        (await ReadAsync(second, new() { Reconnect = EventReconnect.Always, LastNames = ["bye"] })).ShouldBe([1, 2]);
        server.Requests.Count.ShouldBe(4);
        other.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Without_ids_a_broken_stream_is_an_error_rather_than_a_stream_with_gaps()
    {
        await using var server = LoopbackServer.InTurn(Cut("data: 1\n\n"), Whole("data: 1\n\n"));
        await using var fresh = LoopbackServer.InTurn(Cut(": hello\n\n"), Whole("data: 1\n\n"));
        using ApiPipeline pipeline = Service.To(server);
        using ApiPipeline second = Service.To(fresh);

        await Should.ThrowAsync<IOException>(() => ReadAsync(pipeline));
        (await ReadAsync(second)).ShouldBe([1]);
    }

    [Theory]
    [InlineData(EventReconnect.Safe, 1)]
    [InlineData(EventReconnect.Never, 1)]
    [InlineData(EventReconnect.WhenBroken, 2)]
    public async Task A_POST_is_sent_once_unless_the_document_marks_it(EventReconnect reconnect, int requests)
    {
        await using var server = LoopbackServer.InTurn(Cut("id: a\ndata: 1\n\n"), Whole("id: b\ndata: 2\n\n"));
        using ApiPipeline pipeline = Service.To(server);
        var rules = new EventRules { Reconnect = reconnect };
        var post = new ApiRequest(HttpMethod.Post, $"/x") { Content = ApiContent.Text("go") };

        Task<List<int>> reading = ToListAsync(pipeline.StreamEventsAsync(post, JsonRead.Int32, rules, null, default));

        if (requests == 1)
        {
            await Should.ThrowAsync<IOException>(() => reading);
        }
        else
        {
            (await reading).ShouldBe([1, 2]);
        }

        server.Requests.Count.ShouldBe(requests);
        server.Requests.ShouldAllBe(static r => r.Text == "go");
    }

    [Fact]
    public async Task Silence_is_a_broken_connection()
    {
        await using var server = LoopbackServer.InTurn(
            async a =>
            {
                await a.StartChunksAsync(Type);
                await a.ChunkAsync("id: a\ndata: 1\n\n");
                await Task.Delay(Timeout.Infinite, a.Stop);
            },
            Whole("id: b\ndata: 2\n\n"));
        using ApiPipeline pipeline = Service.To(server, new() { Timeout = TimeSpan.FromSeconds(1.5) });

        (await ReadAsync(pipeline)).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task The_service_says_how_long_to_wait()
    {
        await using var server = LoopbackServer.InTurn(
            Cut("retry: 700\nid: a\ndata: 1\n\n"), Whole("id: b\ndata: 2\n\n"));
        using ApiPipeline pipeline = Service.To(server);
        long start = Stopwatch.GetTimestamp();

        (await ReadAsync(pipeline)).ShouldBe([1, 2]);

        Stopwatch.GetElapsedTime(start).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(690));
    }

    [Fact]
    public async Task It_gives_up_after_so_many_connections_without_an_event()
    {
        await using var server = LoopbackServer.InTurn(Cut("id: a\ndata: 1\n\n"), Cut("id: b\ndata: 2\n\n"), Cut(": beat\n\n"));
        using ApiPipeline pipeline = Service.To(server, new() { MaxReconnects = 2 });

        await Should.ThrowAsync<IOException>(() => ReadAsync(pipeline));

        server.Requests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task An_answer_that_will_not_change_is_an_error_at_once()
    {
        await using var server = LoopbackServer.InTurn(Cut("id: a\ndata: 1\n\n"), a => a.SendAsync(410, ""));
        using ApiPipeline pipeline = Service.To(server);

        (await Should.ThrowAsync<ApiException>(() => ReadAsync(pipeline))).StatusCode.ShouldBe(System.Net.HttpStatusCode.Gone);

        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_last_id_goes_where_the_document_wants_it()
    {
        await using var server = LoopbackServer.InTurn(Cut("id: 7&\ndata: 1\n\n"), Whole("id: 8\ndata: 2\n\n"));
        using ApiPipeline pipeline = Service.To(server);
        ApiRequest request = Service.Get();
        request.AddQuery("after", "1");
        request.AddQuery("b", "2");

        (await ToListAsync(pipeline.StreamEventsAsync(
            request, JsonRead.Int32, new EventRules { ResumeQuery = "after" }, null, default))).ShouldBe([1, 2]);

        server.Requests.Select(static r => r.Target).ShouldBe(["/v1/pets/7?after=1&b=2", "/v1/pets/7?after=7%26&b=2"]);
    }

    [Fact]
    public async Task Events_with_one_id_that_differ_are_different_and_the_callers_own_last_one_is_not_given_again()
    {
        await using var server = LoopbackServer.InTurn(
            Whole("id: a\ndata: 1\n\nid: b\ndata: 2\n\nid: b\ndata: 3\n\nid: b\ndata: 3\n\n"));
        using ApiPipeline pipeline = Service.To(server);
        var options = new RequestOptions { Headers = { ["Last-Event-ID"] = "a" } };

        (await ToListAsync(pipeline.StreamEventsAsync(Service.Get(), JsonRead.Int32, options, default))).ShouldBe([2, 3]);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_for_a_reconnect()
    {
        await using var server = LoopbackServer.InTurn(Cut("retry: 60000\nid: a\ndata: 1\n\n"));
        using ApiPipeline pipeline = Service.To(server);
        using var cancel = new CancellationTokenSource();
        var fault = await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (int _ in pipeline.StreamEventsAsync(Service.Get(), JsonRead.Int32, null, default)
                .WithCancellation(cancel.Token))
            {
                cancel.CancelAfter(50);
            }
        });

        fault.ShouldNotBeNull();
    }

    [Fact]
    public async Task Details_show_name_id_and_text_also_of_events_that_the_document_does_not_know()
    {
        await using var server = LoopbackServer.InTurn(
            Whole("event: ping\ndata: {\n\nid: a\nretry: 5\nevent: log\ndata: 1\n\n"));
        using ApiPipeline pipeline = Service.To(server);
        ServerEvents<int> events = pipeline.StreamEventsAsync(
            Service.Get(), JsonRead.Int32, new EventRules { Names = ["log"] }, null, default);

        List<ServerEvent<int>> all = await ToListAsync(events.WithDetails());

        all.Select(static e => (e.Name, e.Id, e.Text, e.IsKnown, e.Data, e.Retry)).ShouldBe(
            [("ping", null, "{", false, 0, null), ("log", "a", "1", true, 1, TimeSpan.FromMilliseconds(5))]);
        (await ToListAsync(events)).ShouldBe([1]);
    }

    [Fact]
    public async Task Fields_can_be_read_as_an_object()
    {
        await using var server = LoopbackServer.InTurn(
            Whole("event: a\nid: 1\ndata: {\"x\":1}\n\nevent: note\ndata: 2\n\ndata: plain\n\n"));
        using ApiPipeline pipeline = Service.To(server);
        var rules = new EventRules { Shape = EventShape.Fields, TextNames = ["note"] };

        List<System.Text.Json.JsonElement> all =
            await ToListAsync(pipeline.StreamEventsAsync(Service.Get(), JsonRead.Any, rules, null, default));

        all.Select(static one => one.GetRawText()).ShouldBe([
            """{"event":"a","id":"1","data":{"x":1}}""",
            """{"event":"note","data":"2"}""",
            """{"event":"message","data":"plain"}"""]);
    }

    private static Func<LoopbackAnswer, Task> Cut(string body) => async answer =>
    {
        await answer.StartChunksAsync(Type);
        await answer.ChunkAsync(body);

        // An end without the last chunk: what was sent arrives, and the answer is broken.
        await answer.RawAsync("5\r\n");
        answer.Close();
    };

    private static Func<LoopbackAnswer, Task> Whole(string body) => async answer =>
    {
        await answer.StartChunksAsync(Type);
        await answer.ChunkAsync(body);
        await answer.RawAsync("0\r\n\r\n");
    };

    private static Task<List<int>> ReadAsync(ApiPipeline pipeline, EventRules? rules = null) => rules is null
        ? ToListAsync(pipeline.StreamEventsAsync(Service.Get(), JsonRead.Int32, null, default))
        : ToListAsync(pipeline.StreamEventsAsync(Service.Get(), JsonRead.Int32, rules, null, default));

    private static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (T item in items)
        {
            list.Add(item);
        }

        return list;
    }
}
