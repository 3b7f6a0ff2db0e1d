namespace Dari.Emulator.Faults.Streams;

/// <summary>An answer with one bit flipped.</summary>
internal sealed class FlippedAnswer(Stream inner, long at) : AnswerStream(inner)
{
    private long _position;

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        long index = at - _position;
        _position += buffer.Length;
        if (index < 0 || index >= buffer.Length)
        {
            return Inner.WriteAsync(buffer, cancellationToken);
        }

        byte[] flipped = buffer.ToArray();
        flipped[index] ^= 1;
        return Inner.WriteAsync(flipped, cancellationToken);
    }
}
