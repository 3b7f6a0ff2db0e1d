using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Dari.Json;

public sealed partial class JsonOutput
{
    // Up to here three bytes a character are reserved, the most there can be; beyond, they are counted first.
    private const int FewCharacters = 4096;

    private static readonly SearchValues<byte> MustEscape = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Select(static code => (byte)code), (byte)'"', (byte)'\\']);

    internal void Text(string value) => Text(Value(Most(value)), value);

    internal void Text(ReadOnlySpan<byte> name, string value) => Text(Member(name, Most(value)), value);

    private static int Most(string value) =>
        checked((value.Length <= FewCharacters ? value.Length * 3 : Encoding.UTF8.GetByteCount(value)) + 2);

    private void Text(Span<byte> room, string value)
    {
        if (_heedsHtml
            ? PlainAscii<HtmlOthers>.TryWrite(value, room[1..])
            : PlainAscii<NoOthers>.TryWrite(value, room[1..]))
        {
            room[value.Length + 1] = (byte)'"';
            room[0] = (byte)'"';
            End(value.Length + 2);
            return;
        }

        OperationStatus status = Utf8.FromUtf16(value, room[1..], out _, out int length, replaceInvalidSequences: false);
        room[0] = (byte)'"';
        if (status != OperationStatus.Done)
        {
            _length++;
            HalfPairs(value);
        }
        else if (Escape(room.Slice(1, length)) is >= 0 and int first)
        {
            Escaped(room.Slice(1, length), first);
        }
        else
        {
            room[length + 1] = (byte)'"';
            End(length + 2);
        }
    }

    /// <returns>Where the first byte is that needs an escape; negative for none.</returns>
    private int Escape(ReadOnlySpan<byte> text) => _heedsHtml
        ? JavaScriptEncoder.Default.FindFirstCharacterToEncodeUtf8(text)
        : text.IndexOfAny(MustEscape);

    /// <param name="text">What stands behind the quote already.</param>
    /// <param name="first">From where on it must change.</param>
    private void Escaped(ReadOnlySpan<byte> text, int first)
    {
        int length = text.Length - first;
        byte[]? rented = length > 256 ? ArrayPool<byte>.Shared.Rent(length) : null;
        Span<byte> rest = rented ?? stackalloc byte[256];
        text[first..].CopyTo(rest);
        _length += first + 1;
        Encoded(rest[..length]);
        Append("\","u8);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private void Encoded(ReadOnlySpan<byte> text)
    {
        while (text.Length > 0)
        {
            int special = Escape(text);
            int plain = special < 0 ? text.Length : special;
            Append(text[..plain]);
            text = text[plain..];
            if (text.Length > 0)
            {
                text = text[Special(text)..];
            }
        }
    }

    /// <returns>How many bytes it was.</returns>
    private int Special(ReadOnlySpan<byte> text)
    {
        if (text[0] < 128)
        {
            Append(AsciiEscapes.Of(text[0], _heedsHtml));
            return 1;
        }

        // One character, of as many bytes as it has; two escapes where it is a pair in UTF-16.
        Rune.DecodeFromUtf8(text, out _, out int size);
        JavaScriptEncoder.Default.EncodeUtf8(text[..size], Room(12), out _, out int written);
        _length += written;
        return size;
    }

    // Half a surrogate pair has no form in UTF-8. As an escape it survives.
    private void HalfPairs(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            int plain = text.IndexOfAnyInRange('\uD800', '\uDFFF');
            plain = plain < 0 ? text.Length : plain;
            if (plain == 0 && Rune.DecodeFromUtf16(text, out _, out int size) == OperationStatus.Done)
            {
                plain = size;
            }

            Encoded(Encoding.UTF8.GetBytes(text[..plain].ToString()));
            text = text[plain..];
            if (plain == 0)
            {
                Append(Encoding.ASCII.GetBytes($"\\u{(int)text[0]:X4}"));
                text = text[1..];
            }
        }

        Append("\","u8);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        _length += bytes.Length;
    }
}
