using System.Runtime.CompilerServices;
using Dari.Json;
using Dari.Streaming;

namespace Dari.Http;

// Answers that arrive piece by piece.
public sealed partial class ApiPipeline
{
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
        return new ServerEvents<T>(() => pump.DataAsync(cancellationToken), () => pump.DetailsAsync(cancellationToken));
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
        return new ServerEvents<string>(() => pump.DataAsync(cancellationToken), () => pump.DetailsAsync(cancellationToken));
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
            open.StartItem();
            yield return open.Read(lines.Record, read);
        }
    }
}
