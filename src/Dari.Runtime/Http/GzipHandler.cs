namespace Dari.Http;

/// <summary>Asks for bodies in gzip, and unpacks them.</summary>
/// <remarks>
/// In place of <see cref="SocketsHttpHandler.AutomaticDecompression"/>, which puts Brotli into every program that is compiled ahead
/// of time: a megabyte, of which its dictionary is the larger part. What packs at all packs with gzip.
/// </remarks>
internal sealed class GzipHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const string AcceptEncoding = "Accept-Encoding";
    private const string Gzip = "gzip";

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Ask(request);
        return Unpack(base.Send(request, cancellationToken));
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Ask(request);
        return Unpack(await base.SendAsync(request, cancellationToken).ConfigureAwait(false));
    }

    // Who says which encodings to accept, "identity" for one, has said so.
    private static void Ask(HttpRequestMessage request)
    {
        if (!request.Headers.NonValidated.Contains(AcceptEncoding))
        {
            request.Headers.TryAddWithoutValidation(AcceptEncoding, Gzip);
        }
    }

    private static HttpResponseMessage Unpack(HttpResponseMessage response)
    {
        // Encodings stand in the order in which they were applied. What is packed otherwise was not asked for here.
        if (response.Content.Headers.NonValidated.Contains("Content-Encoding")
            && response.Content.Headers.ContentEncoding.LastOrDefault() is { } last
            && (last.Equals(Gzip, StringComparison.OrdinalIgnoreCase) || last.Equals("x-gzip", StringComparison.OrdinalIgnoreCase)))
        {
            response.Content = new GzipContent(response.Content);
        }

        return response;
    }
}
