using System.Text;

namespace Dari.Streaming;

/// <summary>The id of an event, in a buffer that is used again: a string is made only for who asks.</summary>
internal sealed class EventId
{
    /// <summary>In bytes of UTF-8. Longer ones would be a burden to keep, and no server takes them in a header.</summary>
    internal const int Longest = 1024;

    private byte[] _bytes = new byte[64];
    private int _length = -1;

    /// <summary>Null where there is none.</summary>
    internal string? Text => _length < 0 ? null : Encoding.UTF8.GetString(Utf8);

    internal ReadOnlySpan<byte> Utf8 => _bytes.AsSpan(0, Math.Max(_length, 0));

    /// <summary>Whether a connection may go on from it.</summary>
    internal bool IsKept => _length is >= 0 and <= Longest;

    internal void Clear() => _length = -1;

    internal void Set(ReadOnlySpan<byte> utf8)
    {
        if (_bytes.Length < utf8.Length)
        {
            _bytes = new byte[Math.Max(utf8.Length, _bytes.Length * 2)];
        }

        utf8.CopyTo(_bytes);
        _length = utf8.Length;
    }
}
