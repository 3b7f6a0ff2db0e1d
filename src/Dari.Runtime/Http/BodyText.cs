using System.Text;

namespace Dari.Http;

/// <summary>Text of bodies, in whatever charset they come.</summary>
internal static class BodyText
{
    private static readonly string[] BinaryTypes =
    [
        "image/", "audio/", "video/", "font/",
        "application/octet-stream", "application/zip", "application/gzip", "application/pdf",
    ];

    internal static bool IsBinary(string? mediaType)
    {
        foreach (string type in BinaryTypes)
        {
            if (mediaType is not null && mediaType.StartsWith(type, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The bytes as UTF-8; themselves, unless the response names another charset.</summary>
    internal static ReadOnlySpan<byte> ToUtf8(Reply reply) =>
        Charset(reply.Charset) is { } charset && charset is not UTF8Encoding
            ? Encoding.UTF8.GetBytes(charset.GetString(reply.Body))
            : reply.Body;

    internal static string Decode(Reply reply, int longest = int.MaxValue)
    {
        ReadOnlySpan<byte> bytes = reply.Body;
        if (bytes.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        // Four bytes a character are the most that any charset needs.
        long most = Math.Min(bytes.Length, longest * 4L);
        string text = (Charset(reply.Charset) ?? Encoding.UTF8).GetString(bytes[..(int)most]);
        return text.Length > longest ? text[..longest] : text;
    }

    private static Encoding? Charset(string? name)
    {
        try
        {
            return string.IsNullOrWhiteSpace(name) ? null : Encoding.GetEncoding(name.Trim().Trim('"'));
        }
        catch (ArgumentException)
        {
            // A charset that this machine does not know; most likely it is UTF-8 under some name.
            return null;
        }
    }
}
