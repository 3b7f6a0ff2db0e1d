using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Snapshot.Audit;

/// <summary>The events of an account, read from the newest to the oldest.</summary>
internal sealed class AuditLog
{
    private const string CursorPrefix = "before:";
    private readonly List<AuditEvent> _events = [];

    public AuditEvent Add(AuditEvent happened)
    {
        happened = happened with { Sequence = _events.Count + 1, Id = Ids.New("evt_") };
        _events.Add(happened);
        return happened;
    }

    /// <summary>A page of the events that are wanted, and where the next one starts; null at the end.</summary>
    /// <remarks>A page goes on where the one before ended, whatever has happened since.</remarks>
    /// <exception cref="ServiceFault">422: the cursor is not one of this log.</exception>
    public (IReadOnlyList<AuditEvent> Items, string? Next) Page(Func<AuditEvent, bool> wanted, string? cursor, int limit)
    {
        long before = cursor is null ? long.MaxValue : Read(cursor);
        AuditEvent[] found = [.. Enumerable.Reverse(_events).Where(one => one.Sequence < before).Where(wanted).Take(limit + 1)];
        return found.Length <= limit
            ? (found, null)
            : (found[..limit], Write(found[limit - 1].Sequence));
    }

    private static string Write(long sequence) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(CursorPrefix + sequence.ToString(CultureInfo.InvariantCulture)));

    private static long Read(string cursor)
    {
        string text = Base64Url.IsValid(cursor) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)) : "";
        return text.StartsWith(CursorPrefix, StringComparison.Ordinal)
            && long.TryParse(text.AsSpan(CursorPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out long sequence)
                ? sequence
                : throw SnapshotFault.Invalid("The cursor is not valid.", "cursor", "query");
    }
}
