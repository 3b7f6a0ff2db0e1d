using Dari.Uploads.Sources;

namespace Dari.Uploads.Sending;

/// <summary>The bytes of a part as the body of a request, from its buffer or through it.</summary>
internal sealed class PartStream(PartContent part, UploadSource source, Action<int> sent) : Stream
{
    private const int Slice = 256 * 1024;

    private long _position;

    /// <summary>What kept the source from being read; the connection reports it as its own failure.</summary>
    internal Exception? SourceError { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => part.Length;

    public override long Position
    {
        get => _position;
        set => _position = value >= 0 && value <= Length ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        while (_position < Length)
        {
            int count = (int)Math.Min(Math.Min(Slice, part.Buffer.Length), Length - _position);
            Memory<byte> slice = part.Buffer.AsMemory(part.IsHeld ? (int)_position : 0, count);
            await LoadAsync(slice, cancellationToken).ConfigureAwait(false);
            await destination.WriteAsync(slice, cancellationToken).ConfigureAwait(false);
            _position += count;
            sent(count);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = (int)Math.Min(buffer.Length, Length - _position);
        if (part.IsHeld)
        {
            part.Buffer.AsMemory((int)_position, count).CopyTo(buffer);
        }
        else
        {
            await LoadAsync(buffer[..count], cancellationToken).ConfigureAwait(false);
        }

        _position += count;
        sent(count);
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => _position,
        _ => Length,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private async ValueTask LoadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (part.IsHeld)
        {
            return;
        }

        try
        {
            await source.FillAsync(part.Offset + _position, buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            SourceError = error;
            throw;
        }
    }
}
