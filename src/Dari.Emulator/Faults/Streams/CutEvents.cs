namespace Dari.Emulator.Faults.Streams;

/// <summary>A stream that ends after some events.</summary>
internal sealed class CutEvents(Stream inner, int left) : EventFrames(inner)
{
    private int _left = left;

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await base.FlushAsync(cancellationToken);
        if (_left == 0)
        {
            throw new AnswerCutException();
        }
    }

    protected override async Task WriteFrameAsync(byte[] frame, bool isEvent, CancellationToken cancellationToken)
    {
        await Inner.WriteAsync(frame, cancellationToken);
        if (isEvent && --_left == 0)
        {
            await FlushAsync(cancellationToken);
        }
    }
}
