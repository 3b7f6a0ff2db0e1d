namespace Dari.Emulator.Faults.Streams;

/// <summary>A request's body with one bit flipped.</summary>
internal sealed class FlippedRequest(Stream inner, long at) : RequestStream(inner)
{
    private long _position;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await Inner.ReadAsync(buffer, cancellationToken);
        long index = at - _position;
        _position += read;
        if (index >= 0 && index < read)
        {
            buffer.Span[(int)index] ^= 1;
        }

        return read;
    }
}
