using System.Runtime.CompilerServices;
using System.Text.Json;
using Dari.Json;
using Dari.Paging;
using Dari.Polling;
using Dari.Streaming;

namespace Dari.Http;

/// <summary>Sends the calls of a generated client. Safe to share between threads.</summary>
/// <remarks>
/// Address, key, headers, limits, retries, redirects, errors, traces and logs are all decided here; generated code only
/// says what
/// to send and how the answer reads. Redirects are followed for GET and HEAD alone, and no key, cookie or other header
/// of the
/// call goes along to another origin; other methods get the redirect as an <see cref="ApiException"/>.
/// </remarks>
public sealed class ApiPipeline : IDisposable
{
    private readonly Transport _transport;
    private readonly ClientOptions _options;

    /// <summary>Makes a pipeline with an HTTP client of its own.</summary>
    /// <param name="description">The service.</param>
    /// <param name="options">How to call it; copied.</param>
    /// <exception cref="ArgumentException">A credential is for a scheme that the service does not have.</exception>
    /// <exception cref="InvalidOperationException">The address is not an http or https address.</exception>
    public ApiPipeline(ApiDescription description, ClientOptions? options)
        : this(description, OwnClient(), ownsClient: true, options)
    {
    }

    /// <summary>Makes a pipeline over a given HTTP client, which stays the caller's.</summary>
    /// <param name="description">The service.</param>
    /// <param name="httpClient">
    /// The client. Its handler must not follow redirects (<see cref="SocketsHttpHandler.AllowAutoRedirect"/> false)
    /// where keys
    /// travel in a header of their own: .NET would send them to any host that the service names.
    /// </param>
    /// <param name="options">How to call it; copied.</param>
    /// <exception cref="ArgumentException">A credential is for a scheme that the service does not have.</exception>
    /// <exception cref="InvalidOperationException">The address is not an http or https address.</exception>
    public ApiPipeline(ApiDescription description, HttpClient httpClient, ClientOptions? options)
        : this(description, httpClient, ownsClient: false, options)
    {
    }

    private ApiPipeline(ApiDescription description, HttpClient httpClient, bool ownsClient, ClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(httpClient);
        _options = options?.Copy() ?? new ClientOptions();
        _transport = new Transport(description, httpClient, ownsClient, _options);
    }

    internal ClientOptions Options => _options;

    /// <summary>Ends the HTTP client, if it is the pipeline's own.</summary>
    public void Dispose() => _transport.Dispose();

    /// <summary>Sends a call whose answer is JSON.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="request">The call.</param>
    /// <param name="read">Reads the answer.</param>
    /// <param name="options">What is different for this call.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ApiException">
    /// The service answered with an error, or with a body that does not read.
    /// </exception>
    /// <exception cref="HttpRequestException">The service could not be reached.</exception>
    /// <exception cref="TimeoutException">The call took longer than it may.</exception>
    /// <exception cref="InvalidOperationException">No credential or no address; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task<T> SendAsync<T>(
        ApiRequest request, ReadJson<T> read, RequestOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        return CallAsync(
            request, options, ReplyKind.Json, (exchange, reply) => Read(exchange, reply, read), cancellationToken);
    }

    /// <summary>Sends a call whose answer is JSON, or nothing (204, 205, 304, an empty body).</summary>
    /// <typeparam name="T">The answer; for a struct its nullable form.</typeparam>
    /// <returns>The answer, or null.</returns>
    /// <inheritdoc cref="SendAsync{T}(ApiRequest, ReadJson{T}, RequestOptions?, CancellationToken)"/>
    public Task<T?> SendOrNullAsync<T>(
        ApiRequest request, ReadJson<T> read, RequestOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        return CallAsync(
            request,
            options,
            ReplyKind.JsonOrEmpty,
            (exchange, reply) => reply.Body.IsEmpty ? default : Read(exchange, reply, read),
            cancellationToken);
    }

    /// <summary>Sends a call whose answer does not matter; a body is dropped.</summary>
    /// <returns>A task that ends with the call.</returns>
    /// <inheritdoc cref="SendAsync{T}(ApiRequest, ReadJson{T}, RequestOptions?, CancellationToken)"/>
    public Task SendAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken) =>
        CallAsync(request, options, ReplyKind.Nothing, static (_, _) => true, cancellationToken);

    /// <summary>Sends a call whose answer is text, in the charset that it names or UTF-8.</summary>
    /// <returns>The text.</returns>
    /// <inheritdoc cref="SendAsync{T}(ApiRequest, ReadJson{T}, RequestOptions?, CancellationToken)"/>
    public Task<string> SendForTextAsync(
        ApiRequest request, RequestOptions? options, CancellationToken cancellationToken) =>
        CallAsync(request, options, ReplyKind.Text, static (_, reply) => BodyText.Decode(reply), cancellationToken);

    /// <summary>Sends a call with several good answers.</summary>
    /// <typeparam name="T">What all of them become.</typeparam>
    /// <param name="request">The call.</param>
    /// <param name="results">How they read.</param>
    /// <param name="options">What is different for this call.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer.</returns>
    /// <inheritdoc cref="SendAsync{T}(ApiRequest, ReadJson{T}, RequestOptions?, CancellationToken)" path="/exception"/>
    public Task<T> SendForResultAsync<T>(
        ApiRequest request, ResultTable<T> results, RequestOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(results);
        ReplyKind kind = ReplyKind.Json with { IsGood = results.IsGood };
        return CallAsync(
            request, options, kind, (exchange, reply) => Read(exchange, reply, results), cancellationToken);
    }

    /// <summary>
    /// Sends a call whose answer is a file. The timeout covers the headers; then it limits the pause between two reads.
    /// </summary>
    /// <returns>The file, to be disposed.</returns>
    /// <inheritdoc cref="SendAsync{T}(ApiRequest, ReadJson{T}, RequestOptions?, CancellationToken)"/>
    public async Task<FileDownload> SendForFileAsync(
        ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        OpenReply open = await _transport.OpenAsync(
            request, options, ReplyKind.File, cancellationToken).ConfigureAwait(false);
        return open.ToDownload();
    }

    /// <summary>
    /// Sends a call whose answer is a stream of server-sent events with JSON in their data. <c>[DONE]</c> ends it.
    /// </summary>
    /// <typeparam name="T">The data of an event.</typeparam>
    /// <param name="request">The call.</param>
    /// <param name="read">Reads the data of one event.</param>
    /// <param name="options">What is different for this call.</param>
    /// <param name="cancellationToken">Cancels the call, at any time.</param>
    /// <returns>The data of the events as they arrive. The call is sent when the first is asked for.</returns>
    /// <inheritdoc cref="SendAsync{T}(ApiRequest, ReadJson{T}, RequestOptions?, CancellationToken)" path="/exception"/>
    public ServerEvents<T> StreamEventsAsync<T>(
        ApiRequest request, ReadJson<T> read, RequestOptions? options, CancellationToken cancellationToken) =>
        StreamEventsAsync(request, read, EventRules.Default, options, cancellationToken);

    /// <summary>
    /// Sends a call whose answer is a stream of server-sent events with JSON in their data. <c>[DONE]</c> ends it.
    /// </summary>
    /// <typeparam name="T">The data of an event.</typeparam>
    /// <param name="request">The call.</param>
    /// <param name="read">Reads the data of one event.</param>
    /// <param name="rules">What the document says of the stream.</param>
    /// <param name="options">What is different for this call.</param>
    /// <param name="cancellationToken">Cancels the call, at any time.</param>
    /// <returns>The data of the events as they arrive. The call is sent when the first is asked for.</returns>
    /// <inheritdoc cref="SendAsync{T}(ApiRequest, ReadJson{T}, RequestOptions?, CancellationToken)" path="/exception"/>
    public ServerEvents<T> StreamEventsAsync<T>(
        ApiRequest request,
        ReadJson<T> read,
        EventRules rules,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(rules);
        EventDecoder<T> decode = rules.Shape == EventShape.Data
            ? (reply, one) => reply.Read(one.Data, read)
            : (reply, one) => reply.Read(EventFields.ToJson(one, rules), read);
        var pump = new EventPump<T>(_transport, request, decode, rules, options);
        return new ServerEvents<T>(withText => pump.RunAsync(withText, cancellationToken));
    }

    /// <summary>Sends a call whose answer is a stream of server-sent events with text in their data.</summary>
    /// <param name="request">The call.</param>
    /// <param name="options">What is different for this call.</param>
    /// <param name="cancellationToken">Cancels the call, at any time.</param>
    /// <returns>The data of the events as they arrive. The call is sent when the first is asked for.</returns>
    /// <inheritdoc cref="SendAsync{T}(ApiRequest, ReadJson{T}, RequestOptions?, CancellationToken)" path="/exception"/>
    public ServerEvents<string> StreamTextEventsAsync(
        ApiRequest request, RequestOptions? options, CancellationToken cancellationToken) =>
        StreamTextEventsAsync(request, EventRules.Default, options, cancellationToken);

    /// <summary>Sends a call whose answer is a stream of server-sent events with text in their data.</summary>
    /// <param name="request">The call.</param>
    /// <param name="rules">What the document says of the stream.</param>
    /// <param name="options">What is different for this call.</param>
    /// <param name="cancellationToken">Cancels the call, at any time.</param>
    /// <returns>The data of the events as they arrive. The call is sent when the first is asked for.</returns>
    /// <inheritdoc cref="SendAsync{T}(ApiRequest, ReadJson{T}, RequestOptions?, CancellationToken)" path="/exception"/>
    public ServerEvents<string> StreamTextEventsAsync(
        ApiRequest request, EventRules rules, RequestOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(rules);
        var pump = new EventPump<string>(
            _transport, request, static (_, one) => System.Text.Encoding.UTF8.GetString(one.Data), rules, options);
        return new ServerEvents<string>(withText => pump.RunAsync(withText, cancellationToken));
    }

    /// <summary>
    /// Sends a call whose answer is a stream of JSON texts, one a line, or each behind a record separator (RFC 7464).
    /// </summary>
    /// <typeparam name="T">One text.</typeparam>
    /// <param name="request">The call.</param>
    /// <param name="read">Reads one text.</param>
    /// <param name="options">What is different for this call.</param>
    /// <param name="cancellationToken">Cancels the call, at any time.</param>
    /// <returns>The texts as they arrive. The call is sent when the first is asked for.</returns>
    /// <inheritdoc cref="SendAsync{T}(ApiRequest, ReadJson{T}, RequestOptions?, CancellationToken)" path="/exception"/>
    public async IAsyncEnumerable<T> StreamLinesAsync<T>(
        ApiRequest request,
        ReadJson<T> read,
        RequestOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        using OpenReply open = await _transport.OpenAsync(
            request, options, ReplyKind.Lines, cancellationToken).ConfigureAwait(false);
        using LineReader lines = open.ToLines(_options.MaxResponseBytes);
        while (await open.GuardAsync(lines.NextAsync(cancellationToken)).ConfigureAwait(false))
        {
            yield return open.Read(lines.Record, read);
        }
    }

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
                request, options, ReplyKind.Json, (exchange, reply) => Answer(exchange, reply, answer), token),
            cancellationToken);
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
                page, options, ReplyKind.Json, (exchange, reply) => Page(exchange, reply, reader), token))
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

    private async Task<T> CallAsync<T>(
        ApiRequest request,
        RequestOptions? options,
        ReplyKind kind,
        Func<Exchange, Reply, T> finish,
        CancellationToken cancellationToken)
    {
        using Exchange exchange = _transport.Start(request, options, kind, cancellationToken);
        try
        {
            using Reply reply = await _transport.SendAsync(exchange, kind).ConfigureAwait(false);
            T result = finish(exchange, reply);
            await _transport.KeepAsync(exchange, reply, kind).ConfigureAwait(false);
            return result;
        }
        catch (Exception exception)
        {
            Exception meant = exchange.Explain(exception);
            if (meant != exception)
            {
                throw meant;
            }

            throw;
        }
    }

    private static T Read<T>(Exchange exchange, Reply reply, ReadJson<T> read)
    {
        try
        {
            return JsonText.Parse(BodyText.ToUtf8(reply), read);
        }
        catch (JsonException fault)
        {
            throw Failures.Json(exchange, reply, fault);
        }
    }

    private static T Read<T>(Exchange exchange, Reply reply, ResultTable<T> results)
    {
        try
        {
            return results.TryRead(reply.Status, BodyText.ToUtf8(reply), () => BodyText.Decode(reply), out T? result)
                ? result
                : throw Failures.Body(exchange, reply, "which its document does not declare");
        }
        catch (JsonException fault)
        {
            throw Failures.Json(exchange, reply, fault);
        }
    }

    private static HttpClient OwnClient()
    {
        var client = new HttpClient(Handlers.Create(), disposeHandler: true);
        Handlers.Configure(client);
        return client;
    }
}
