using System.Buffers;
using System.Text;

namespace Dari.Http;

/// <summary>Percent-encoding (RFC 3986).</summary>
internal static class PercentText
{
    // Reserved characters that may stand in a query. "&" and "+" would change its meaning; "#", "[" and "]" may not
    // stand there.
    private const string ReservedInQuery = ":/?@!$'()*,;=";

    // Reserved characters that the paths of documents use literally.
    private const string ReservedInPath = ":/?@!$&'()*+,;=";

    /// <summary>What no encoding changes: unreserved characters (RFC 3986, section 2.3) and slashes.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Keeps only the unreserved characters: letters, digits and <c>-._~</c>.</summary>
    internal static string Encode(string text) => Uri.EscapeDataString(text);

    /// <summary>
    /// Keeps reserved characters too, and what is percent-encoded already (RFC 6570, reserved expansion).
    /// </summary>
    internal static string EncodeReserved(string text) => Encode(text, ReservedInQuery);

    /// <summary>For the fixed parts of a path.</summary>
    internal static string EncodeLiteral(string text) => Encode(text, ReservedInPath);

    private static string Encode(string text, string kept)
    {
        // Most texts have nothing that would be encoded.
        if (!text.AsSpan().ContainsAnyExcept(Plain))
        {
            return text;
        }

        var encoded = new StringBuilder(text.Length);
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            bool isEncoded = text[i] == '%' && i + 2 < text.Length
                && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]);
            if (isEncoded || kept.Contains(text[i], StringComparison.Ordinal))
            {
                encoded.Append(Encode(text[start..i])).Append(text[i]);
                start = i + 1;
            }
        }

        return encoded.Append(Encode(text[start..])).ToString();
    }
}
