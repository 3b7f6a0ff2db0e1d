using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Dari.Text;

namespace Dari.Json;

/// <summary>Text of strings and member names, also where half a surrogate pair is escaped.</summary>
/// <remarks>
/// JSON allows <c>"\ud800"</c>, and servers cut texts in the middle of a pair. Utf8JsonReader answers that with an
/// InvalidOperationException, which no caller expects, so such strings are unescaped here and survive.
/// </remarks>
internal static class JsonStrings
{
    /// <summary>Room for what is copied on the stack: names, and texts of a known form.</summary>
    internal const int FewBytes = 256;

    internal static string Read(ref Utf8JsonReader reader)
    {
        // Almost all texts are ASCII, which needs no decoder.
        if (!reader.ValueIsEscaped && !reader.HasValueSequence && AsciiText.Is(reader.ValueSpan))
        {
            return AsciiText.Of(reader.ValueSpan);
        }

        return Decode(ref reader);
    }

    private static string Decode(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return ReadLenient(in reader);
        }
    }

    /// <summary>Unescapes the text without an allocation.</summary>
    /// <returns>How many bytes it has; negative when there is no room for it, or it has half a surrogate pair.</returns>
    internal static int Copy(ref Utf8JsonReader reader, scoped Span<byte> room)
    {
        if ((reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length) > room.Length)
        {
            return -1;
        }

        try
        {
            return reader.CopyString(room);
        }
        catch (InvalidOperationException)
        {
            return -1;
        }
    }

    internal static byte[] Utf8(ref Utf8JsonReader reader) => Encoding.UTF8.GetBytes(Read(ref reader));

    internal static ReadOnlySpan<byte> Raw(in Utf8JsonReader reader) =>
        reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;

    /// <summary>Whether the string or name on which the reader stands is this one.</summary>
    internal static bool TextEquals(ref Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        if (!reader.ValueIsEscaped && !reader.HasValueSequence)
        {
            return reader.ValueSpan.SequenceEqual(text);
        }

        Span<byte> room = stackalloc byte[FewBytes];
        int length = Copy(ref reader, room);
        return (length < 0 ? Utf8(ref reader) : room[..length]).SequenceEqual(text);
    }

    private static string ReadLenient(in Utf8JsonReader reader)
    {
        string escaped;
        try
        {
            escaped = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Raw(in reader));
        }
        catch (ArgumentException)
        {
            throw JsonFault.Expected("text in UTF-8", "bytes that are not");
        }

        return Unescape(escaped);
    }

    // The reader has checked every escape already.
    private static string Unescape(string escaped)
    {
        var text = new StringBuilder(escaped.Length);
        for (int i = 0; i < escaped.Length; i++)
        {
            char c = escaped[i];
            if (c != '\\')
            {
                text.Append(c);
                continue;
            }

            char kind = escaped[++i];
            if (kind == 'u')
            {
                text.Append((char)ushort.Parse(
                    escaped.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                text.Append(kind switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => kind });
            }
        }

        return text.ToString();
    }
}
