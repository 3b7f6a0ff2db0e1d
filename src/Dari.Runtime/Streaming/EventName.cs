using System.Text;

namespace Dari.Streaming;

/// <summary>The name of an event. Streams have few different ones, so the last is kept: none costs a string an event.</summary>
internal sealed class EventName
{
    private byte[] _keptUtf8 = [];
    private string _kept = "";

    internal string Text { get; private set; } = "";

    internal void Clear() => Text = "";

    internal void Set(ReadOnlySpan<byte> utf8)
    {
        if (!utf8.SequenceEqual(_keptUtf8))
        {
            _kept = Encoding.UTF8.GetString(utf8);
            _keptUtf8 = utf8.ToArray();
        }

        Text = _kept;
    }
}
