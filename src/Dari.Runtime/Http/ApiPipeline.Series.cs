using System.Text.Json;
using Dari.Json;
using Dari.Paging;
using Dari.Polling;

namespace Dari.Http;

// Several calls for one answer: a state that is asked for again, a list in pages.
public sealed partial class ApiPipeline
{
    /// <summary>Asks for a state until it is final.</summary>
    /// <typeparam name="T">The state.</typeparam>
    /// <param name="request">The call, which is sent again and again.</param>
    /// <param name="read">Reads the state.</param>
    /// <param name="rules">What the document says of the state.</param>
    /// <param name="poll">How often and how long to ask.</param>
    /// <param name="options">What is different for these calls.</param>
    /// <param name="cancellationToken">Ends the wait, at any time.</param>
    /// <returns>The final state.</returns>
    /// <exception cref="PollFailedException{T}">The final state is a failure.</exception>
    /// <exception cref="PollTimeoutException{T}">There was no final state before the deadline.</exception>
    /// <exception cref="ApiException">The service answered with an error that will not pass.</exception>
    /// <exception cref="InvalidOperationException">No credential or no address; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task<T> PollAsync<T>(
        ApiRequest request,
        ReadJson<T> read,
        PollRules rules,
        PollOptions<T>? poll,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(rules);
        var status = new JsonPath(rules.Status);
        JsonPath? error = rules.Error is { } pointer ? new JsonPath(pointer) : null;
        ReadJson<PollAnswer<T>> answer = (ref Utf8JsonReader reader) =>
        {
            string? now = status.TextIn(reader);
            string? reason = error?.TextIn(reader);
            return new PollAnswer<T>(read(ref reader), now, reason);
        };
        var poller = new Poller<T>(
            $"{request.Method} {request.Template}", rules, poll, _options.TimeProvider);
        return poller.RunAsync(
            token => CallAsync(
                request, options, ReplyKind.Json, answer, Answer, token),
            cancellationToken);
    }

    /// <summary>Waits for the state of some work once it was started.</summary>
    /// <typeparam name="TStarted">What the service answered to the start.</typeparam>
    /// <typeparam name="TState">The state.</typeparam>
    /// <param name="start">The call that starts it.</param>
    /// <param name="wait">Waits, with the answer and with options for its calls.</param>
    /// <param name="options">
    /// Those of the start. Its headers, timeout and retries are for the calls after it too; a key, a name or a captured
    /// response are of the start alone.
    /// </param>
    /// <returns>The final state.</returns>
    public static async Task<TState> StartAndWaitAsync<TStarted, TState>(
        Task<TStarted> start, Func<TStarted, RequestOptions?, Task<TState>> wait, RequestOptions? options)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(wait);
        TStarted started = await start.ConfigureAwait(false);
        return await wait(started, options?.OfFollowing()).ConfigureAwait(false);
    }

    /// <summary>Sends a call whose answer comes in pages, and hands out their items.</summary>
    /// <typeparam name="T">An item.</typeparam>
    /// <param name="request">The call for the first page.</param>
    /// <param name="read">Reads an item.</param>
    /// <param name="rules">What the document says of the pages.</param>
    /// <param name="options">What is different for these calls.</param>
    /// <param name="cancellationToken">Cancels the calls, at any time.</param>
    /// <returns>The items of all pages. A page is asked for when the items before it were taken.</returns>
    /// <exception cref="PagingException">The pages have no end.</exception>
    /// <inheritdoc cref="SendAsync{T}(ApiRequest, ReadJson{T}, RequestOptions?, CancellationToken)" path="/exception"/>
    public IAsyncEnumerable<T> ListPagesAsync<T>(
        ApiRequest request,
        ReadJson<T> read,
        PageRules rules,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(rules);
        var reader = new PageReader<T>(rules, read);
        return new Paged<T>(() => new Pager<T>(
            request,
            rules,
            (page, token) => CallAsync(
                page, options, ReplyKind.Json, reader, Page, token))
            .RunAsync(cancellationToken));
    }

    private PollAnswer<T> Answer<T>(Exchange exchange, Reply reply, ReadJson<PollAnswer<T>> read)
    {
        PollAnswer<T> answer = Read(exchange, reply, read);
        return answer with
        {
            Error = answer.Error is { } error ? exchange.Redaction.Clean(error) : null,
            RetryAfter = RetryAfter.Of(reply.Response, _options.TimeProvider),
        };
    }

    private static Page<T> Page<T>(Exchange exchange, Reply reply, PageReader<T> reader)
    {
        Page<T> page = Read(exchange, reply, reader.Read);
        return page with
        {
            Link = reply.Response.Headers.TryGetValues("Link", out IEnumerable<string>? links)
                ? string.Join(", ", links)
                : null,
            Digest = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(reply.Body)),
        };
    }
}
