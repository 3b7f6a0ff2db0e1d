using System.Runtime.CompilerServices;
using System.Text;
using Dari.Http;

namespace Dari.Streaming;

/// <summary>Hands out the events of one call, over as many connections as it takes.</summary>
internal sealed class EventPump<T>(
    Transport transport, ApiRequest request, EventDecoder<T> decode, EventRules rules, RequestOptions? call)
{
    internal async IAsyncEnumerable<ServerEvent<T>> RunAsync(
        bool withText, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var memory = new EventMemory(FirstId());
        Reconnection again = transport.Reconnection(request, rules, call);
        EventConnection? connection = await ConnectAsync(request, cancellationToken).ConfigureAwait(false);
        while (connection is not null)
        {
            using (connection)
            {
                memory.StartConnection();
                while (await connection.NextAsync(cancellationToken).ConfigureAwait(false))
                {
                    if (connection.Event.Data.SequenceEqual("[DONE]"u8))
                    {
                        yield break;
                    }

                    bool isLast = rules.LastNames.Contains(connection.Event.Name, StringComparer.Ordinal);
                    if (memory.IsNew(connection.Event))
                    {
                        again.Succeed();
                        yield return Read(connection, withText);
                    }

                    if (isLast)
                    {
                        yield break;
                    }
                }

                memory.Reach(connection.Event);
                again.Note(connection);
            }

            connection = await ReconnectAsync(again, connection, memory, cancellationToken).ConfigureAwait(false);
        }
    }

    // The caller goes on from an event that it had before.
    private string? FirstId() => call?.Headers.TryGetValue(ApiRequest.LastEventId, out string? given) == true
        ? given
        : request.Headers.LastOrDefault(static header =>
            header.Key.Equals(ApiRequest.LastEventId, StringComparison.OrdinalIgnoreCase)).Value;

    /// <returns>Null after 204: the service has nothing more to say.</returns>
    private async Task<EventConnection?> ConnectAsync(ApiRequest one, CancellationToken cancellationToken)
    {
        OpenReply open = await transport.OpenAsync(
            one, call, ReplyKind.Events, cancellationToken).ConfigureAwait(false);
        if (!open.HasContent)
        {
            open.Dispose();
            return null;
        }

        return new EventConnection(open, transport.LongestItem, transport.Clock);
    }

    /// <summary>Connects until it works, as often as allowed.</summary>
    /// <returns>Null when the stream is over.</returns>
    private async Task<EventConnection?> ReconnectAsync(
        Reconnection again, EventConnection last, EventMemory memory, CancellationToken cancellationToken)
    {
        Exception? fault = last.Fault;
        while (again.ShouldTry(fault, last.IsCut, memory))
        {
            await again.WaitAsync(fault, cancellationToken).ConfigureAwait(false);
            try
            {
                return await ConnectAsync(Next(memory.LastId), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (Troubles.ArePassing(exception))
            {
                fault = exception;
            }
        }

        if (fault is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(fault);
        }

        return null;
    }

    private ApiRequest Next(string? lastId) => lastId is null
        ? request
        : rules.ResumeQuery is { } query
            ? request.WithQuery(query, lastId)
            : request.After(lastId);

    private ServerEvent<T> Read(EventConnection connection, bool withText)
    {
        EventReader one = connection.Event;
        bool isKnown = rules.Names.Count == 0 || rules.Names.Contains(one.Name, StringComparer.Ordinal);
        return new ServerEvent<T>
        {
            Name = one.Name,
            Id = one.Id,
            Retry = one.Retry,
            IsKnown = isKnown,
            Text = withText || !isKnown ? Encoding.UTF8.GetString(one.Data) : "",
            Data = isKnown ? decode(connection.Reply, one) : default,
        };
    }
}
