using System.Net;
using System.Net.Http.Headers;

namespace Dari.Benchmarks.Calls;

/// <summary>Answers every request with the same bytes, without a network: what is left is what a client costs.</summary>
internal sealed class CannedHandler(HttpStatusCode status, string mediaType, byte[] body) : HttpMessageHandler
{
    private static readonly Uri Address = new("http://localhost");

    /// <summary>A client for one side alone.</summary>
    public HttpClient NewClient() => new(this, disposeHandler: false) { BaseAddress = Address };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            // As a connection would: the body is written out.
            await content.CopyToAsync(Stream.Null, cancellationToken);
        }

        var answer = new ByteArrayContent(body);
        answer.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return new HttpResponseMessage(status) { Content = answer, RequestMessage = request };
    }
}
