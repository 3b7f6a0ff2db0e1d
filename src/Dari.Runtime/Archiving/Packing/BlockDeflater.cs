namespace Dari.Archiving.Packing;

/// <summary>
/// Compresses blocks so that they can be joined to one deflate stream. Used by several threads at once.
/// </summary>
internal abstract class BlockDeflater
{
    /// <summary>Compresses a block on its own; the result ends with a whole byte and is not the last.</summary>
    internal abstract DeflatedBlock Deflate(ReadOnlyMemory<byte> block);
}
