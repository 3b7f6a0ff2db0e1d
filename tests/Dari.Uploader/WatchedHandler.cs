using System.Net;
using System.Security.Cryptography;

namespace Dari.Uploader;

/// <summary>Writes down which body went out under which key, and dies around requests.</summary>
internal sealed class WatchedHandler(Death death, string log) : DelegatingHandler(new SocketsHttpHandler())
{
    private static readonly Lock Gate = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.TryGetValues("Idempotency-Key", out IEnumerable<string>? keys))
        {
            byte[] body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            string line = $"{request.RequestUri!.AbsolutePath} {keys.Single()} {Convert.ToHexString(SHA256.HashData(body))}\n";
            lock (Gate)
            {
                File.AppendAllText(log, line);
            }
        }

        death.Pass("request");
        if (request.Method == HttpMethod.Put && death.IsDue("middle"))
        {
            request.Content = new TornContent(request.Content!);
        }

        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        death.Pass("response");
        return response;
    }

    /// <summary>Dies when half of the bytes are out.</summary>
    private sealed class TornContent : HttpContent
    {
        private readonly HttpContent _content;

        public TornContent(HttpContent content)
        {
            _content = content;
            foreach ((string name, IEnumerable<string> values) in content.Headers)
            {
                Headers.TryAddWithoutValidation(name, values);
            }
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            byte[] bytes = await _content.ReadAsByteArrayAsync();
            await stream.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
            await stream.FlushAsync();
            Death.Now();
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _content.Headers.ContentLength ?? -1;
            return length >= 0;
        }
    }
}
