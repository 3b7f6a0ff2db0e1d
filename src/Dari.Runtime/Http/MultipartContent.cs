using System.Net;
using System.Text;

namespace Dari.Http;

/// <summary>Writes a form. .NET's own content quotes names only sometimes and escapes file names by RFC 2047.</summary>
internal sealed class MultipartContent : HttpContent
{
    private readonly MultipartPart[] _parts;
    private readonly byte[] _delimiter;
    private readonly byte[] _end;

    internal MultipartContent(string mediaType, MultipartPart[] parts)
    {
        // 122 random bits: no content holds them by chance.
        string boundary = $"dari-{Guid.NewGuid():N}";
        _parts = parts;
        _delimiter = Encoding.ASCII.GetBytes($"--{boundary}\r\n");
        _end = Encoding.ASCII.GetBytes($"--{boundary}--\r\n");
        Headers.TryAddWithoutValidation("Content-Type", $"{mediaType}; boundary={boundary}");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        foreach (MultipartPart part in _parts)
        {
            await stream.WriteAsync(_delimiter, cancellationToken).ConfigureAwait(false);
            await stream.WriteAsync(part.Head, cancellationToken).ConfigureAwait(false);
            await part.Source.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
            await stream.WriteAsync("\r\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        }

        await stream.WriteAsync(_end, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _end.Length;
        foreach (MultipartPart part in _parts)
        {
            if (part.Source.Length is not { } bytes)
            {
                return false;
            }

            length += _delimiter.Length + part.Head.Length + bytes + 2;
        }

        return true;
    }
}
