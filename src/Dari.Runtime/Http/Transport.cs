using System.Net;
using Dari.Buffers;
using Dari.Idempotency.Requests;
using Dari.Streaming;

namespace Dari.Http;

/// <summary>Sends calls over an HTTP client: attempts, redirects, and bodies that are read at once.</summary>
internal sealed class Transport : IDisposable
{
    private const int MaxRedirects = 10;
    private const long LongestError = 1024 * 1024;
    private readonly HttpClient _client;
    private readonly bool _ownsClient;
    private readonly ClientOptions _options;
    private readonly OutgoingFactory _calls;
    private readonly MessageFactory _messages;
    private readonly RetryPolicy _retries;
    private readonly PipelineTelemetry _telemetry;
    private readonly CallLog? _log;
    private readonly JournaledCalls _journaled;
    private readonly Func<Exchange, ReplyKind, ValueTask<Reply>> _attempt;

    internal Transport(ApiDescription description, HttpClient client, bool ownsClient, ClientOptions options)
    {
        _client = client;
        _ownsClient = ownsClient;
        _options = options;
        _calls = new OutgoingFactory(description, options, client.DefaultRequestHeaders);
        var addresses = new BaseAddress(description, options, client);
        _messages = new MessageFactory(client, addresses, options.AllowInsecureHttp);
        _retries = new RetryPolicy(options.TimeProvider, options.RetryDelay);
        _telemetry = PipelineTelemetry.For(description.ClientName);
        _log = options.LoggerFactory is { } loggers ? CallLog.Of(loggers, description.ClientName) : null;
        _attempt = AttemptAsync;
        _journaled = new JournaledCalls(options.IdempotencyJournal, description.ClientName, addresses, _log);
    }

    internal TimeProvider Clock => _options.TimeProvider;

    /// <summary>The most bytes of one item of a stream.</summary>
    internal long LongestItem => _options.MaxResponseBytes;

    public void Dispose()
    {
        if (_ownsClient)
        {
            _client.Dispose();
        }
    }

    internal Exchange Start(
        ApiRequest request, RequestOptions? call, ReplyKind kind, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        Outgoing outgoing = _calls.Create(request, call, kind);
        return new Exchange(outgoing, _telemetry, _log, _options.TimeProvider, cancellationToken);
    }

    internal Reconnection Reconnection(ApiRequest request, EventRules rules, RequestOptions? call) => new(
        rules.Reconnect,
        request.Method == HttpMethod.Get,
        request.Content?.IsRepeatable ?? true,
        call?.MaxReconnects ?? _options.MaxReconnects,
        _options.RetryDelay,
        _options.TimeProvider);

    /// <summary>Sends a call until there is a good answer.</summary>
    /// <returns>
    /// The answer. What is not good has a <see cref="Reply.Failure"/> for the caller to throw: each method that an exception
    /// passes on its way costs about as much as a whole call.
    /// </returns>
    internal async ValueTask<Reply> SendAsync(Exchange exchange, ReplyKind kind)
    {
        Reply reply = await _journaled.BeginAsync(exchange, kind).ConfigureAwait(false)
            ?? await _retries.RunAsync(exchange, kind, _attempt).ConfigureAwait(false);
        if (kind.IsGood((int)reply.Status) && !reply.IsCut)
        {
            return reply;
        }

        try
        {
            reply.Failure = kind.IsGood((int)reply.Status)
                ? Failures.Body(exchange, reply, $"with a body of more than {_options.MaxResponseBytes} bytes")
                : await RefusedAsync(exchange, reply).ConfigureAwait(false);
            return reply;
        }
        catch
        {
            reply.Dispose();
            throw;
        }
    }

    private async ValueTask<ApiException> RefusedAsync(Exchange exchange, Reply reply)
    {
        for (int i = 0; reply.Status == HttpStatusCode.Unauthorized && i < exchange.Outgoing.Proofs.Count; i++)
        {
            exchange.Outgoing.Proofs[i].Credential.Refuse();
        }

        await _journaled.FailAsync(exchange, reply).ConfigureAwait(false);
        return Failures.Status(exchange, reply);
    }

    /// <summary>Says that a good answer was read, so that a journal may keep it.</summary>
    internal ValueTask KeepAsync(Exchange exchange, Reply reply, ReplyKind kind) =>
        _journaled.SucceedAsync(exchange, reply, kind);

    /// <summary>Sends a call and hands its body out unread.</summary>
    internal async Task<OpenReply> OpenAsync(
        ApiRequest request, RequestOptions? call, ReplyKind kind, CancellationToken cancellationToken)
    {
        Exchange exchange = Start(request, call, kind, cancellationToken);
        Reply? reply = null;
        try
        {
            reply = await SendAsync(exchange, kind).ConfigureAwait(false);
            reply.ThrowFailure();
            await KeepAsync(exchange, reply, kind).ConfigureAwait(false);
            Stream body = await reply.Response.Content.ReadAsStreamAsync(exchange.Token).ConfigureAwait(false);
            exchange.LiftDeadline();
            string name = $"{request.Method} {request.Template}";
            var limited = new IdleLimitStream(body, exchange.Outgoing.Timeout, name, exchange.Clock, cancellationToken)
            {
                LongestItem = kind == ReplyKind.Lines ? _options.MaxResponseBytes : long.MaxValue,
            };
            return new OpenReply(exchange, reply, limited);
        }
        catch (Exception exception)
        {
            Exception meant = exchange.Explain(exception);
            reply?.Dispose();
            exchange.Dispose();
            if (meant != exception)
            {
                throw meant;
            }

            throw;
        }
    }

    private async ValueTask<Reply> AttemptAsync(Exchange exchange, ReplyKind kind)
    {
        exchange.Metadata.Attempts++;
        HttpResponseMessage response = await RequestAsync(exchange).ConfigureAwait(false);
        try
        {
            GzipContent.Unpack(response);
            exchange.Metadata.Receive(response, exchange.Redaction);
            PooledBuffer? body = kind.IsGood((int)response.StatusCode)
                ? await ReadAsync(exchange, kind, response).ConfigureAwait(false)
                : await BodyReader.ReadErrorAsync(response.Content, LongestError, exchange.Token).ConfigureAwait(false);
            return new Reply(response, body);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async ValueTask<HttpResponseMessage> RequestAsync(Exchange exchange)
    {
        HttpRequestMessage message = await _messages.CreateAsync(exchange).ConfigureAwait(false);
        for (int hops = 0; ; hops++)
        {
            exchange.Address = message.RequestUri;
            HttpResponseMessage response;
            try
            {
                response = await _client.SendAsync(
                    message, HttpCompletionOption.ResponseHeadersRead, exchange.Token).ConfigureAwait(false);
            }
            finally
            {
                message.Content?.Dispose();
            }

            bool mayFollow = hops < MaxRedirects && IsRedirect(response)
                && (message.Method == HttpMethod.Get || message.Method == HttpMethod.Head);
            if (!mayFollow || BaseAddress.Follow(message.RequestUri!, response.Headers.Location) is not { } target)
            {
                return response;
            }

            response.Dispose();
            message = _messages.Follow(message, target);
        }
    }

    // What is read at once of a good answer.
    private ValueTask<PooledBuffer?> ReadAsync(Exchange exchange, ReplyKind kind, HttpResponseMessage response) => kind.Body switch
    {
        ReplyBody.Buffered => BodyReader.ReadAsync(response.Content, _options.MaxResponseBytes, exchange.Token),

        // After 101 the content is the connection itself: it has no end that could be waited for.
        ReplyBody.Dropped when response.StatusCode != HttpStatusCode.SwitchingProtocols =>
            BodyReader.DropAsync(response.Content, LongestError, exchange.Token),
        _ => default,
    };

    private static bool IsRedirect(HttpResponseMessage response) => response.StatusCode
        is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
        or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
}
