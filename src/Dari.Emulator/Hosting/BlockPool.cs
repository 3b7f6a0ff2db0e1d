using System.Buffers;
using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;

namespace Dari.Emulator.Hosting;

/// <summary>
/// Memory of connections in blocks of 64 KiB. A read of a socket fills one block at most: with the server's own blocks of
/// 4 KiB a file of 1 GiB takes 262,144 calls of the system.
/// </summary>
internal sealed class BlockPool : MemoryPool<byte>, IMemoryPoolFactory<byte>
{
    private const int BlockSize = 64 * 1024;

    // What a burst needed is not kept for ever.
    private const int MostKept = 256;

    private readonly ConcurrentBag<Block> _free = [];

    public override int MaxBufferSize => BlockSize;

    public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => new BlockPool();

    public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minBufferSize, BlockSize);
        return _free.TryTake(out Block? block) ? block : new Block(this);
    }

    protected override void Dispose(bool disposing) => _free.Clear();

    /// <summary>Pinned, since the system writes into it.</summary>
    private sealed class Block(BlockPool pool) : IMemoryOwner<byte>
    {
        public Memory<byte> Memory { get; } = GC.AllocateUninitializedArray<byte>(BlockSize, pinned: true);

        public void Dispose()
        {
            if (pool._free.Count < MostKept)
            {
                pool._free.Add(this);
            }
        }
    }
}
