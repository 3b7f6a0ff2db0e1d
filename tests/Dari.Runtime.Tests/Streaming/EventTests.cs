using System.Text.Json;
using Dari.Http;
using Dari.Json;
using Dari.Runtime.Tests.Http;
using Dari.Runtime.Tests.Loopback;

namespace Dari.Runtime.Tests.Streaming;

public sealed class EventTests
{
    private const string Type = "Content-Type: text/event-stream; charset=utf-8";

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public async Task Events_are_read_however_they_are_cut(int size)
    {
        const string Stream = "\uFEFF: hello\nid: 1\nevent: x\ndata: \"é1\"\n\ndata: \"a\ndata: b\"\r\n\r\n"
            + ":beat\n\ndata:[DONE]\n\ndata: \"after\"\n\n";
        await using var server = new LoopbackServer(async (_, answer) =>
        {
            await answer.StartChunksAsync(Type);
            for (int i = 0; i < Stream.Length; i += size)
            {
                await answer.ChunkAsync(Stream.Substring(i, Math.Min(size, Stream.Length - i)));
            }

            await Task.Delay(Timeout.Infinite, answer.Stop);
        });
        using ApiPipeline pipeline = Service.To(server);

        // JSON may not have a line break inside of a string, so the second event is read as text.
        List<string> texts = await ToListAsync(pipeline.StreamTextEventsAsync(Service.Get(), null, default));

        texts.ShouldBe(["\"é1\"", "\"a\nb\""]);
        server.Requests.Single()["Accept"].ShouldBe("text/event-stream");
    }

    [Fact]
    public async Task Each_event_arrives_when_it_is_sent()
    {
        var seen = new SemaphoreSlim(0);
        await using var server = new LoopbackServer(async (_, answer) =>
        {
            await answer.StartChunksAsync(Type);
            for (int i = 0; i < 5; i++)
            {
                await answer.ChunkAsync($"data: {i}\n\n");
                await seen.WaitAsync(answer.Stop);
            }

            await answer.ChunkAsync("");
        });
        using ApiPipeline pipeline = Service.To(server);
        int next = 0;

        await foreach (int item in pipeline.StreamEventsAsync(
            Service.Get(), JsonRead.Int32, RequestOptions.Capture(out ResponseMetadata response), default))
        {
            item.ShouldBe(next++);
            response.IsComplete.ShouldBeFalse();
            seen.Release();
        }

        next.ShouldBe(5);
    }

    [Fact]
    public async Task An_event_that_does_not_read_says_where()
    {
        await using var server = LoopbackServer.Always(200, "data: 1\n\ndata: [2,\"x\"]\n\n", Type);
        using ApiPipeline pipeline = Service.To(server);
        var captured = new ResponseMetadata();
        await using IAsyncEnumerator<int> items =
            pipeline.StreamEventsAsync(
                Service.Get(), JsonRead.Int32, new RequestOptions().CaptureTo(captured), default).GetAsyncEnumerator();

        (await items.MoveNextAsync()).ShouldBeTrue();
        var fault = await Should.ThrowAsync<ApiException>(() => items.MoveNextAsync().AsTask());

        fault.Message.ShouldContain("with an item that does not read: expected a number, found an array. Path: $");
        fault.InnerException.ShouldBeOfType<JsonException>();
        captured.IsComplete.ShouldBeTrue();
    }

    [Fact]
    public async Task Another_kind_of_answer_or_an_error_is_no_stream()
    {
        await using var server = LoopbackServer.InTurn(
            a => a.SendAsync(
                200, "{}", "Content-Type: application/json"), a => a.SendAsync(404, """{"detail":"gone"}"""));
        using ApiPipeline pipeline = Service.To(server);

        (await FailAsync<ApiException>(
            pipeline)).Message.ShouldEndWith("with application/json instead of text/event-stream");
        (await FailAsync<ApiException>(pipeline)).Message.ShouldEndWith("answered 404 (Not Found): gone");
    }

    [Fact]
    public async Task An_event_that_does_not_end_is_refused()
    {
        await using var server = new LoopbackServer(async (_, answer) =>
        {
            await answer.StartChunksAsync(Type);
            await answer.ChunkAsync("data: 1\n\ndata: ");
            for (int i = 0; i < 10_000 && !answer.Stop.IsCancellationRequested; i++)
            {
                await answer.ChunkAsync(new string('1', 1000));
            }
        });
        using ApiPipeline pipeline = Service.To(server, new() { MaxResponseBytes = 100_000 });

        (await FailAsync<ApiException>(pipeline)).Message.ShouldEndWith("with an item that does not end");
    }

    [Fact]
    public async Task A_silent_stream_is_a_timeout_and_a_broken_one_an_error()
    {
        await using var silent = new LoopbackServer(async (_, answer) =>
        {
            await answer.StartChunksAsync(Type);
            await answer.ChunkAsync("data: 1\n\n");
            await Task.Delay(Timeout.Infinite, answer.Stop);
        });
        await using var broken = new LoopbackServer(async (_, answer) =>
        {
            await answer.StartChunksAsync(Type);
            await answer.ChunkAsync("data: 1\n\n");
            await answer.DropAsync();
        });
        using ApiPipeline one = Service.To(silent, new() { Timeout = TimeSpan.FromSeconds(1.5) });
        using ApiPipeline other = Service.To(broken);

        (await FailAsync<TimeoutException>(one)).Message.ShouldContain("GET /v1/pets/{} sent nothing for");
        (await FailAsync<Exception>(other)).ShouldBeAssignableTo<IOException>();
    }

    [Fact]
    public async Task A_stream_may_last_longer_than_the_limit_of_the_call()
    {
        await using var server = new LoopbackServer(async (_, answer) =>
        {
            await answer.StartChunksAsync(Type);
            for (int i = 0; i < 6; i++)
            {
                await answer.ChunkAsync($"data: {i}\n\n");
                await Task.Delay(450, answer.Stop);
            }

            await answer.RawAsync("0\r\n\r\n");
        });
        using ApiPipeline pipeline = Service.To(server, new() { Timeout = TimeSpan.FromSeconds(2) });

        (await ToListAsync(pipeline.StreamEventsAsync(Service.Get(), JsonRead.Int32, null, default))).Count.ShouldBe(6);
    }

    [Fact]
    public async Task Cancelling_ends_a_stream()
    {
        await using var server = new LoopbackServer(async (_, answer) =>
        {
            await answer.StartChunksAsync(Type);
            await answer.ChunkAsync("data: 1\n\n");
            await Task.Delay(Timeout.Infinite, answer.Stop);
        });
        using ApiPipeline pipeline = Service.To(server);
        using var cancel = new CancellationTokenSource();

        var fault = await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (int _ in pipeline.StreamEventsAsync(Service.Get(), JsonRead.Int32, null, cancel.Token))
            {
                cancel.CancelAfter(50);
            }
        });

        fault.CancellationToken.ShouldBe(cancel.Token);
    }

    private static async Task<T> FailAsync<T>(ApiPipeline pipeline)
        where T : Exception =>
        await Should.ThrowAsync<T>(
            () => ToListAsync(pipeline.StreamEventsAsync(Service.Get(), JsonRead.Int32, null, default)));

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
