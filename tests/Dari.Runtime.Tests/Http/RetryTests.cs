using System.Diagnostics;
using System.Net;
using System.Text;
using Dari.Http;
using Dari.Json;
using Dari.Runtime.Tests.Loopback;

namespace Dari.Runtime.Tests.Http;

public sealed class RetryTests
{
    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Passing_troubles_are_tried_again(int status)
    {
        await using var server = LoopbackServer.InTurn(
            a => a.SendAsync(status, "no"), a => a.DropAsync(), a => a.SendAsync(200, "\"x\""));
        using ApiPipeline pipeline = Service.To(server);

        (await pipeline.SendAsync(Service.Get(), JsonRead.String, null, default)).ShouldBe("x");

        server.Requests.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(501)]
    public async Task Other_errors_are_not(int status)
    {
        await using var server = LoopbackServer.Always(status);
        using ApiPipeline pipeline = Service.To(server);

        await Should.ThrowAsync<ApiException>(() => pipeline.SendAsync(Service.Get(), null, default));

        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("PUT", false, 3)]
    [InlineData("DELETE", false, 3)]
    [InlineData("POST", false, 1)]
    [InlineData("PATCH", false, 1)]
    [InlineData("POST", true, 3)]
    public async Task Only_what_may_be_repeated_is_repeated(string method, bool hasKey, int attempts)
    {
        await using var server = LoopbackServer.Always(503);
        using ApiPipeline pipeline = Service.To(server);
        var request = new ApiRequest(new HttpMethod(method), $"/x")
        {
            Content = ApiContent.Text("body"),
            IdempotencyHeader = hasKey ? "Idempotency-Key" : null,
        };

        await Should.ThrowAsync<ApiException>(() => pipeline.SendAsync(request, null, default));

        server.Requests.Count.ShouldBe(attempts);
        server.Requests.ShouldAllBe(static r => r.Text == "body");
        server.Requests.Select(static r => r["Idempotency-Key"]).Distinct().Count().ShouldBe(1);
        (server.Requests[0]["Idempotency-Key"] is not null).ShouldBe(hasKey);
    }

    [Fact]
    public async Task The_callers_idempotency_key_is_used_or_refused()
    {
        await using var server = LoopbackServer.Always(204);
        using ApiPipeline pipeline = Service.To(server);
        var options = new RequestOptions { IdempotencyKey = "mine" };

        await pipeline.SendAsync(
            new ApiRequest(HttpMethod.Post, $"/x") { IdempotencyHeader = "Idempotency-Key" }, options, default);
        await pipeline.SendAsync(
            new ApiRequest(HttpMethod.Post, $"/x") { IdempotencyHeader = "Idempotency-Key" }, null, default);
        await pipeline.SendAsync(
            new ApiRequest(HttpMethod.Post, $"/x") { IdempotencyHeader = "Idempotency-Key" }, null, default);
        await Should.ThrowAsync<ArgumentException>(
            () => pipeline.SendAsync(new ApiRequest(HttpMethod.Post, $"/x"), options, default));

        string?[] keys = [.. server.Requests.Select(static r => r["Idempotency-Key"])];
        keys[0].ShouldBe("mine");
        keys.Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_sent_once()
    {
        await using var server = LoopbackServer.Always(503);
        using ApiPipeline pipeline = Service.To(server);
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes("xx-once"));
        bytes.Position = 3;
        using var once = new OneWayStream(bytes);

        await Should.ThrowAsync<ApiException>(() =>
            pipeline.SendAsync(
                new ApiRequest(HttpMethod.Put, $"/x") { Content = ApiContent.Binary(once) }, null, default));
        server.Requests.Select(static r => r.Text).ShouldBe(["once"]);

        bytes.Position = 3;
        await Should.ThrowAsync<ApiException>(() =>
            pipeline.SendAsync(
                new ApiRequest(HttpMethod.Put, $"/x") { Content = ApiContent.Binary(bytes) }, null, default));
        server.Requests.Skip(1).Select(static r => r.Text).ShouldBe(["once", "once", "once"]);
        bytes.CanRead.ShouldBeTrue();
    }

    [Fact]
    public async Task Retry_after_is_honoured_in_both_forms()
    {
        var clock = new HurriedClock();
        string later = clock.GetUtcNow().AddSeconds(7 + 20).ToString("R");
        await using var server = LoopbackServer.InTurn(
            static a => a.SendAsync(429, "", "Retry-After: 7"),
            a => a.SendAsync(503, "", $"Retry-After: {later}"),
            static a => a.SendAsync(204, ""));
        using ApiPipeline pipeline = Service.To(server, new() { TimeProvider = clock });

        await pipeline.SendAsync(Service.Get(), null, default);

        clock.Waits.ShouldBe([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(20)]);
        server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Waits_grow_exponentially_and_no_two_clients_wait_alike()
    {
        const int Calls = 40;
        const int Retries = 5;
        var clock = new HurriedClock();
        await using var server = LoopbackServer.Always(503);
        using ApiPipeline pipeline = Service.To(
            server,
            new() { TimeProvider = clock, RetryDelay = TimeSpan.FromSeconds(1), MaxRetries = Retries, Timeout = TimeSpan.FromHours(1) });

        for (int i = 0; i < Calls; i++)
        {
            await Should.ThrowAsync<ApiException>(() => pipeline.SendAsync(Service.Get(), null, default));
        }

        TimeSpan[][] series = [.. clock.Waits.Chunk(Retries)];
        double[] average = [.. Enumerable.Range(0, Retries).Select(turn => series.Average(one => one[turn].TotalSeconds))];
        series.Length.ShouldBe(Calls);
        series.Select(static one => one[0]).Distinct().Count().ShouldBeGreaterThan(Calls / 2);
        average[0].ShouldBeInRange(0.3, 2);
        (average[4] / average[0]).ShouldBeInRange(8, 32);
        clock.Waits.Max().ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_wait_beyond_the_limit_of_the_call_is_not_begun()
    {
        await using var server = LoopbackServer.Always(429, """{"message":"slow down"}""", "Retry-After: 60");
        using ApiPipeline pipeline = Service.To(server, new() { Timeout = TimeSpan.FromSeconds(20) });
        var watch = Stopwatch.StartNew();

        var fault = await Should.ThrowAsync<ApiException>(() => pipeline.SendAsync(Service.Get(), null, default));

        fault.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_number_of_retries_can_be_set_for_a_call()
    {
        await using var server = LoopbackServer.Always(500);
        using ApiPipeline pipeline = Service.To(server, new() { MaxRetries = 1 });

        await Should.ThrowAsync<ApiException>(() => pipeline.SendAsync(Service.Get(), null, default));
        server.Requests.Count.ShouldBe(2);
        await Should.ThrowAsync<ApiException>(
            () => pipeline.SendAsync(Service.Get(), new() { MaxRetries = 0 }, default));
        server.Requests.Count.ShouldBe(3);
        await Should.ThrowAsync<ApiException>(
            () => pipeline.SendAsync(Service.Get(), new() { MaxRetries = 4 }, default));
        server.Requests.Count.ShouldBe(8);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_asked_for_again()
    {
        await using var server = LoopbackServer.InTurn(
            async a =>
            {
                await a.RawAsync("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n\"half");
                await a.DropAsync();
            },
            a => a.SendAsync(200, "\"whole\""));
        using ApiPipeline pipeline = Service.To(server);

        (await pipeline.SendAsync(Service.Get(), JsonRead.String, null, default)).ShouldBe("whole");
    }

    [Fact]
    public async Task Answers_of_failed_attempts_give_their_connections_back()
    {
        await using var server = LoopbackServer.InTurn(
            [.. Enumerable.Repeat<Func<LoopbackAnswer, Task>>(a => a.SendAsync(503, new string('x', 100_000)), 5), a => a.SendAsync(204, "")]);
        using var http = new HttpClient(
            new SocketsHttpHandler { MaxConnectionsPerServer = 1 })
        { BaseAddress = server.Url };
        using var pipeline = new ApiPipeline(
            Service.Description(), http, new() { RetryDelay = TimeSpan.FromMilliseconds(1), MaxRetries = 5 });

        await pipeline.SendAsync(Service.Get(), new() { Timeout = TimeSpan.FromSeconds(20) }, default);

        server.Requests.Count.ShouldBe(6);
    }
}
