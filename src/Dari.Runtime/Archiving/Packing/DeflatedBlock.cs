using System.Buffers;

namespace Dari.Archiving.Packing;

/// <summary>A compressed block in a borrowed buffer.</summary>
internal sealed class DeflatedBlock(int capacity) : IDisposable
{
    internal byte[] Buffer { get; private set; } = ArrayPool<byte>.Shared.Rent(capacity);

    internal int Length { get; set; }

    internal ReadOnlyMemory<byte> Bytes => Buffer.AsMemory(0, Length);

    // Blocks that cannot be compressed are stored, with a few bytes for each 16 KiB.
    internal static DeflatedBlock For(int length) => new(length + (length >> 7) + 1024);

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(Buffer);
        Buffer = [];
    }
}
