using System.Text.Json;
using Dari.Json;

namespace Dari.Http;

/// <summary>Sends the calls of a generated client. Safe to share between threads.</summary>
/// <remarks>
/// Address, key, headers, limits, retries, redirects, errors, traces and logs are all decided here; generated code only
/// says what
/// to send and how the answer reads. Redirects are followed for GET and HEAD alone, and no key, cookie or other header
/// of the
/// call goes along to another origin; other methods get the redirect as an <see cref="ApiException"/>.
/// </remarks>
public sealed partial class ApiPipeline : IDisposable
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
            request,
            options,
            ReplyKind.Json,
            read,
            static (exchange, reply, read) => Read(exchange, reply, read),
            cancellationToken);
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
            read,
            static (exchange, reply, read) => reply.Body.IsEmpty ? default : Read(exchange, reply, read),
            cancellationToken);
    }

    /// <summary>Sends a call whose answer does not matter; a body is dropped.</summary>
    /// <returns>A task that ends with the call.</returns>
    /// <inheritdoc cref="SendAsync{T}(ApiRequest, ReadJson{T}, RequestOptions?, CancellationToken)"/>
    public Task SendAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken) =>
        CallAsync(request, options, ReplyKind.Nothing, true, static (_, _, done) => done, cancellationToken);

    /// <summary>Sends a call whose answer is text, in the charset that it names or UTF-8.</summary>
    /// <returns>The text.</returns>
    /// <inheritdoc cref="SendAsync{T}(ApiRequest, ReadJson{T}, RequestOptions?, CancellationToken)"/>
    public Task<string> SendForTextAsync(
        ApiRequest request, RequestOptions? options, CancellationToken cancellationToken) =>
        CallAsync(
            request, options, ReplyKind.Text, true, static (_, reply, _) => BodyText.Decode(reply), cancellationToken);

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
            request,
            options,
            kind,
            results,
            static (exchange, reply, results) => Read(exchange, reply, results),
            cancellationToken);
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

    // What "finish" needs comes beside it: a closure would be one more object a call.
    private async Task<T> CallAsync<T, TState>(
        ApiRequest request,
        RequestOptions? options,
        ReplyKind kind,
        TState state,
        Func<Exchange, Reply, TState, T> finish,
        CancellationToken cancellationToken)
    {
        using Exchange exchange = _transport.Start(request, options, kind, cancellationToken);
        try
        {
            using Reply reply = await _transport.SendAsync(exchange, kind).ConfigureAwait(false);
            reply.ThrowFailure();
            T result = finish(exchange, reply, state);
            await _transport.KeepAsync(exchange, reply, kind).ConfigureAwait(false);
            return result;
        }
        catch (Exception exception) when (exchange.Explain(exception) is var meant && meant != exception)
        {
            throw meant;
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
