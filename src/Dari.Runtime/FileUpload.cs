using System.Text;
using Dari.Http;

namespace Dari;

/// <summary>A file to send: its bytes, name and media type.</summary>
/// <remarks>
/// Made of bytes, of a path or of a stream that can seek, it can be sent again when a call is retried. A stream stays
/// open and
/// belongs to its owner.
/// </remarks>
public sealed class FileUpload
{
    private readonly ByteSource _source;

    /// <summary>Sends what is left in a stream.</summary>
    /// <param name="content">The stream. It is not closed.</param>
    /// <param name="fileName">The name that the service sees.</param>
    /// <param name="contentType">The media type; null: <c>application/octet-stream</c>.</param>
    /// <param name="length">The number of bytes, where the stream cannot tell and the service wants to know.</param>
    public FileUpload(Stream content, string fileName, string? contentType = null, long? length = null)
        : this(ByteSource.Of(content, length), fileName, contentType)
    {
    }

    private FileUpload(ByteSource source, string fileName, string? contentType)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        _source = source;
        FileName = fileName;
        ContentType = contentType is null ? null : HeaderText.MediaType(contentType);
    }

    /// <summary>The name that the service sees.</summary>
    public string FileName { get; }

    /// <summary>The media type, or null.</summary>
    public string? ContentType { get; }

    /// <summary>The number of bytes, or null when it is not known.</summary>
    public long? Length => _source.Length;

    /// <summary>Whether the bytes can be sent more than once.</summary>
    public bool IsRepeatable => _source.IsRepeatable;

    internal ByteSource Source => _source;

    /// <summary>Sends a file of this machine; it is opened when sent.</summary>
    /// <param name="path">The file.</param>
    /// <param name="contentType">The media type; null: <c>application/octet-stream</c>.</param>
    /// <returns>The file.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static FileUpload FromFile(string path, string? contentType = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string full = Path.GetFullPath(path);
        return File.Exists(full)
            ? new FileUpload(ByteSource.OfFile(full), Path.GetFileName(full), contentType)
            : throw new FileNotFoundException("There is no such file.", full);
    }

    /// <summary>Sends bytes.</summary>
    /// <param name="content">The bytes; they must not change before they are sent.</param>
    /// <param name="fileName">The name that the service sees.</param>
    /// <param name="contentType">The media type; null: <c>application/octet-stream</c>.</param>
    /// <returns>The file.</returns>
    public static FileUpload FromBytes(ReadOnlyMemory<byte> content, string fileName, string? contentType = null) =>
        new(ByteSource.Of(content), fileName, contentType);

    /// <summary>Sends text in UTF-8.</summary>
    /// <param name="content">The text.</param>
    /// <param name="fileName">The name that the service sees.</param>
    /// <param name="contentType">The media type.</param>
    /// <returns>The file.</returns>
    public static FileUpload FromText(string content, string fileName, string contentType = "text/plain; charset=utf-8")
    {
        ArgumentNullException.ThrowIfNull(content);
        return FromBytes(Encoding.UTF8.GetBytes(content), fileName, contentType);
    }
}
