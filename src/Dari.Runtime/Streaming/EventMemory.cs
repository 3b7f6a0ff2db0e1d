using System.IO.Hashing;
using System.Text;

namespace Dari.Streaming;

/// <summary>Which events were handed out, so that none is handed out twice.</summary>
/// <remarks>
/// Services repeat events after a reconnect, some from the very first. An id that came over an earlier connection is
/// the same event. Over one connection only what is the same in every field is: some services give one id to events
/// that belong together. The latest ids are remembered, 16,384 of them, by hashes of 64 bits with a seed of their own:
/// short enough for all of them to stay in a processor's cache, long enough that no two are taken for one by chance.
/// </remarks>
internal sealed class EventMemory
{
    private const int MostIds = 16 * 1024;

    private readonly long _seed = Random.Shared.NextInt64();
    private readonly Dictionary<ulong, Delivered> _ids = [];
    private readonly Queue<ulong> _order = new();
    private int _connection;

    internal EventMemory(string? lastId)
    {
        LastId = lastId;
        if (lastId is { Length: > 0 })
        {
            Remember(Hash(Encoding.UTF8.GetBytes(lastId)), default);
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
        if (one.IdUtf8 is { Length: > 0 and <= EventId.Longest } utf8)
        {
            ulong id = Hash(utf8);
            var now = new Delivered(_connection, XxHash3.HashToUInt64(one.Data, _seed ^ (long)one.NameHash));
            isNew = !_ids.TryGetValue(id, out Delivered before)
                || (before.Connection == _connection && before != now);
            if (isNew)
            {
                Remember(id, now);
            }
        }

        HasDelivered |= isNew;
        return isNew;
    }

    /// <summary>Goes on from where the reader is, also when it stands behind a block with an id and no data.</summary>
    internal void Reach(EventReader reader) => LastId = reader.LastId ?? LastId;

    private void Remember(ulong id, Delivered delivered)
    {
        int known = _ids.Count;
        _ids[id] = delivered;
        if (_ids.Count == known)
        {
            return;
        }

        _order.Enqueue(id);
        if (known == MostIds)
        {
            _ids.Remove(_order.Dequeue());
        }
    }

    private ulong Hash(ReadOnlySpan<byte> bytes) => XxHash3.HashToUInt64(bytes, _seed);

    private readonly record struct Delivered(int Connection, ulong NameAndData);
}
