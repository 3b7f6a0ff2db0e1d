using System.Buffers;

namespace Dari.Streaming;

/// <summary>Cuts a stream into records: lines, or texts that each start with a record separator (RFC 7464).</summary>
internal sealed class LineReader(Stream stream, byte separator, long longest) : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(16 * 1024);
    private int _start;
    private int _searched;
    private int _end;
    private Range _record;
    private bool _isAtEnd;

    /// <summary>The record that <see cref="NextAsync"/> has found: never empty, valid until the next call.</summary>
    internal ReadOnlySpan<byte> Record => _bytes.AsSpan(_record).Trim(" \t\r\n"u8);

    public void Dispose()
    {
        byte[] bytes = _bytes;
        _bytes = [];
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Goes to the next record. Records of white space alone are passed over.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="InvalidDataException">A record is longer than allowed.</exception>
    internal async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            int found = _bytes.AsSpan(_searched, _end - _searched).IndexOf(separator);
            if (found < 0 && !_isAtEnd)
            {
                _searched = _end;
                await FillAsync(cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (found < 0 && _start == _end)
            {
                return false;
            }

            int end = found < 0 ? _end : _searched + found;
            _record = _start..end;
            _start = _searched = Math.Min(end + 1, _end);
            if (!Record.IsEmpty)
            {
                return true;
            }
        }
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_end - _start > longest)
        {
            throw new InvalidDataException($"A record is longer than {longest} bytes.");
        }

        MakeRoom();
        int read = await stream.ReadAsync(_bytes.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        _isAtEnd = read == 0;
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
