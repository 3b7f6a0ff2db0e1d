using System.Security.Cryptography;

namespace Dari.Uploads.Sending;

/// <summary>A part that was read once, with the buffer that is its own until it is sent.</summary>
internal sealed class PartContent(int number, long offset, long length, byte[] buffer)
{
    private string? _sha256;

    internal int Number => number;

    internal long Offset => offset;

    internal long Length => length;

    internal byte[] Buffer => buffer;

    /// <summary>Whether the buffer holds all of it; else it passes through the buffer again when it is sent.</summary>
    internal bool IsHeld => length <= buffer.Length;

    /// <summary>Taken where it is needed, so that several parts are digested at once.</summary>
    internal string Sha256 => _sha256 ??= Hex.Lower(SHA256.HashData(buffer.AsSpan(0, (int)length)));

    /// <summary>For a part that is not held.</summary>
    internal void SetDigest(ReadOnlySpan<byte> sha256) => _sha256 = Hex.Lower(sha256);
}
