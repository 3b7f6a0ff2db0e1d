using System.IO.Compression;

namespace Dari.Archiving.Packing;

/// <summary>Compresses with the library of the runtime.</summary>
internal sealed class NativeBlockDeflater : BlockDeflater
{
    internal override DeflatedBlock Deflate(ReadOnlyMemory<byte> block)
    {
        DeflatedBlock result = DeflatedBlock.For(block.Length);

        // Room for the end that is written when the stream is closed, and not taken.
        using var target = new MemoryStream(result.Buffer);
        using var deflate = new DeflateStream(target, CompressionLevel.Optimal, leaveOpen: true);
        deflate.Write(block.Span);
        deflate.Flush();
        result.Length = (int)target.Position;
        return result;
    }
}
