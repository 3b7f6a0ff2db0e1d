using System.Buffers;

namespace Dari.Json;

public sealed partial class JsonOutput : IBufferWriter<byte>
{
    private const int LeastSize = 4096;

    // A thread keeps one of this size, as System.Text.Json does; what is larger goes back to the pool.
    private const int LargestKept = 64 * 1024;

    [ThreadStatic]
    private static JsonOutput? _kept;

    private byte[] _bytes = [];
    private int _length;

    /// <summary>The value that was written, without the comma behind it.</summary>
    internal ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Math.Max(_length - 1, 0));

    /// <param name="heedsHtml">Whether the text may stand in HTML.</param>
    internal static JsonOutput Rent(bool heedsHtml = false)
    {
        JsonOutput output = _kept ?? new JsonOutput();
        _kept = null;
        output._heedsHtml = heedsHtml;
        return output;
    }

    internal void Return()
    {
        _length = 0;
        _depth = 0;
        if (_bytes.Length > LargestKept)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
        }

        _kept = this;
    }

    void IBufferWriter<byte>.Advance(int count) => _length += count;

    Memory<byte> IBufferWriter<byte>.GetMemory(int sizeHint)
    {
        Room(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(_length);
    }

    Span<byte> IBufferWriter<byte>.GetSpan(int sizeHint) => Room(Math.Max(sizeHint, 1));

    private Span<byte> Room(int most)
    {
        if (_bytes.Length - _length < most)
        {
            Grow(most);
        }

        return _bytes.AsSpan(_length);
    }

    private void Grow(int most)
    {
        long wanted = Math.Max((long)_length + most, Math.Min(_bytes.Length * 2L, Array.MaxLength));
        int size = checked((int)Math.Max(wanted, LeastSize));
        byte[] larger = size > LargestKept ? ArrayPool<byte>.Shared.Rent(size) : new byte[size];
        _bytes.AsSpan(0, _length).CopyTo(larger);
        if (_bytes.Length > LargestKept)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        _bytes = larger;
    }
}
