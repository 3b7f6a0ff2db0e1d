using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;

namespace Dari.Http;

/// <summary>What is in a body that was packed with gzip.</summary>
internal sealed class GzipContent : HttpContent
{
    internal const string Encoding = "gzip";

    private const string ContentEncoding = "Content-Encoding";

    private readonly HttpContent _packed;

    private GzipContent(HttpContent packed)
    {
        _packed = packed;
        foreach ((string name, HeaderStringValues values) in packed.Headers.NonValidated)
        {
            Headers.TryAddWithoutValidation(name, values);
        }

        // Both were said of the packed bytes.
        Headers.ContentLength = null;
        string encodings = string.Join(", ", packed.Headers.ContentEncoding);
        Headers.Remove(ContentEncoding);
        if (encodings.LastIndexOf(',') is > 0 and var last)
        {
            Headers.TryAddWithoutValidation(ContentEncoding, encodings[..last]);
        }
    }

    /// <summary>Has the body of a response come as what is in it, where it is packed and nobody has unpacked it.</summary>
    internal static void Unpack(HttpResponseMessage response)
    {
        if (response.Content.Headers.NonValidated.TryGetValues(ContentEncoding, out HeaderStringValues encodings)
            && IsGzip(encodings.ToString()))
        {
            response.Content = new GzipContent(response.Content);
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

    // Encodings stand in the order in which they were applied.
    private static bool IsGzip(string encodings)
    {
        ReadOnlySpan<char> last = encodings.AsSpan(encodings.LastIndexOf(',') + 1).Trim();
        return last.Equals(Encoding, StringComparison.OrdinalIgnoreCase) || last.Equals("x-gzip", StringComparison.OrdinalIgnoreCase);
    }

    private static GZipStream Unpacked(Stream packed) => new(packed, CompressionMode.Decompress);
}
