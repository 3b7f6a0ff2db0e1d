namespace Dari.Streaming;

/// <summary>A stream of server-sent events: <c>await foreach</c> over it gives their data.</summary>
/// <typeparam name="T">The data of an event.</typeparam>
/// <remarks>
/// The call is sent when the first event is asked for, and anew for each enumeration. A broken connection is made
/// again from the last event that was handed out, as <see cref="EventRules"/> has it.
/// </remarks>
public sealed class ServerEvents<T> : IAsyncEnumerable<T>
{
    private readonly Func<bool, IAsyncEnumerable<ServerEvent<T>>> _open;

    /// <summary>Makes a stream of given events, as a double of a client would.</summary>
    /// <param name="events">The events.</param>
    public ServerEvents(IAsyncEnumerable<ServerEvent<T>> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        _open = _ => events;
    }

    /// <summary>Makes a stream of given data, as a double of a client would.</summary>
    /// <param name="data">The data, each an event without id.</param>
    public ServerEvents(IEnumerable<T> data)
        : this(Events(data))
    {
    }

    // Whether the text of known events is wanted: few look at it, and it costs a string an event.
    internal ServerEvents(Func<bool, IAsyncEnumerable<ServerEvent<T>>> open) => _open = open;

    /// <summary>
    /// Name, id and text of each event beside its data, also of those whose name the document does not declare.
    /// </summary>
    /// <returns>The events as they arrive, with one call of their own.</returns>
    public IAsyncEnumerable<ServerEvent<T>> WithDetails() => _open(true);

    /// <inheritdoc/>
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (ServerEvent<T> one in _open(false).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (one.IsKnown)
            {
                yield return one.Data;
            }
        }
    }

    private static async IAsyncEnumerable<ServerEvent<T>> Events(IEnumerable<T> data)
    {
        ArgumentNullException.ThrowIfNull(data);
        foreach (T one in data)
        {
            await Task.CompletedTask.ConfigureAwait(false);
            yield return new ServerEvent<T> { Data = one, IsKnown = true };
        }
    }
}
