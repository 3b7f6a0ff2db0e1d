namespace Dari.Emulator.Faults.Streams;

/// <summary>An answer that ends after some bytes.</summary>
internal sealed class CutAnswer(Stream inner, long left) : AnswerStream(inner)
{
    private long _left = left;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length < _left)
        {
            await Inner.WriteAsync(buffer, cancellationToken);
            _left -= buffer.Length;
            return;
        }

        await Inner.WriteAsync(buffer[..(int)_left], cancellationToken);
        await Inner.FlushAsync(cancellationToken);
        throw new AnswerCutException();
    }
}
