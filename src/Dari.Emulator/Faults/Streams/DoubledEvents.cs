namespace Dari.Emulator.Faults.Streams;

/// <summary>A stream with every event twice.</summary>
internal sealed class DoubledEvents(Stream inner) : EventFrames(inner)
{
    protected override async Task WriteFrameAsync(byte[] frame, bool isEvent, CancellationToken cancellationToken)
    {
        for (int copies = isEvent ? 2 : 1; copies > 0; copies--)
        {
            await Inner.WriteAsync(frame, cancellationToken);
        }
    }
}
