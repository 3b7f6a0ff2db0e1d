using System.Net;

namespace Dari.Http;

/// <summary>The body of one attempt, out of a source that outlives it.</summary>
internal sealed class SourceContent : HttpContent
{
    private readonly ByteSource _source;

    internal SourceContent(ByteSource source, string contentType)
    {
        _source = source;
        Headers.TryAddWithoutValidation("Content-Type", contentType);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        _source.CopyToAsync(stream, CancellationToken.None);

    protected override Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _source.CopyToAsync(stream, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = _source.Length ?? -1;
        return length >= 0;
    }
}
