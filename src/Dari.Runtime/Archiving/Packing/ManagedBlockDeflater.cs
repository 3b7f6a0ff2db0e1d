using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using ICSharpCode.SharpZipLib.Zip.Compression;

namespace Dari.Archiving.Packing;

/// <summary>Compresses with managed code, whose bytes depend on nothing but its version.</summary>
internal sealed class ManagedBlockDeflater : BlockDeflater
{
    private const int Level = 6;

    private readonly ConcurrentBag<Deflater> _idle = [];

    internal override DeflatedBlock Deflate(ReadOnlyMemory<byte> block)
    {
        Deflater deflater = _idle.TryTake(out Deflater? idle) ? idle : new Deflater(Level, noZlibHeaderOrFooter: true);
        if (!MemoryMarshal.TryGetArray(block, out ArraySegment<byte> input))
        {
            input = block.ToArray();
        }

        DeflatedBlock result = DeflatedBlock.For(input.Count);
        deflater.SetInput(input.Array, input.Offset, input.Count);
        deflater.Flush();
        Drain(deflater, result);

        // A flush does not end with a whole byte. An empty stored block does, and level 0 writes one.
        deflater.SetLevel(Deflater.NO_COMPRESSION);
        deflater.Flush();
        Drain(deflater, result);
        deflater.Reset();
        deflater.SetLevel(Level);
        _idle.Add(deflater);
        return result;
    }

    private static void Drain(Deflater deflater, DeflatedBlock result)
    {
        int count;
        do
        {
            count = deflater.Deflate(result.Buffer, result.Length, result.Buffer.Length - result.Length);
            result.Length += count;
        }
        while (count > 0);
    }
}
