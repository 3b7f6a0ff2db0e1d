using Dari.Http;

namespace Dari.Streaming;

/// <summary>Goes through the events of one call, over as many connections as it takes.</summary>
/// <remarks>Events that have arrived already are found without waiting, thousands of them between two reads.</remarks>
internal sealed class EventCursor(
    Transport transport, ApiRequest request, EventRules rules, RequestOptions? call, CancellationToken cancellationToken)
    : IDisposable
{
    private readonly EventMemory _memory = new(FirstId(request, call));
    private readonly Reconnection _again = transport.Reconnection(request, rules, call);
    private EventConnection? _connection;
    private string? _key;
    private bool _isStarted;
    private bool _isOver;

    /// <summary>The event that <see cref="NextAsync"/> has found.</summary>
    internal EventReader Event => _connection!.Event;

    internal OpenReply Reply => _connection!.Reply;

    /// <summary>Whether the document declares events of this name.</summary>
    internal bool IsKnown => rules.Names.Count == 0 || rules.Names.Contains(Event.Name, StringComparer.Ordinal);

    public void Dispose() => _connection?.Dispose();

    /// <summary>Goes to the next event that was not handed out before.</summary>
    /// <returns>False when there are no more.</returns>
    internal ValueTask<bool> NextAsync() => TryTake() ? new ValueTask<bool>(true) : WaitAsync();

    private static string? FirstId(ApiRequest request, RequestOptions? call) =>
        call?.Headers.TryGetValue(ApiRequest.LastEventId, out string? given) == true
            ? given // The caller goes on from an event that it had before.
            : request.Headers.LastOrDefault(static header =>
                header.Key.Equals(ApiRequest.LastEventId, StringComparison.OrdinalIgnoreCase)).Value;

    private bool TryTake()
    {
        while (!_isOver && _connection is { } connection && connection.TryNext())
        {
            EventReader one = connection.Event;
            if (one.Data.SequenceEqual("[DONE]"u8))
            {
                _isOver = true;
                return false;
            }

            _isOver = rules.LastNames.Count > 0 && rules.LastNames.Contains(one.Name, StringComparer.Ordinal);
            if (_memory.IsNew(one))
            {
                _again.Succeed();
                return true;
            }
        }

        return false;
    }

    private async ValueTask<bool> WaitAsync()
    {
        if (!_isStarted)
        {
            _isStarted = true;
            _connection = await ConnectAsync(request).ConfigureAwait(false);
        }

        while (!_isOver && _connection is { } connection)
        {
            if (TryTake())
            {
                return true;
            }

            if (_isOver || await connection.FillAsync(cancellationToken).ConfigureAwait(false))
            {
                continue;
            }

            _memory.Reach(connection.Event);
            _again.Note(connection);
            connection.Dispose();
            _connection = null;
            _connection = await ReconnectAsync(connection).ConfigureAwait(false);
        }

        return false;
    }

    /// <returns>Null after 204: the service has nothing more to say.</returns>
    private async Task<EventConnection?> ConnectAsync(ApiRequest one)
    {
        OpenReply open = await transport.OpenAsync(
            one, call, ReplyKind.Events, cancellationToken).ConfigureAwait(false);
        if (!open.HasContent)
        {
            open.Dispose();
            return null;
        }

        _key ??= open.Key;
        _memory.StartConnection();
        return new EventConnection(open, transport.LongestItem, transport.Clock);
    }

    /// <summary>Connects until it works, as often as allowed.</summary>
    /// <returns>Null when the stream is over.</returns>
    private async Task<EventConnection?> ReconnectAsync(EventConnection last)
    {
        Exception? fault = last.Fault;
        while (_again.ShouldTry(fault, last.IsCut, _memory))
        {
            await _again.WaitAsync(fault, cancellationToken).ConfigureAwait(false);
            try
            {
                return await ConnectAsync(Next(_memory.LastId)).ConfigureAwait(false);
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

    private ApiRequest Next(string? lastId)
    {
        // What a stream starts is to be done once, however often it is connected to.
        ApiRequest same = _key is { } key ? request.Under(key) : request;
        return lastId is null
            ? same
            : rules.ResumeQuery is { } query
                ? same.WithQuery(query, lastId)
                : same.After(lastId);
    }
}
