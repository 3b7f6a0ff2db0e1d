using System.Buffers;

namespace Dari.Buffers;

/// <summary>Bytes that grow in arrays of the shared pool. One owner, one thread.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    private const int LeastSize = 4096;
    private byte[] _bytes;

    internal PooledBuffer(int expected = LeastSize) =>
        _bytes = ArrayPool<byte>.Shared.Rent(Math.Max(expected, LeastSize));

    internal int Length { get; private set; }

    /// <summary>Whether these are not all the bytes that there were.</summary>
    internal bool IsCut { get; set; }

    internal ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _bytes.Length - Length);
        Length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _bytes.AsSpan(Length);
    }

    public void Dispose()
    {
        byte[] bytes = _bytes;
        _bytes = [];
        Length = 0;
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private void Ensure(int sizeHint)
    {
        int least = Math.Max(sizeHint, 1);
        if (_bytes.Length - Length >= least)
        {
            return;
        }

        long wanted = Math.Max((long)Length + least, Math.Min(_bytes.Length * 2L, Array.MaxLength));
        byte[] larger = ArrayPool<byte>.Shared.Rent(checked((int)wanted));
        Written.CopyTo(larger);
        byte[] old = _bytes;
        _bytes = larger;
        if (old.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(old);
        }
    }
}
