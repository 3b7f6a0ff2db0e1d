using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Dari.Json;

/// <summary>Text of strings and member names, also where half a surrogate pair is escaped.</summary>
/// <remarks>
/// JSON allows <c>"\ud800"</c>, and servers cut texts in the middle of a pair. Utf8JsonReader answers that with an
/// InvalidOperationException, which no caller expects, so such strings are unescaped here and survive.
/// </remarks>
internal static class JsonStrings
{
    internal static string Read(ref Utf8JsonReader reader)
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

    internal static byte[] Utf8(ref Utf8JsonReader reader) => Encoding.UTF8.GetBytes(Read(ref reader));

    internal static ReadOnlySpan<byte> Raw(in Utf8JsonReader reader) =>
        reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;

    /// <summary>Whether the string or name on which the reader stands is this one.</summary>
    internal static bool TextEquals(ref Utf8JsonReader reader, ReadOnlySpan<byte> text) =>
        reader.ValueIsEscaped || reader.HasValueSequence
            ? Utf8(ref reader).AsSpan().SequenceEqual(text)
            : reader.ValueSpan.SequenceEqual(text);

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
