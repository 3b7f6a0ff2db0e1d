using System.Net;
using Dari.Http;

namespace Dari.Runtime.Tests.Http;

/// <summary>What happens between two attempts, without a network.</summary>
public sealed class RetryLoopTests
{
    private static readonly Uri Address = new("http://127.0.0.1/");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public async Task There_are_as_many_attempts_as_were_asked_for_and_a_wait_before_each_but_the_first(int retries)
    {
        var clock = new HurriedClock();
        var handler = new Scripted(static _ => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));
        using ApiPipeline pipeline = handler.Pipeline(new() { MaxRetries = retries, TimeProvider = clock });

        ApiException fault = await Should.ThrowAsync<ApiException>(() => pipeline.SendAsync(Service.Get(), null, default));

        fault.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        handler.Attempts.ShouldBe(retries + 1);
        clock.Waits.Count.ShouldBe(retries);
    }

    [Fact]
    public async Task A_service_cannot_ask_for_a_longer_wait_than_there_is()
    {
        var handler = new Scripted(static _ => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)
        {
            Headers = { RetryAfter = new(TimeSpan.FromSeconds(int.MaxValue)) },
        });
        using ApiPipeline pipeline = handler.Pipeline(new() { MaxRetries = 3, Timeout = Timeout.InfiniteTimeSpan });

        ApiException fault = await Should.ThrowAsync<ApiException>(() => pipeline.SendAsync(Service.Get(), null, default));

        fault.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        handler.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task The_last_fault_is_the_callers()
    {
        var handler = new Scripted(static attempt => throw new HttpRequestException($"attempt {attempt}"));
        using ApiPipeline pipeline = handler.Pipeline(new() { MaxRetries = 3, RetryDelay = TimeSpan.Zero });

        (await Should.ThrowAsync<HttpRequestException>(() => pipeline.SendAsync(Service.Get(), null, default)))
            .Message.ShouldBe("attempt 4");
    }

    [Fact]
    public async Task A_fault_that_will_not_pass_ends_it()
    {
        var handler = new Scripted(static attempt => attempt == 1
            ? throw new IOException("cut")
            : throw new HttpRequestException(HttpRequestError.SecureConnectionError, "who are you?"));
        using ApiPipeline pipeline = handler.Pipeline(new() { MaxRetries = 9, RetryDelay = TimeSpan.Zero });

        await Should.ThrowAsync<HttpRequestException>(() => pipeline.SendAsync(Service.Get(), null, default));

        handler.Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_is_disposed_before_the_next_attempt()
    {
        var bodies = new List<Watched>();
        var handler = new Scripted(_ =>
        {
            bodies.ShouldAllBe(static before => before.IsDisposed);
            bodies.Add(new Watched());
            HttpStatusCode status = bodies.Count < 3 ? HttpStatusCode.BadGateway : HttpStatusCode.NoContent;
            return new HttpResponseMessage(status) { Content = bodies[^1] };
        });
        using ApiPipeline pipeline = handler.Pipeline(new() { RetryDelay = TimeSpan.Zero });

        await pipeline.SendAsync(Service.Get(), null, default);

        bodies.Count.ShouldBe(3);
        bodies.ShouldAllBe(static body => body.IsDisposed);
    }

    [Fact]
    public async Task A_wait_ends_when_the_caller_gives_up()
    {
        using var giveUp = new CancellationTokenSource();
        var handler = new Scripted(_ =>
        {
            giveUp.CancelAfter(20);
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        });
        using ApiPipeline pipeline = handler.Pipeline(new() { RetryDelay = TimeSpan.FromSeconds(30) });

        OperationCanceledException fault = await Should.ThrowAsync<OperationCanceledException>(
            () => pipeline.SendAsync(Service.Get(), null, giveUp.Token).WaitAsync(TimeSpan.FromSeconds(10)));

        fault.CancellationToken.ShouldBe(giveUp.Token);
        handler.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task Waits_stop_short_of_the_limit_of_the_call()
    {
        var clock = new HurriedClock();
        var handler = new Scripted(static _ => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));
        using ApiPipeline pipeline = handler.Pipeline(new()
        {
            MaxRetries = 100,
            RetryDelay = TimeSpan.FromSeconds(1),
            Timeout = TimeSpan.FromSeconds(90),
            TimeProvider = clock,
        });

        await Should.ThrowAsync<ApiException>(() => pipeline.SendAsync(Service.Get(), null, default));

        clock.Waits.Count.ShouldBeInRange(4, 12);
        clock.Waits.Sum(static wait => wait.TotalSeconds).ShouldBeLessThan(90);
    }

    [Fact]
    public async Task Retry_after_may_be_longer_than_our_own_waits()
    {
        var clock = new HurriedClock();
        var handler = new Scripted(static attempt =>
        {
            var answer = new HttpResponseMessage(attempt == 1 ? HttpStatusCode.TooManyRequests : HttpStatusCode.NoContent);
            answer.Headers.TryAddWithoutValidation("Retry-After", "45");
            return answer;
        });
        using ApiPipeline pipeline = handler.Pipeline(new() { TimeProvider = clock });

        await pipeline.SendAsync(Service.Get(), null, default);

        clock.Waits.ShouldBe([TimeSpan.FromSeconds(45)]);
    }

    private sealed class Scripted(Func<int, HttpResponseMessage> answer) : HttpMessageHandler
    {
        internal int Attempts { get; private set; }

        internal ApiPipeline Pipeline(ClientOptions options)
        {
            options.BaseUrl = Address;
            return new ApiPipeline(Service.Description(), new HttpClient(this), options);
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(answer(++Attempts));
        }
    }

    private sealed class Watched() : ByteArrayContent([1, 2, 3])
    {
        internal bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
