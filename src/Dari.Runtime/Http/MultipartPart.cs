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

    private MultipartPart(MultipartPart other, byte[] head)
    {
        Name = other.Name;
        Text = other.Text;
        Source = other.Source;
        Head = head;
    }

    internal string Name { get; }

    /// <summary>The text of a text field; null for what else there is.</summary>
    internal string? Text { get; init; }

    internal byte[] Head { get; }

    internal ByteSource Source { get; }

    /// <summary>The same with a header more.</summary>
    internal MultipartPart With(string header, string value)
    {
        HeaderText.Check(header, value);
        return new MultipartPart(this, [.. Head.AsSpan(..^2), .. Encoding.UTF8.GetBytes($"{header}: {value}\r\n\r\n")]);
    }

    // The backslash stays: browsers send it so, and RFC 7578 advises against the escapes of RFC 2616.
    private static string Quoted(string text) =>
        "\"" + text.Replace("\"", "%22", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal) + "\"";
}
