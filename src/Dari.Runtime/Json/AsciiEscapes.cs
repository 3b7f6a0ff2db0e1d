using System.Text;

namespace Dari.Json;

/// <summary>How characters of ASCII are escaped.</summary>
internal static class AsciiEscapes
{
    private static readonly byte[][] Codes = [.. Enumerable.Range(0, 128).Select(static c => Encoding.ASCII.GetBytes(Code((char)c)))];

    /// <param name="c">A byte below 128.</param>
    /// <param name="heedsHtml">Whether a quote is not to be seen, also behind a backslash.</param>
    internal static ReadOnlySpan<byte> Of(byte c, bool heedsHtml) => c == (byte)'"' && !heedsHtml ? "\\\""u8 : Codes[c];

    private static string Code(char c) => c switch
    {
        '\b' => "\\b",
        '\t' => "\\t",
        '\n' => "\\n",
        '\f' => "\\f",
        '\r' => "\\r",
        '\\' => "\\\\",
        _ => $"\\u{(int)c:X4}",
    };
}
