using System.Diagnostics;
using Dari.Http;
using Dari.Json;
using Dari.Runtime.Tests.Loopback;

namespace Dari.Runtime.Tests.Http;

public sealed class LimitTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(500);

    [Fact]
    public async Task A_call_that_takes_too_long_is_a_timeout()
    {
        await using LoopbackServer server = Silent();
        using ApiPipeline pipeline = Service.To(server, new() { Timeout = Short });

        var fault = await Should.ThrowAsync<TimeoutException>(() =>
            pipeline.SendAsync(
                Service.Get(), JsonRead.String, RequestOptions.Capture(out ResponseMetadata _), default));

        fault.Message.ShouldStartWith("GET /v1/pets/{} took longer than 00:00:00.5");
        fault.InnerException.ShouldBeAssignableTo<OperationCanceledException>();
    }

    [Fact]
    public async Task The_limit_covers_the_body_and_the_waits()
    {
        await using var slowBody = new LoopbackServer(async (_, answer) =>
        {
            await answer.RawAsync("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n\"half");
            await Task.Delay(Timeout.Infinite, answer.Stop);
        });
        await using LoopbackServer silent = Silent();
        using ApiPipeline body = Service.To(slowBody);
        using ApiPipeline head = Service.To(silent, new() { Timeout = TimeSpan.FromSeconds(60) });
        var watch = Stopwatch.StartNew();

        await Should.ThrowAsync<TimeoutException>(
            () => body.SendAsync(Service.Get(), JsonRead.String, new() { Timeout = Short }, default));
        await Should.ThrowAsync<TimeoutException>(
            () => head.SendAsync(Service.Get(), new() { Timeout = Short }, default));

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task The_limit_of_the_callers_own_client_is_a_timeout_too()
    {
        await using LoopbackServer server = Silent();
        using var http = new HttpClient { BaseAddress = server.Url, Timeout = Short };
        using var pipeline = new ApiPipeline(Service.Description(), http, null);

        (await Should.ThrowAsync<TimeoutException>(() => pipeline.SendAsync(Service.Get(), null, default)))
            .Message.ShouldContain("HttpClient.Timeout");
    }

    [Fact]
    public async Task Cancelling_is_not_a_timeout()
    {
        await using LoopbackServer server = Silent();
        using ApiPipeline pipeline = Service.To(server);
        using var cancel = new CancellationTokenSource(Short);
        var captured = new ResponseMetadata();

        var fault = await Should.ThrowAsync<OperationCanceledException>(() =>
            pipeline.SendAsync(Service.Get(), JsonRead.String, new RequestOptions().CaptureTo(captured), cancel.Token));

        fault.CancellationToken.ShouldBe(cancel.Token);
        captured.IsComplete.ShouldBeTrue();
        captured.Attempts.ShouldBe(1);
        (await Should.ThrowAsync<OperationCanceledException>(
            () => pipeline.SendAsync(Service.Get(), null, cancel.Token)))
            .CancellationToken.ShouldBe(cancel.Token);
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_before_a_retry()
    {
        await using var server = LoopbackServer.Always(503, "", "Retry-After: 30");
        using ApiPipeline pipeline = Service.To(server);
        using var cancel = new CancellationTokenSource(Short);
        var watch = Stopwatch.StartNew();

        await Should.ThrowAsync<OperationCanceledException>(
            () => pipeline.SendAsync(Service.Get(), null, cancel.Token));

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_an_http_request_exception()
    {
        LoopbackServer gone = LoopbackServer.Always(204);
        Uri url = gone.Url;
        await gone.DisposeAsync();
        using var pipeline = new ApiPipeline(
            Service.Description(), new ClientOptions { BaseUrl = url, RetryDelay = TimeSpan.Zero });

        await Should.ThrowAsync<HttpRequestException>(() =>
            pipeline.SendAsync(Service.Get(), RequestOptions.Capture(out ResponseMetadata response), default));
    }

    [Fact]
    public void Limits_have_ranges()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new ClientOptions { Timeout = TimeSpan.Zero });
        Should.Throw<ArgumentOutOfRangeException>(() => new ClientOptions { Timeout = TimeSpan.FromDays(30) });
        Should.Throw<ArgumentOutOfRangeException>(() => new ClientOptions { MaxRetries = -1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new ClientOptions { MaxResponseBytes = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new ClientOptions { RetryDelay = TimeSpan.FromMinutes(1) });
        Should.Throw<ArgumentOutOfRangeException>(() => new RequestOptions { Timeout = TimeSpan.FromSeconds(-5) });
        new ClientOptions { Timeout = Timeout.InfiniteTimeSpan }.Timeout.ShouldBe(Timeout.InfiniteTimeSpan);
    }

    private static LoopbackServer Silent() => new((_, answer) => Task.Delay(Timeout.Infinite, answer.Stop));
}
