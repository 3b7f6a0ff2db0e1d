namespace Dari.Archiving.Packing;

/// <summary>Passes the tar on as it is.</summary>
internal sealed class PlainSink(ArchiveOutput output) : ArchiveSink
{
    internal override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        output.WriteAsync(bytes, cancellationToken);

    internal override ValueTask FinishAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
