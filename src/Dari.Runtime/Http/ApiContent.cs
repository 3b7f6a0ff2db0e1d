using System.Text;
using Dari.Idempotency.Requests;
using Dari.Json;

namespace Dari.Http;

/// <summary>The body of a request; gives each attempt a content of its own.</summary>
public abstract class ApiContent
{
    private protected ApiContent()
    {
    }

    /// <summary>Whether the body can be sent more than once, so that the call may be retried.</summary>
    public abstract bool IsRepeatable { get; }

    /// <summary>A value as JSON. It is written at once: later changes to it are not sent.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="contentType">The media type.</param>
    /// <returns>The body.</returns>
    public static ApiContent Json<T>(T value, WriteJson<T> write, string contentType = "application/json") =>
        new JsonBody(JsonText.ToUtf8(value, write), HeaderText.MediaType(contentType));

    /// <summary>Text in UTF-8.</summary>
    /// <param name="value">The text.</param>
    /// <param name="contentType">The media type; a text type without charset gets <c>charset=utf-8</c>.</param>
    /// <returns>The body.</returns>
    public static ApiContent Text(string value, string contentType = "text/plain")
    {
        ArgumentNullException.ThrowIfNull(value);
        bool isBare = contentType.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            && !contentType.Contains("charset=", StringComparison.OrdinalIgnoreCase);
        string type = HeaderText.MediaType(isBare ? contentType + "; charset=utf-8" : contentType);
        return new SourceBody(ByteSource.Of(Encoding.UTF8.GetBytes(value)), type);
    }

    /// <summary>What is left in a stream. The stream is not closed; it is sent again only if it can seek.</summary>
    /// <param name="content">The stream.</param>
    /// <param name="contentType">The media type.</param>
    /// <returns>The body.</returns>
    public static ApiContent Binary(Stream content, string contentType = "application/octet-stream") =>
        new SourceBody(ByteSource.Of(content, null), HeaderText.MediaType(contentType));

    /// <summary>
    /// Items as JSON, a line each, sent as they come. They are asked for once, so that the call is not retried.
    /// </summary>
    /// <typeparam name="T">One item.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="write">Writes one.</param>
    /// <param name="contentType">The media type; <c>application/json-seq</c> has a record separator before each.</param>
    /// <returns>The body.</returns>
    public static ApiContent JsonLines<T>(
        IAsyncEnumerable<T> items, WriteJson<T> write, string contentType = "application/x-ndjson") =>
        LinesBody.Of(items, write, contentType);

    /// <summary>A file, alone, without its name.</summary>
    /// <param name="file">The file.</param>
    /// <param name="contentType">The media type; null: that of the file, or <c>application/octet-stream</c>.</param>
    /// <returns>The body.</returns>
    public static ApiContent File(FileUpload file, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        string type = contentType ?? file.ContentType ?? "application/octet-stream";
        return new SourceBody(file.Source, HeaderText.MediaType(type));
    }

    internal abstract HttpContent Create();

    /// <summary>Adds what the body says to a digest, without one of its fields.</summary>
    internal abstract Task AddToAsync(RequestDigest digest, string? withoutField, CancellationToken cancellationToken);

    /// <summary>What the body says for a field.</summary>
    internal virtual BodyField Find(string field) => BodyField.None;

    /// <summary>The body with a field, unless it has it already.</summary>
    internal virtual ApiContent With(string field, string value) => this;
}
