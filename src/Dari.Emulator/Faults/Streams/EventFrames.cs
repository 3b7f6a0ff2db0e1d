namespace Dari.Emulator.Faults.Streams;

/// <summary>Server-sent events, one at a time, whatever the pieces are in which they are written.</summary>
internal abstract class EventFrames(Stream inner) : AnswerStream(inner)
{
    private readonly MemoryStream _pending = new();

    public sealed override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _pending.Write(buffer.Span);
        while (Next() is { } frame)
        {
            await WriteFrameAsync(frame, IsEvent(frame), cancellationToken);
        }
    }

    /// <summary>Writes an event, or a frame that only holds comments or a time to wait.</summary>
    protected abstract Task WriteFrameAsync(byte[] frame, bool isEvent, CancellationToken cancellationToken);

    /// <summary>Takes the bytes up to the next empty line; the emulator ends its lines with a line feed.</summary>
    private byte[]? Next()
    {
        ReadOnlySpan<byte> pending = _pending.GetBuffer().AsSpan(0, (int)_pending.Length);
        int end = pending.IndexOf("\n\n"u8);
        if (end < 0)
        {
            return null;
        }

        byte[] frame = pending[..(end + 2)].ToArray();
        byte[] rest = pending[(end + 2)..].ToArray();
        _pending.SetLength(0);
        _pending.Write(rest);
        return frame;
    }

    private static bool IsEvent(ReadOnlySpan<byte> frame) => frame.StartsWith("data:"u8) || frame.IndexOf("\ndata:"u8) >= 0;
}
