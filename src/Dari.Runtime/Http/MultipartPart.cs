using System.Text;

namespace Dari.Http;

/// <summary>One part of a form: the text above its bytes, and the bytes.</summary>
internal sealed class MultipartPart
{
    internal MultipartPart(string name, string? fileName, string? contentType, ByteSource source)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        var head = new StringBuilder("Content-Disposition: form-data; name=").Append(Quoted(name));
        if (fileName is not null)
        {
            head.Append("; filename=").Append(Quoted(fileName));
        }

        if (contentType is not null)
        {
            head.Append("\r\nContent-Type: ").Append(HeaderText.MediaType(contentType));
        }

        Head = Encoding.UTF8.GetBytes(head.Append("\r\n\r\n").ToString());
        Source = source;
    }

    internal string Name { get; }

    /// <summary>The text of a text field; null for what else there is.</summary>
    internal string? Text { get; init; }

    internal byte[] Head { get; }

    internal ByteSource Source { get; }

    // The backslash stays: browsers send it so, and RFC 7578 advises against the escapes of RFC 2616.
    private static string Quoted(string text) =>
        "\"" + text.Replace("\"", "%22", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal) + "\"";
}
