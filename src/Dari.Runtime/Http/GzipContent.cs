using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;

namespace Dari.Http;

/// <summary>What is in a body that was packed with gzip.</summary>
internal sealed class GzipContent : HttpContent
{
    private readonly HttpContent _packed;

    internal GzipContent(HttpContent packed)
    {
        _packed = packed;
        foreach ((string name, HeaderStringValues values) in packed.Headers.NonValidated)
        {
            Headers.TryAddWithoutValidation(name, values);
        }

        // Both were said of the packed bytes.
        Headers.ContentLength = null;
        string[] others = [.. packed.Headers.ContentEncoding.SkipLast(1)];
        Headers.ContentEncoding.Clear();
        foreach (string encoding in others)
        {
            Headers.ContentEncoding.Add(encoding);
        }
    }

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) =>
        Unpacked(_packed.ReadAsStream(cancellationToken));

    protected override Task<Stream> CreateContentReadStreamAsync() => CreateContentReadStreamAsync(CancellationToken.None);

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
        Unpacked(await _packed.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        using Stream body = CreateContentReadStream(cancellationToken);
        body.CopyTo(stream);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Stream body = await CreateContentReadStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            await body.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _packed.Dispose();
        }

        base.Dispose(disposing);
    }

    private static GZipStream Unpacked(Stream packed) => new(packed, CompressionMode.Decompress);
}
