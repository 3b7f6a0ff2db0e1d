namespace Dari.Streaming;

/// <summary>Which events were handed out, so that none is handed out twice.</summary>
/// <remarks>
/// Services repeat events after a reconnect, some from the very first. An id that came over an earlier connection is
/// the same event. Over one connection only what is the same in every field is: some services give one id to events
/// that belong together. The latest ids are remembered, 16,384 of them.
/// </remarks>
internal sealed class EventMemory
{
    private const int MostIds = 16 * 1024;

    // Longer ones would be a burden to keep, and no server takes them in a header.
    private const int LongestId = 1024;

    private readonly Dictionary<string, Delivered> _ids = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private int _connection;

    internal EventMemory(string? lastId)
    {
        LastId = lastId;
        if (lastId is { Length: > 0 and <= LongestId })
        {
            Remember(lastId, default);
        }
    }

    /// <summary>From where to go on.</summary>
    internal string? LastId { get; private set; }

    /// <summary>Whether any event was handed out.</summary>
    internal bool HasDelivered { get; private set; }

    internal void StartConnection() => _connection++;

    /// <summary>Whether to hand out the event on which the reader stands; from then on it counts as handed out.</summary>
    internal bool IsNew(EventReader one)
    {
        bool isNew = true;
        if (one.Id is { Length: > 0 and <= LongestId } id)
        {
            var now = new Delivered(_connection, one.Name, HashOf(one.Data));
            isNew = !_ids.TryGetValue(id, out Delivered before)
                || (before.Connection == _connection && before != now);
            if (isNew)
            {
                Remember(id, now);
            }
        }

        HasDelivered |= isNew;
        Reach(one);
        return isNew;
    }

    /// <summary>Goes on from where the reader is, also when it stands behind a block with an id and no data.</summary>
    internal void Reach(EventReader reader)
    {
        if (reader.LastId is { Length: <= LongestId } id)
        {
            LastId = id;
        }
    }

    private void Remember(string id, Delivered delivered)
    {
        if (!_ids.ContainsKey(id))
        {
            _order.Enqueue(id);
        }

        _ids[id] = delivered;
        if (_order.Count > MostIds)
        {
            _ids.Remove(_order.Dequeue());
        }
    }

    // Not a hash that could be the same for others: they would be lost.
    private static string HashOf(ReadOnlySpan<byte> data) =>
        Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(data));

    private readonly record struct Delivered(int Connection, string? Name, string? Hash);
}
