using System.Text.Json;
using Dari.Http;
using Dari.Json;
using Dari.Polling;
using Dari.Runtime.Tests.Http;
using Dari.Runtime.Tests.Loopback;

namespace Dari.Runtime.Tests.Polling;

public sealed class PollTests
{
    private static readonly PollRules Rules = new()
    {
        Status = "/status",
        Success = ["ready", "true"],
        Failure = ["failed"],
        Error = "/why",
        Interval = TimeSpan.FromMilliseconds(1),
        Deadline = TimeSpan.FromMinutes(1),
    };

    [Fact]
    public async Task It_asks_until_the_state_is_final_and_takes_an_unknown_status_for_not_yet()
    {
        await using var server = LoopbackServer.InTurn(
            State("""{"status":"queued"}"""),
            State("""{"status":"frobnicating"}"""),
            State("""{"status":null}"""),
            State("{}"),
            State("""{"status":"ready","n":7}"""));
        var seen = new List<string>();
        var poll = new PollOptions<JsonElement>
        {
            Progress = new Told(progress => seen.Add($"{progress.Asked} {progress.Status} {progress.State.GetRawText().Length > 1}")),
        };

        JsonElement state = await PollAsync(server, poll);

        state.GetProperty("n").GetInt32().ShouldBe(7);
        seen.ShouldBe(["1 queued True", "2 frobnicating True", "3  True", "4  True", "5 ready True"]);
    }

    [Fact]
    public async Task What_follows_a_start_has_its_headers_and_limits_but_neither_its_key_nor_its_name()
    {
        var options = RequestOptions.Capture(out ResponseMetadata _);
        options.IdempotencyKey = "key";
        options.LogicalCall = "name";
        options.MaxRetries = 7;
        options.Timeout = TimeSpan.FromSeconds(9);
        options.Headers["X-Trace"] = "1";
        RequestOptions? later = null;

        string state = await ApiPipeline.StartAndWaitAsync(
            Task.FromResult(3),
            (started, following) =>
            {
                later = following;
                return Task.FromResult("state " + started);
            },
            options);

        state.ShouldBe("state 3");
        (later!.IdempotencyKey, later.LogicalCall, later.MaxRetries, later.Timeout).ShouldBe((null, null, 7, TimeSpan.FromSeconds(9)));
        later.Headers.ShouldBe(options.Headers);
        later.Captured.ShouldBeNull();
    }

    [Fact]
    public async Task Waits_grow_by_half_and_vary_by_a_fifth()
    {
        var clock = new HurriedClock();
        Func<LoopbackAnswer, Task>[] answers = [.. Enumerable.Repeat(State("""{"status":"queued"}"""), 12), State("""{"status":"ready"}""")];
        await using var server = LoopbackServer.InTurn(answers);
        using ApiPipeline pipeline = Service.To(server, new() { TimeProvider = clock });
        var poll = new PollOptions<JsonElement> { Interval = TimeSpan.FromSeconds(1), Deadline = TimeSpan.FromHours(1) };

        await pipeline.PollAsync(Service.Get(), JsonRead.Any, Rules, poll, null, default);

        double[] expected = [.. Enumerable.Range(0, 12).Select(static turn => Math.Min(30, Math.Pow(1.5, turn)))];
        double[] ratios = [.. clock.Waits.Zip(expected, static (wait, usual) => wait.TotalSeconds / usual)];
        ratios.Length.ShouldBe(12);
        ratios.ShouldAllBe(static ratio => ratio > 0.79 && ratio < 1.21);
        ratios.Distinct().Count().ShouldBeGreaterThan(6);
    }

    [Fact]
    public async Task A_boolean_is_a_status_too()
    {
        await using var server = LoopbackServer.InTurn(State("""{"status":false}"""), State("""{"status":true}"""));

        await PollAsync(server);

        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_failure_has_the_last_state_and_the_reason()
    {
        await using var server = LoopbackServer.InTurn(
            State("""{"status":"queued"}"""), State("""{"status":"failed","why":"no room","n":3}"""));

        var failure = await Should.ThrowAsync<PollFailedException<JsonElement>>(() => PollAsync(server));

        failure.Status.ShouldBe("failed");
        failure.Error.ShouldBe("no room");
        failure.State.GetProperty("n").GetInt32().ShouldBe(3);
        failure.Message.ShouldBe("GET /v1/pets/{} came to the status \"failed\": no room");
    }

    [Fact]
    public async Task A_reason_that_is_no_text_is_its_JSON()
    {
        await using var server = LoopbackServer.InTurn(State("""{"status":"failed","why":{"code":1}}"""));

        (await Should.ThrowAsync<PollFailedException<JsonElement>>(() => PollAsync(server))).Error.ShouldBe("""{"code":1}""");
    }

    [Fact]
    public async Task The_deadline_covers_all_questions()
    {
        await using var server = LoopbackServer.Always(200, """{"status":"queued"}""", "Content-Type: application/json");
        var poll = new PollOptions<JsonElement> { Deadline = TimeSpan.FromSeconds(3), Interval = TimeSpan.FromMilliseconds(20) };

        var late = await Should.ThrowAsync<PollTimeoutException<JsonElement>>(() => PollAsync(server, poll));

        late.Status.ShouldBe("queued");
        late.State.ValueKind.ShouldBe(JsonValueKind.Object);
        server.Requests.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task A_question_that_hangs_ends_with_the_deadline()
    {
        await using var server = new LoopbackServer((_, answer) => Task.Delay(Timeout.Infinite, answer.Stop));
        var poll = new PollOptions<JsonElement> { Deadline = TimeSpan.FromMilliseconds(200) };

        (await Should.ThrowAsync<PollTimeoutException<JsonElement>>(() => PollAsync(server, poll))).Status.ShouldBeNull();
    }

    [Fact]
    public async Task The_service_says_when_to_ask_again()
    {
        await using var server = LoopbackServer.InTurn(
            a => a.SendAsync(200, """{"status":"queued"}""", "Content-Type: application/json", "Retry-After: 1"),
            State("""{"status":"ready"}"""));
        long start = System.Diagnostics.Stopwatch.GetTimestamp();

        await PollAsync(server);

        System.Diagnostics.Stopwatch.GetElapsedTime(start).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(990));
    }

    [Fact]
    public async Task Later_than_the_deadline_is_too_late_at_once()
    {
        await using var server = LoopbackServer.Always(
            200, """{"status":"queued"}""", "Content-Type: application/json", "Retry-After: 3600");

        await Should.ThrowAsync<PollTimeoutException<JsonElement>>(() => PollAsync(server));

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Passing_troubles_are_waited_out_and_others_are_not()
    {
        await using var server = LoopbackServer.InTurn(
            a => a.SendAsync(503, ""), a => a.DropAsync(), State("""{"status":"ready"}"""));
        await using var gone = LoopbackServer.InTurn(State("""{"status":"queued"}"""), a => a.SendAsync(404, ""));

        await PollAsync(server, options: new() { MaxRetries = 0 });
        await Should.ThrowAsync<ApiException>(() => PollAsync(gone));

        server.Requests.Count.ShouldBe(3);
        gone.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait()
    {
        await using var server = LoopbackServer.Always(
            200, """{"status":"queued"}""", "Content-Type: application/json", "Retry-After: 30");
        using var cancel = new CancellationTokenSource();
        var poll = new PollOptions<JsonElement> { Progress = new Told(_ => cancel.Cancel()) };
        using ApiPipeline pipeline = Service.To(server);

        await Should.ThrowAsync<OperationCanceledException>(
            () => pipeline.PollAsync(Service.Get(), JsonRead.Any, Rules, poll, null, cancel.Token));
    }

    private static Func<LoopbackAnswer, Task> State(string json) =>
        answer => answer.SendAsync(200, json, "Content-Type: application/json");

    private static async Task<JsonElement> PollAsync(
        LoopbackServer server, PollOptions<JsonElement>? poll = null, RequestOptions? options = null)
    {
        using ApiPipeline pipeline = Service.To(server);
        return await pipeline.PollAsync(Service.Get(), JsonRead.Any, Rules, poll, options, default);
    }

    // Progress<T> reports on another thread, some time.
    private sealed class Told(Action<PollProgress<JsonElement>> tell) : IProgress<PollProgress<JsonElement>>
    {
        public void Report(PollProgress<JsonElement> value) => tell(value);
    }
}
