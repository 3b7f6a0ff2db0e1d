using Microsoft.AspNetCore.Connections;

namespace Dari.Emulator.Faults.Streams;

/// <summary>A request whose connection is reset after some bytes of its body.</summary>
internal sealed class DroppedRequest(FaultPoint point, Stream inner, long left) : RequestStream(inner)
{
    private long _left = left;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_left == 0 && buffer.Length > 0)
        {
            point.Reset();
            throw new ConnectionAbortedException("A fault dropped the request.");
        }

        int read = await Inner.ReadAsync(buffer[..(int)Math.Min(buffer.Length, _left)], cancellationToken);
        _left -= read;
        return read;
    }
}
