using System.Globalization;

namespace Dari.Http;

/// <summary>Sends again what may be sent again, within the limit of the whole call.</summary>
internal sealed class RetryPolicy(TimeProvider clock, TimeSpan firstDelay)
{
    /// <summary>Sends a call until it has an answer that will not be another one later, or may not be sent again.</summary>
    /// <returns>The last answer; the ones before it are disposed.</returns>
    internal async ValueTask<Reply> RunAsync(
        Exchange exchange, ReplyKind kind, Func<Exchange, ReplyKind, ValueTask<Reply>> attempt)
    {
        for (int retry = 0; ; retry++)
        {
            TimeSpan wait;
            try
            {
                Reply reply = await attempt(exchange, kind).ConfigureAwait(false);
                if (kind.IsGood((int)reply.Status) || !MayRetry(exchange, retry, reply, out wait))
                {
                    return reply;
                }

                // Its connection is free for the next attempt.
                reply.Dispose();
            }
            catch (Exception exception) when (MayRetry(exchange, retry, exception, out wait))
            {
                // Tried again below.
            }

            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, clock, exchange.Token).ConfigureAwait(false);
            }
        }
    }

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

    private bool MayRetry(Exchange exchange, int retry, Reply reply, out TimeSpan wait)
    {
        int status = (int)reply.Status;
        if (!IsPassing(status))
        {
            wait = default;
            return false;
        }

        return MayWait(
            exchange, retry, RetryAfter.Of(reply.Response, clock), status.ToString(CultureInfo.InvariantCulture), out wait);
    }

    private bool MayRetry(Exchange exchange, int retry, Exception exception, out TimeSpan wait)
    {
        wait = default;
        return IsPassing(exception) && MayWait(exchange, retry, null, exception.GetType().Name, out wait);
    }

    // What would be later than the call may last is not waited for: the caller gets the answer or the fault now.
    private bool MayWait(Exchange exchange, int retry, TimeSpan? asked, string reason, out TimeSpan wait)
    {
        wait = asked ?? Backoff.Of(firstDelay, retry);
        if (retry >= exchange.Outgoing.MaxRetries || exchange.Token.IsCancellationRequested
            || wait >= exchange.Remaining || wait >= RetryAfter.Longest)
        {
            return false;
        }

        exchange.LogRetry(wait, reason);
        return true;
    }
}
