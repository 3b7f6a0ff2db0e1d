using System.Collections.Concurrent;
using System.Globalization;
using Polly;
using Polly.Retry;

namespace Dari.Http;

/// <summary>Polly's part of the work: what follows a first attempt that failed.</summary>
internal sealed class RetryPipelines(TimeProvider clock, TimeSpan firstDelay)
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);
    private static readonly ResiliencePropertyKey<(Exchange Exchange, ReplyKind Kind, FirstAttempt First)> State = new("Dari.Call");

    // One for each number of retries that is asked for.
    private readonly ConcurrentDictionary<int, ResiliencePipeline<Reply>> _pipelines = new();

    internal async ValueTask<Reply> RunAsync(
        Exchange exchange, ReplyKind kind, FirstAttempt first, Func<Exchange, ReplyKind, ValueTask<Reply>> attempt)
    {
        ResiliencePipeline<Reply> pipeline = _pipelines.GetOrAdd(exchange.Outgoing.MaxRetries, Build);
        ResilienceContext context = ResilienceContextPool.Shared.Get(exchange.Token);
        context.Properties.Set(State, (exchange, kind, first));
        try
        {
            return await pipeline.ExecuteAsync(
                static (held, send) =>
                {
                    (Exchange call, ReplyKind wanted, FirstAttempt before) = held.Properties.GetValue(State, default);
                    return before.TryTake(out ValueTask<Reply> outcome) ? outcome : send(call, wanted);
                },
                context,
                attempt).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private ResiliencePipeline<Reply> Build(int retries) =>
        new ResiliencePipelineBuilder<Reply> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<Reply>
            {
                MaxRetryAttempts = retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = firstDelay,
                MaxDelay = LongestDelay,
                ShouldHandle = held => ValueTask.FromResult(ShouldRetry(held)),
                DelayGenerator = held => ValueTask.FromResult(
                    held.Outcome.Result is { } reply ? RetryAfter.Of(reply.Response, clock) : null),
                OnRetry = Log,
            })
            .Build();

    private bool ShouldRetry(RetryPredicateArguments<Reply> held)
    {
        (Exchange exchange, ReplyKind kind, _) = held.Context.Properties.GetValue(State, default);
        if (exchange.Token.IsCancellationRequested)
        {
            return false;
        }

        if (held.Outcome.Exception is { } exception)
        {
            return RetryPolicy.IsPassing(exception) && FitsIn(exchange, Backoff(held.AttemptNumber));
        }

        // An answer that says "later" than the call may last is given to the caller now.
        Reply reply = held.Outcome.Result!;
        return !kind.IsGood((int)reply.Status)
            && RetryPolicy.IsPassing((int)reply.Status)
            && FitsIn(exchange, RetryAfter.Of(reply.Response, clock) ?? Backoff(held.AttemptNumber));
    }

    private static bool FitsIn(Exchange exchange, TimeSpan delay) => delay < exchange.Remaining;

    // About what the strategy will wait, before its jitter.
    private TimeSpan Backoff(int attempt)
    {
        double wait = firstDelay.TotalMilliseconds * Math.Pow(2, Math.Min(attempt, 20));
        return TimeSpan.FromMilliseconds(Math.Min(wait, LongestDelay.TotalMilliseconds));
    }

    private static ValueTask Log(OnRetryArguments<Reply> held)
    {
        string reason = held.Outcome.Exception?.GetType().Name
            ?? ((int)held.Outcome.Result!.Status).ToString(CultureInfo.InvariantCulture);
        held.Context.Properties.GetValue(State, default).Exchange.LogRetry(held.RetryDelay, reason);
        return ValueTask.CompletedTask;
    }
}
