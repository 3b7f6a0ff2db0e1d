using System.Runtime.CompilerServices;

namespace Dari.Streaming;

/// <summary>A stream of server-sent events: <c>await foreach</c> over it gives their data.</summary>
/// <typeparam name="T">The data of an event.</typeparam>
/// <remarks>
/// The call is sent when the first event is asked for, and anew for each enumeration. A broken connection is made
/// again from the last event that was handed out, as <see cref="EventRules"/> has it.
/// </remarks>
public sealed class ServerEvents<T> : IAsyncEnumerable<T>
{
    private readonly Func<IAsyncEnumerable<T>> _data;
    private readonly Func<IAsyncEnumerable<ServerEvent<T>>> _details;

    /// <summary>Makes a stream of given events, as a double of a client would.</summary>
    /// <param name="events">The events.</param>
    public ServerEvents(IAsyncEnumerable<ServerEvent<T>> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        _data = () => Known(events);
        _details = () => events;
    }

    /// <summary>Makes a stream of given data, as a double of a client would.</summary>
    /// <param name="data">The data, each an event without id.</param>
    public ServerEvents(IEnumerable<T> data)
        : this(Events(data))
    {
    }

    // Two ways, because few look at more than the data, and the rest costs some objects an event.
    internal ServerEvents(Func<IAsyncEnumerable<T>> data, Func<IAsyncEnumerable<ServerEvent<T>>> details) =>
        (_data, _details) = (data, details);

    /// <summary>
    /// Name, id and text of each event beside its data, also of those whose name the document does not declare.
    /// </summary>
    /// <returns>The events as they arrive, with one call of their own.</returns>
    public IAsyncEnumerable<ServerEvent<T>> WithDetails() => _details();

    /// <inheritdoc/>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        _data().GetAsyncEnumerator(cancellationToken);

    private static async IAsyncEnumerable<T> Known(
        IAsyncEnumerable<ServerEvent<T>> events, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (ServerEvent<T> one in events.WithCancellation(cancellationToken).ConfigureAwait(false))
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
