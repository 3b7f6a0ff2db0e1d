namespace Dari.Emulator.Sandbox.Commands;

/// <summary>Where a command writes to.</summary>
internal interface IByteSink
{
    /// <summary>Takes some bytes.</summary>
    void Write(ReadOnlySpan<byte> bytes);
}
