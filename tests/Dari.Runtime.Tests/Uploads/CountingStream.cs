namespace Dari.Runtime.Tests.Uploads;

/// <summary>Bytes of which every read is counted; it can seek or not.</summary>
internal sealed class CountingStream(byte[] bytes, bool canSeek) : MemoryStream(bytes)
{
    public long BytesRead { get; private set; }

    public override bool CanSeek => canSeek;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = await base.ReadAsync(buffer, cancellationToken);
        BytesRead += count;
        return count;
    }
}
