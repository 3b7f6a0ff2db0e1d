using System.Buffers;
using System.Text;

namespace Dari.Streaming;

/// <summary>
/// Reads server-sent events as WHATWG HTML, section 9.2.6 (interpreting an event stream), has them: UTF-8 with or
/// without a byte order mark, lines that end with CR, LF or both, and no event before its blank line has come.
/// </summary>
/// <param name="stream">The body; it stays open.</param>
/// <param name="longest">The most bytes of one event.</param>
internal sealed class EventReader(Stream stream, long longest) : IDisposable
{
    private readonly EventLines _lines = new(stream, longest);
    private readonly ArrayBufferWriter<byte> _data = new(1024);
    private bool _hasData;
    private bool _isAmidEvent;

    /// <summary>The name of the event that <see cref="NextAsync"/> has found.</summary>
    internal string Name { get; private set; } = "";

    /// <summary>Whether the event has a name of its own.</summary>
    internal bool IsNamed { get; private set; }

    /// <summary>The id that stands in the event itself; null where none does.</summary>
    internal string? Id { get; private set; }

    /// <summary>The id from which to go on: of this event or the last one that had any; empty where the service said so.</summary>
    internal string? LastId { get; private set; }

    /// <summary>The wait before connecting again that stands in the event itself.</summary>
    internal TimeSpan? Retry { get; private set; }

    /// <summary>The last such wait, also of a block without data.</summary>
    internal TimeSpan? LastRetry { get; private set; }

    /// <summary>The data, valid until the next call.</summary>
    internal ReadOnlySpan<byte> Data => _data.WrittenSpan;

    /// <summary>Whether the body ended before the blank line of an event. Such an event is dropped.</summary>
    internal bool IsCut => _isAmidEvent;

    public void Dispose() => _lines.Dispose();

    /// <summary>Goes to the next event.</summary>
    /// <returns>False at the end of the body.</returns>
    /// <exception cref="InvalidDataException">An event is longer than allowed.</exception>
    internal async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        Start();
        while (await _lines.NextAsync(cancellationToken).ConfigureAwait(false))
        {
            if (_lines.Line.Length > 0)
            {
                _isAmidEvent = true;
                Take(_lines.Line);
                continue;
            }

            // The fields of a block count when it ends, with data or without.
            LastId = Id ?? LastId;
            LastRetry = Retry ?? LastRetry;
            _isAmidEvent = false;
            if (_hasData)
            {
                IsNamed = Name.Length > 0;
                Name = IsNamed ? Name : "message";
                return true;
            }

            Start();
        }

        // Also a line that has not ended.
        _isAmidEvent |= _lines.Line.Length > 0;
        return false;
    }

    private void Start()
    {
        _data.ResetWrittenCount();
        _hasData = false;
        Name = "";
        Id = null;
        Retry = null;
    }

    private void Take(ReadOnlySpan<byte> line)
    {
        int colon = line.IndexOf((byte)':');
        ReadOnlySpan<byte> field = colon < 0 ? line : line[..colon];
        ReadOnlySpan<byte> value = colon < 0 ? default : line[(colon + 1)..];
        value = value is [(byte)' ', ..] ? value[1..] : value;
        if (field.SequenceEqual("data"u8))
        {
            Append(value);
        }
        else if (field.SequenceEqual("event"u8))
        {
            Name = Encoding.UTF8.GetString(value);
        }
        else if (field.SequenceEqual("id"u8) && !value.Contains((byte)0))
        {
            Id = Encoding.UTF8.GetString(value);
        }
        else if (field.SequenceEqual("retry"u8))
        {
            Retry = Milliseconds(value) ?? Retry;
        }
    }

    private void Append(ReadOnlySpan<byte> value)
    {
        if (_data.WrittenCount + (long)value.Length > longest)
        {
            throw new InvalidDataException($"An event is longer than {longest} bytes.");
        }

        if (_hasData)
        {
            _data.Write("\n"u8);
        }

        _data.Write(value);
        _hasData = true;
    }

    // Digits and nothing else; what no timer could wait is bounded where it is used.
    private static TimeSpan? Milliseconds(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty || value.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
        {
            return null;
        }

        long total = 0;
        foreach (byte digit in value)
        {
            total = Math.Min((total * 10) + (digit - '0'), int.MaxValue);
        }

        return TimeSpan.FromMilliseconds(total);
    }
}
