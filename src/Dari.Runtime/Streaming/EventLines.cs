using System.Buffers;

namespace Dari.Streaming;

/// <summary>Cuts the body of an event stream into lines.</summary>
internal sealed class EventLines(Stream stream, long longest) : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(16 * 1024);
    private int _lineStart;
    private int _lineEnd;
    private int _start;
    private int _searched;
    private int _end;
    private bool _isFirst = true;
    private bool _isAfterReturn;

    /// <summary>The line without its end, valid until more is read.</summary>
    internal ReadOnlySpan<byte> Line => _bytes.AsSpan(_lineStart, _lineEnd - _lineStart);

    /// <summary>Whether a line has begun and not ended.</summary>
    internal bool IsAmidLine => _start < _end;

    public void Dispose()
    {
        byte[] bytes = _bytes;
        _bytes = [];
        _lineStart = _lineEnd = _start = _searched = _end = 0;
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Reads more of the body, after <see cref="TryNext"/> has found no further line.</summary>
    /// <returns>False at the end of the body.</returns>
    /// <exception cref="InvalidDataException">A line is longer than allowed.</exception>
    internal async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_end - _start > longest)
        {
            throw new InvalidDataException($"A line is longer than {longest} bytes.");
        }

        MakeRoom();
        int read = await stream.ReadAsync(_bytes.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        return read > 0;
    }

    /// <summary>Goes to the next line.</summary>
    /// <returns>False when it has not arrived yet.</returns>
    internal bool TryNext()
    {
        // A line ends with its CR, not with the LF that may follow: who waited for that would hold events back.
        if (_isAfterReturn && _start < _end)
        {
            _start += _bytes[_start] == (byte)'\n' ? 1 : 0;
            _searched = Math.Max(_searched, _start);
            _isAfterReturn = false;
        }

        int found = _bytes.AsSpan(_searched, _end - _searched).IndexOfAny((byte)'\n', (byte)'\r');
        if (found < 0)
        {
            _searched = _end;
            return false;
        }

        int end = _searched + found;
        _isAfterReturn = _bytes[end] == (byte)'\r';
        _lineStart = _isFirst && _bytes.AsSpan(_start, end - _start).StartsWith("\uFEFF"u8) ? _start + 3 : _start;
        _lineEnd = end;
        _isFirst = false;
        _start = _searched = end + 1;
        return true;
    }

    private void MakeRoom()
    {
        byte[] old = _bytes;
        int kept = _end - _start;
        if (kept > old.Length / 2)
        {
            _bytes = ArrayPool<byte>.Shared.Rent(checked(old.Length * 2));
        }

        old.AsSpan(_start, kept).CopyTo(_bytes);
        if (old != _bytes)
        {
            ArrayPool<byte>.Shared.Return(old);
        }

        _searched -= _start;
        _end = kept;
        _start = 0;
    }
}
