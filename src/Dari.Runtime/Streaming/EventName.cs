using System.IO.Hashing;
using System.Text;

namespace Dari.Streaming;

/// <summary>The name of an event. Streams have few different ones, so the last is kept: none costs a string an event.</summary>
internal sealed class EventName
{
    private byte[] _keptUtf8 = [];
    private string _kept = "";
    private ulong _keptHash;

    internal string Text { get; private set; } = "";

    /// <summary>Of the text; zero where there is none.</summary>
    internal ulong Hash { get; private set; }

    internal void Clear() => (Text, Hash) = ("", 0);

    internal void Set(ReadOnlySpan<byte> utf8)
    {
        if (!utf8.SequenceEqual(_keptUtf8))
        {
            _kept = Encoding.UTF8.GetString(utf8);
            _keptUtf8 = utf8.ToArray();
            _keptHash = XxHash3.HashToUInt64(utf8);
        }

        (Text, Hash) = (_kept, _keptHash);
    }
}
