namespace Dari.Emulator.Sandbox.Commands;

/// <summary>Bytes on their way to a file or to the next command of a pipe.</summary>
internal sealed class ByteBuffer : IByteSink
{
    private readonly MemoryStream _bytes = new();

    /// <summary>All bytes so far.</summary>
    public byte[] ToArray() => _bytes.ToArray();

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (_bytes.Length + bytes.Length > ProcessOutput.Most)
        {
            throw new CommandFault("output too long");
        }

        _bytes.Write(bytes);
    }
}
