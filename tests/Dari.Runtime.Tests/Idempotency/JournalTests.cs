using System.Text;
using Dari.Http;
using Dari.Idempotency;
using Dari.Runtime.Tests.Http;
using Dari.Runtime.Tests.Loopback;

namespace Dari.Runtime.Tests.Idempotency;

public sealed class JournalTests : IDisposable
{
    private readonly JournalFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_same_logical_call_gets_the_answer_that_was_kept(bool isFile)
    {
        await using var server = LoopbackServer.Always(200, "\"made\"", "Content-Type: application/json");
        var memory = new MemoryIdempotencyJournal();
        IIdempotencyJournal Journal() => isFile ? _folder.Open() : memory;
        using ApiPipeline before = KeyedCalls.To(server, Journal());
        using ApiPipeline after = KeyedCalls.To(server, Journal());

        string first = await KeyedCalls.SendAsync(before, KeyedCalls.Post("""{"a":1,"b":[{"c":2,"d":3}]}"""), KeyedCalls.Named("job-1"));
        RequestOptions again = RequestOptions.Capture(out ResponseMetadata response);
        again.LogicalCall = "job-1";

        // The order of members, white space and escapes mean nothing.
        string second = await KeyedCalls.SendAsync(after, KeyedCalls.Post("""{ "b":[{"d":3,"c":2}], "\u0061":1 }"""), again);

        (first, second).ShouldBe(("made", "made"));
        server.Requests.Count.ShouldBe(1);
        (response.IsStored, response.Attempts, (int)response.StatusCode).ShouldBe((true, 0, 200));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Calls_of_one_name_at_once_are_sent_once(bool isFile)
    {
        await using var server = new LoopbackServer(async (_, answer) =>
        {
            await Task.Delay(300, answer.Stop);
            await answer.SendAsync(200, "\"made\"", "Content-Type: application/json");
        });
        var memory = new MemoryIdempotencyJournal();

        string[] answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            // A journal each, as processes have.
            using ApiPipeline pipeline = KeyedCalls.To(server, isFile ? _folder.Open() : memory);
            return await KeyedCalls.SendAsync(pipeline, KeyedCalls.Post("{}"), KeyedCalls.Named("one"));
        }));

        answers.ShouldAllBe(static answer => answer == "made");
        server.Requests.Count.ShouldBe(1);
        _folder.Files().ShouldAllBe(static name => !name.EndsWith(".call"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_call_that_gets_no_answer_makes_room_for_the_next_of_its_name(bool isFile)
    {
        await using var server = LoopbackServer.InTurn(
            static a => a.DropAsync(),
            static a => a.SendAsync(200, "\"made\"", "Content-Type: application/json"));
        var memory = new MemoryIdempotencyJournal();
        IIdempotencyJournal Journal() => isFile ? _folder.Open() : memory;
        using ApiPipeline first = KeyedCalls.To(server, Journal());
        using ApiPipeline second = KeyedCalls.To(server, Journal());
        static RequestOptions Once() => new() { LogicalCall = "one", MaxRetries = 0 };

        await Should.ThrowAsync<HttpRequestException>(() => KeyedCalls.SendAsync(first, KeyedCalls.Post("{}"), Once()));
        (await KeyedCalls.SendAsync(second, KeyedCalls.Post("{}"), Once())).ShouldBe("made");

        KeyedCalls.KeysOf(server).Distinct().Count().ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_waits_for_a_call_of_the_same_name_can_give_up(bool isFile)
    {
        await using var server = new LoopbackServer(static (_, answer) => Task.Delay(Timeout.Infinite, answer.Stop));
        var memory = new MemoryIdempotencyJournal();
        IIdempotencyJournal Journal() => isFile ? _folder.Open() : memory;
        using ApiPipeline first = KeyedCalls.To(server, Journal());
        using ApiPipeline second = KeyedCalls.To(server, Journal());
        using var stop = new CancellationTokenSource();
        Task hanging = first.SendAsync(KeyedCalls.Post("{}"), KeyedCalls.Named("one"), stop.Token);
        while (server.Requests.Count == 0)
        {
            await Task.Delay(10);
        }

        await Should.ThrowAsync<TimeoutException>(() => KeyedCalls.SendAsync(
            second, KeyedCalls.Post("{}"), new() { LogicalCall = "one", Timeout = TimeSpan.FromMilliseconds(200) }));

        server.Requests.Count.ShouldBe(1);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => hanging);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Anything_else_under_its_name_or_key_is_refused_here(bool isFile)
    {
        await using var server = LoopbackServer.Always(200, "\"x\"", "Content-Type: application/json");
        using ApiPipeline pipeline = KeyedCalls.To(server, isFile ? _folder.Open() : new MemoryIdempotencyJournal());
        await KeyedCalls.SendAsync(pipeline, KeyedCalls.Post("""{"a":1}"""), new RequestOptions { LogicalCall = "n", IdempotencyKey = "k" });

        async Task Refused(ApiRequest request, RequestOptions options, string why)
        {
            IdempotencyConflictException conflict = await Should.ThrowAsync<IdempotencyConflictException>(
                () => KeyedCalls.SendAsync(pipeline, request, options));
            conflict.Message.ShouldContain(why);
            conflict.Existing.Key.ShouldBe("k");
        }

        await Refused(KeyedCalls.Post("""{"a":2}"""), KeyedCalls.Named("n"), "body");
        await Refused(KeyedCalls.Post("""{"a":1}""", "other"), KeyedCalls.Named("n"), "path");
        await Refused(KeyedCalls.Post("""{"a":1}""", query: "q"), KeyedCalls.Named("n"), "query");
        await Refused(KeyedCalls.Post("""{"a":1}"""), new RequestOptions { LogicalCall = "n", IdempotencyKey = "k2" }, "another key");
        await Refused(KeyedCalls.Post("""{"a":2}"""), new RequestOptions { IdempotencyKey = "k" }, "key of this call");
        await Refused(
            new ApiRequest(HttpMethod.Put, $"/x") { IdempotencyHeader = KeyedCalls.Header }, KeyedCalls.Named("n"), "POST /v1/jobs/{}");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_call_without_an_answer_is_sent_again_under_its_key()
    {
        await using var server = LoopbackServer.InTurn(
            static a => a.DropAsync(), static a => a.DropAsync(), static a => a.DropAsync(),
            static a => a.SendAsync(422, "no"),
            static a => a.SendAsync(200, "\"x\"", "Content-Type: application/json"));
        using (ApiPipeline pipeline = KeyedCalls.To(server, _folder.Open()))
        {
            await Should.ThrowAsync<HttpRequestException>(
                () => KeyedCalls.SendAsync(pipeline, KeyedCalls.Post("{}"), KeyedCalls.Named("n")));
        }

        using ApiPipeline after = KeyedCalls.To(server, _folder.Open());

        // What became of the first attempts nobody knows, so even a refusal does not free the name.
        await Should.ThrowAsync<ApiException>(() => KeyedCalls.SendAsync(after, KeyedCalls.Post("{}"), KeyedCalls.Named("n")));
        await Should.ThrowAsync<IdempotencyConflictException>(
            () => KeyedCalls.SendAsync(after, KeyedCalls.Post("[]"), KeyedCalls.Named("n")));
        (await KeyedCalls.SendAsync(after, KeyedCalls.Post("{}"), KeyedCalls.Named("n"))).ShouldBe("x");
        KeyedCalls.KeysOf(server).Distinct().Count().ShouldBe(1);
        server.Requests.Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_refusal_frees_the_name_for_another_request_under_another_key()
    {
        await using var server = LoopbackServer.InTurn(
            static a => a.SendAsync(422, "no"),
            static a => a.SendAsync(422, "no"),
            static a => a.SendAsync(200, "\"x\"", "Content-Type: application/json"));
        using ApiPipeline pipeline = KeyedCalls.To(server, _folder.Open());

        await Should.ThrowAsync<ApiException>(() => KeyedCalls.SendAsync(pipeline, KeyedCalls.Post("""{"a":1}"""), KeyedCalls.Named("n")));
        await Should.ThrowAsync<ApiException>(() => KeyedCalls.SendAsync(pipeline, KeyedCalls.Post("""{"a":1}"""), KeyedCalls.Named("n")));
        await KeyedCalls.SendAsync(pipeline, KeyedCalls.Post("""{"a":2}"""), KeyedCalls.Named("n"));

        string?[] keys = [.. KeyedCalls.KeysOf(server)];
        keys[0].ShouldBe(keys[1]);
        keys[2].ShouldNotBe(keys[1]);
    }

    [Fact]
    public async Task Bodies_that_are_not_kept_come_from_the_service_again()
    {
        await using var server = LoopbackServer.Always(200, "\"hush-hush\"", "Content-Type: application/json");
        var options = new IdempotencyJournalOptions { StoreBodies = false };
        using ApiPipeline pipeline = KeyedCalls.To(server, _folder.Open(options));

        for (int i = 0; i < 2; i++)
        {
            (await KeyedCalls.SendAsync(pipeline, KeyedCalls.Post("""{"password":"sesame"}"""), KeyedCalls.Named("n"))).ShouldBe("hush-hush");
        }

        KeyedCalls.KeysOf(server).Distinct().Count().ShouldBe(1);
        server.Requests.Count.ShouldBe(2);
        string file = await File.ReadAllTextAsync(_folder.File);
        file.ShouldNotContain("sesame");
        file.ShouldNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes("\"hush-hush\"")));
    }

    [Fact]
    public async Task An_answer_that_does_not_read_is_not_kept()
    {
        await using var server = LoopbackServer.InTurn(
            static a => a.SendAsync(200, "\"brok", "Content-Type: application/json"),
            static a => a.SendAsync(200, "\"whole\"", "Content-Type: application/json"));
        using ApiPipeline pipeline = KeyedCalls.To(server, _folder.Open());

        await Should.ThrowAsync<ApiException>(() => KeyedCalls.SendAsync(pipeline, KeyedCalls.Post("{}"), KeyedCalls.Named("n")));
        (await KeyedCalls.SendAsync(pipeline, KeyedCalls.Post("{}"), KeyedCalls.Named("n"))).ShouldBe("whole");
        KeyedCalls.KeysOf(server).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Files_are_known_by_their_content_and_streams_that_cannot_be_read_twice_are_refused()
    {
        await using var server = LoopbackServer.Always(204);
        using ApiPipeline pipeline = KeyedCalls.To(server, _folder.Open());
        ApiRequest Request(ApiContent content) =>
            new(HttpMethod.Post, $"/files") { Content = content, IdempotencyHeader = KeyedCalls.Header };
        ApiContent Form(string text) => new MultipartBody().AddFile("f", FileUpload.FromText(text, "a.txt"));

        await pipeline.SendAsync(Request(Form("one")), KeyedCalls.Named("n"), default);
        await pipeline.SendAsync(Request(Form("one")), KeyedCalls.Named("n"), default);
        await Should.ThrowAsync<IdempotencyConflictException>(
            () => pipeline.SendAsync(Request(Form("two")), KeyedCalls.Named("n"), default));
        using var bytes = new MemoryStream([1, 2, 3]);
        using var once = new OneWayStream(bytes);
        InvalidOperationException refused = await Should.ThrowAsync<InvalidOperationException>(
            () => pipeline.SendAsync(Request(ApiContent.Binary(once)), KeyedCalls.Named("m"), default));

        refused.Message.ShouldContain("read only once");
        server.Requests.Count.ShouldBe(1);
    }
}
