using System.Buffers;

namespace Dari.Runtime.Tests.Json;

/// <summary>Bytes as a connection may bring them: in two pieces.</summary>
internal static class Segments
{
    internal static ReadOnlySequence<byte> Cut(byte[] bytes, int cut)
    {
        var first = new Segment(bytes.AsMemory(0, cut));
        Segment last = first.Append(bytes.AsMemory(cut));
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        internal Segment(ReadOnlyMemory<byte> memory) => Memory = memory;

        internal Segment Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Segment(memory) { RunningIndex = RunningIndex + Memory.Length };
            Next = next;
            return next;
        }
    }
}
