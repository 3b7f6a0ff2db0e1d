using System.Buffers;

namespace Dari.Streaming;

/// <summary>Cuts the body of an event stream into lines.</summary>
internal sealed class EventLines(Stream stream, long longest) : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(4096);
    private Range _line;
    private int _start;
    private int _searched;
    private int _end;
    private bool _isFirst = true;
    private bool _isAfterReturn;

    /// <summary>The line without its end, valid until the next call; at the end of the body what has not ended.</summary>
    internal ReadOnlySpan<byte> Line => _bytes.AsSpan(_line);

    public void Dispose()
    {
        byte[] bytes = _bytes;
        _bytes = [];
        _line = default;
        _start = _searched = _end = 0;
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Goes to the next line.</summary>
    /// <returns>False at the end of the body.</returns>
    /// <exception cref="InvalidDataException">A line is longer than allowed.</exception>
    internal async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        while (!Find())
        {
            if (_end - _start > longest)
            {
                throw new InvalidDataException($"A line is longer than {longest} bytes.");
            }

            MakeRoom();
            int read = await stream.ReadAsync(_bytes.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            _end += read;
            if (read == 0)
            {
                _line = _start.._end;
                return false;
            }
        }

        return true;
    }

    private bool Find()
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
        _line = (_isFirst && _bytes.AsSpan(_start, end - _start).StartsWith("\uFEFF"u8) ? _start + 3 : _start)..end;
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
