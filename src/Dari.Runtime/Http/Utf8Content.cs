using System.Net;

namespace Dari.Http;

/// <summary>The body of one attempt, out of bytes that are there already.</summary>
internal sealed class Utf8Content : HttpContent
{
    private readonly byte[] _utf8;

    internal Utf8Content(byte[] utf8, string contentType)
    {
        _utf8 = utf8;
        Headers.TryAddWithoutValidation("Content-Type", contentType);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        stream.WriteAsync(_utf8, cancellationToken).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = _utf8.Length;
        return true;
    }
}
