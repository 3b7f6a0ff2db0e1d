using Dari.Uploads.Tickets;

namespace Dari.Uploads.Sources;

/// <summary>A short stream that was spooled.</summary>
internal sealed class MemorySource(ReadOnlyMemory<byte> bytes)
    : UploadSource(new SourceIdentity(SourceKind.Stream, null, bytes.Length))
{
    protected override ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        int count = (int)Math.Min(buffer.Length, bytes.Length - offset);
        bytes.Slice((int)offset, count).CopyTo(buffer);
        return ValueTask.FromResult(count);
    }
}
