using System.Runtime.CompilerServices;
using System.Text;
using Dari.Http;

namespace Dari.Streaming;

/// <summary>Hands out the events of one call, each time it is asked with a call of its own.</summary>
internal sealed class EventPump<T>(
    Transport transport, ApiRequest request, EventDecoder<T> decode, EventRules rules, RequestOptions? call)
{
    /// <summary>What the known events say.</summary>
    internal async IAsyncEnumerable<T> DataAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using EventCursor events = Open(cancellationToken);
        while (await events.NextAsync().ConfigureAwait(false))
        {
            if (events.IsKnown)
            {
                yield return decode(events.Reply, events.Event);
            }
        }
    }

    /// <summary>All events with all that came with them.</summary>
    internal async IAsyncEnumerable<ServerEvent<T>> DetailsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using EventCursor events = Open(cancellationToken);
        while (await events.NextAsync().ConfigureAwait(false))
        {
            EventReader one = events.Event;
            yield return new ServerEvent<T>
            {
                Name = one.Name,
                Id = one.Id,
                Retry = one.Retry,
                IsKnown = events.IsKnown,
                Text = Encoding.UTF8.GetString(one.Data),
                Data = events.IsKnown ? decode(events.Reply, one) : default,
            };
        }
    }

    private EventCursor Open(CancellationToken cancellationToken) => new(transport, request, rules, call, cancellationToken);
}
