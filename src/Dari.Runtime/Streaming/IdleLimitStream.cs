namespace Dari.Streaming;

/// <summary>
/// A body that is read as it arrives, and fails when nothing arrives for too long, or an item does not end.
/// </summary>
internal sealed class IdleLimitStream(
    Stream body, TimeSpan limit, string call, TimeProvider clock, CancellationToken caller) : Stream
{
    private long _read;

    /// <summary>The most bytes that may be read for one item.</summary>
    internal long LongestItem { get; init; } = long.MaxValue;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_read > LongestItem)
        {
            throw new InvalidDataException($"An item is longer than {LongestItem} bytes.");
        }

        using var idle = new CancellationTokenSource(limit, clock);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, caller, cancellationToken);
        try
        {
            int read = await body.ReadAsync(buffer, any.Token).ConfigureAwait(false);
            _read += read;
            return read;
        }
        catch (Exception exception)
            when (any.IsCancellationRequested && exception is OperationCanceledException or IOException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw caller.IsCancellationRequested
                ? new OperationCanceledException("The call was cancelled.", exception, caller)
                : new TimeoutException($"{call} sent nothing for {limit}.", exception);
        }
    }

    /// <summary>Starts to count anew.</summary>
    internal void StartItem() => _read = 0;

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await body.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body.Dispose();
        }

        base.Dispose(disposing);
    }
}
