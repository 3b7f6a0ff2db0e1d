using System.Buffers;
using System.Buffers.Binary;
using ICSharpCode.SharpZipLib.Checksum;

namespace Dari.Archiving.Packing;

/// <summary>
/// One gzip member (RFC 1952) whose blocks are compressed in parallel. Their size is fixed, so that the bytes do not
/// depend on the number of cores.
/// </summary>
internal sealed class GzipSink : ArchiveSink
{
    private const int BlockSize = 512 * 1024;

    // No name, no time, unknown system.
    private static readonly byte[] Header = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF];

    private readonly ArchiveOutput _output;
    private readonly BlockDeflater _deflater;
    private readonly Queue<Task<DeflatedBlock>> _running = new();
    private readonly int _parallel = Math.Clamp(Environment.ProcessorCount, 1, 16);
    private readonly Crc32 _checksum = new();
    private byte[] _block = ArrayPool<byte>.Shared.Rent(BlockSize);
    private int _filled;
    private uint _length;
    private bool _isStarted;

    internal GzipSink(ArchiveOutput output, BlockDeflater deflater)
    {
        _output = output;
        _deflater = deflater;
    }

    internal override async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            int count = Math.Min(bytes.Length, BlockSize - _filled);
            bytes.Span[..count].CopyTo(_block.AsSpan(_filled));
            _filled += count;
            bytes = bytes[count..];
            if (_filled == BlockSize)
            {
                await StartBlockAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    internal override async ValueTask FinishAsync(CancellationToken cancellationToken)
    {
        await StartBlockAsync(cancellationToken).ConfigureAwait(false);
        while (_running.Count > 0)
        {
            await WriteBlockAsync(cancellationToken).ConfigureAwait(false);
        }

        // An empty last block, the checksum and the length modulo 2^32.
        byte[] end = [3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(2), (uint)_checksum.Value);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(6), _length);
        await _output.WriteAsync(end, cancellationToken).ConfigureAwait(false);
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (Task<DeflatedBlock> task in _running)
        {
            // After a failure the others still hold buffers; theirs is not the error to report.
            await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (task.IsCompletedSuccessfully)
            {
                task.Result.Dispose();
            }
        }

        _running.Clear();
        ArrayPool<byte>.Shared.Return(_block);
        _block = [];
    }

    private async ValueTask StartBlockAsync(CancellationToken cancellationToken)
    {
        if (_filled == 0)
        {
            return;
        }

        byte[] block = _block;
        int length = _filled;
        _checksum.Update(new ArraySegment<byte>(block, 0, length));
        _length += (uint)length;
        _running.Enqueue(Task.Run(() => Deflate(block, length), CancellationToken.None));
        _block = ArrayPool<byte>.Shared.Rent(BlockSize);
        _filled = 0;
        while (_running.Count > _parallel)
        {
            await WriteBlockAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private DeflatedBlock Deflate(byte[] block, int length)
    {
        DeflatedBlock result = _deflater.Deflate(block.AsMemory(0, length));
        ArrayPool<byte>.Shared.Return(block);
        return result;
    }

    private async ValueTask WriteBlockAsync(CancellationToken cancellationToken)
    {
        if (!_isStarted)
        {
            _isStarted = true;
            await _output.WriteAsync(Header, cancellationToken).ConfigureAwait(false);
        }

        using DeflatedBlock block = await _running.Dequeue().ConfigureAwait(false);
        await _output.WriteAsync(block.Bytes, cancellationToken).ConfigureAwait(false);
    }
}
