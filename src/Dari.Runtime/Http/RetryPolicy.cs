using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Dari.Http;

/// <summary>Sends again what may be sent again, within the limit of the whole call.</summary>
/// <remarks>
/// The first attempt is made without Polly: nearly all calls end with it, and a program whose calls all do never loads it.
/// </remarks>
internal sealed class RetryPolicy(TimeProvider clock, TimeSpan firstDelay)
{
    private RetryPipelines? _pipelines;

    internal async ValueTask<Reply> RunAsync(
        Exchange exchange, ReplyKind kind, Func<Exchange, ReplyKind, ValueTask<Reply>> attempt)
    {
        if (exchange.Outgoing.MaxRetries == 0)
        {
            return await attempt(exchange, kind).ConfigureAwait(false);
        }

        FirstAttempt first;
        try
        {
            Reply reply = await attempt(exchange, kind).ConfigureAwait(false);
            if (kind.IsGood((int)reply.Status) || !IsPassing((int)reply.Status))
            {
                return reply;
            }

            first = new FirstAttempt(reply, null);
        }
        catch (Exception exception) when (IsPassing(exception))
        {
            first = new FirstAttempt(null, ExceptionDispatchInfo.Capture(exception));
        }

        return await AgainAsync(exchange, kind, first, attempt).ConfigureAwait(false);
    }

    // Not a part of its caller, or compiling that would load Polly all the same.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private ValueTask<Reply> AgainAsync(
        Exchange exchange, ReplyKind kind, FirstAttempt first, Func<Exchange, ReplyKind, ValueTask<Reply>> attempt) =>
        (_pipelines ??= new RetryPipelines(clock, firstDelay)).RunAsync(exchange, kind, first, attempt);

    /// <summary>Whether an answer says that it may be another one later.</summary>
    internal static bool IsPassing(int status) => status is 408 or 429 or 500 or 502 or 503 or 504;

    internal static bool IsPassing(Exception exception) => exception switch
    {
        HttpRequestException http => http.HttpRequestError
            is not HttpRequestError.SecureConnectionError
            and not HttpRequestError.UserAuthenticationError
            and not HttpRequestError.VersionNegotiationError
            and not HttpRequestError.ConfigurationLimitExceeded,
        IOException => true,
        _ => false,
    };
}
