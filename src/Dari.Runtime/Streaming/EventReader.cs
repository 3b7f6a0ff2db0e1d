using System.Net.ServerSentEvents;

namespace Dari.Streaming;

/// <summary>Reads the data of server-sent events, up to the customary last one, <c>[DONE]</c>.</summary>
internal sealed class EventReader<T> : IAsyncDisposable
{
    private readonly IAsyncEnumerator<SseItem<(bool IsEnd, T? Data)>> _items;

    internal EventReader(Stream body, SpanReader<T> read, CancellationToken cancellationToken)
    {
        SseParser<(bool IsEnd, T? Data)> parser = SseParser.Create<(bool, T?)>(
            body, (_, data) => data.SequenceEqual("[DONE]"u8) ? (true, default) : (false, read(data)));
        _items = parser.EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
    }

    internal T Current => _items.Current.Data.Data!;

    public ValueTask DisposeAsync() => _items.DisposeAsync();

    internal async ValueTask<bool> NextAsync() =>
        await _items.MoveNextAsync().ConfigureAwait(false) && !_items.Current.Data.IsEnd;
}
