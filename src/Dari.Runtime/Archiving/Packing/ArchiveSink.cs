namespace Dari.Archiving.Packing;

/// <summary>Takes the bytes of a tar, in order.</summary>
internal abstract class ArchiveSink : IAsyncDisposable
{
    internal abstract ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>Writes what is still held and the end.</summary>
    internal abstract ValueTask FinishAsync(CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}
