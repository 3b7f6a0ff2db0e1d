using System.Buffers;

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
    private readonly EventName _name = new();
    private readonly EventId _id = new();
    private readonly EventId _lastId = new();
    private bool _hasData;
    private bool _isAmidEvent;
    private bool _isComplete = true;

    /// <summary>The name of the event that <see cref="TryNext"/> has found.</summary>
    internal string Name => IsNamed ? _name.Text : "message";

    /// <summary>Tells names apart, as far as 64 bits do.</summary>
    internal ulong NameHash => _name.Hash;

    /// <summary>Whether the event has a name of its own.</summary>
    internal bool IsNamed => _name.Text.Length > 0;

    /// <summary>The id that stands in the event itself; null where none does.</summary>
    internal string? Id => _id.Text;

    /// <summary>The same in UTF-8, valid until the next call; empty where none does.</summary>
    internal ReadOnlySpan<byte> IdUtf8 => _id.Utf8;

    /// <summary>The id from which to go on: of this event or the last one that had any; empty where the service said so.</summary>
    internal string? LastId => _lastId.Text;

    /// <summary>The wait before connecting again that stands in the event itself.</summary>
    internal TimeSpan? Retry { get; private set; }

    /// <summary>The last such wait, also of a block without data.</summary>
    internal TimeSpan? LastRetry { get; private set; }

    /// <summary>The data, valid until the next call.</summary>
    internal ReadOnlySpan<byte> Data => _data.WrittenSpan;

    /// <summary>
    /// Whether an event, or a line, has begun and not ended. At the end of the body such an event is dropped.
    /// </summary>
    internal bool IsCut => _isAmidEvent || _lines.IsAmidLine;

    public void Dispose() => _lines.Dispose();

    /// <summary>Reads more of the body, after <see cref="TryNext"/> has found no further event.</summary>
    /// <returns>False at the end of the body.</returns>
    /// <exception cref="InvalidDataException">A line is longer than allowed.</exception>
    internal ValueTask<bool> FillAsync(CancellationToken cancellationToken) => _lines.FillAsync(cancellationToken);

    /// <summary>Goes to the next event.</summary>
    /// <returns>False when it has not arrived yet.</returns>
    /// <exception cref="InvalidDataException">An event is longer than allowed.</exception>
    internal bool TryNext()
    {
        if (_isComplete)
        {
            Start();
        }

        while (_lines.TryNext())
        {
            ReadOnlySpan<byte> line = _lines.Line;
            if (line.Length > 0)
            {
                _isAmidEvent = true;
                Take(line);
                continue;
            }

            EndBlock();
            if (_hasData)
            {
                _isComplete = true;
                return true;
            }

            Start();
        }

        return false;
    }

    private void Start()
    {
        _data.ResetWrittenCount();
        _hasData = false;
        _isComplete = false;
        _name.Clear();
        _id.Clear();
        Retry = null;
    }

    // The fields of a block count when it ends, with data or without.
    private void EndBlock()
    {
        _isAmidEvent = false;
        LastRetry = Retry ?? LastRetry;
        if (_id.IsKept)
        {
            _lastId.Set(_id.Utf8);
        }
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
            _name.Set(value);
        }
        else if (field.SequenceEqual("id"u8) && !value.Contains((byte)0))
        {
            _id.Set(value);
        }
        else if (field.SequenceEqual("retry"u8))
        {
            Retry = RetryField.Read(value) ?? Retry;
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
}
