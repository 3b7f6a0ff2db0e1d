using System.Net;
using System.Text;

namespace Dari.Http;

/// <summary>The handler of HTTP clients that are made here.</summary>
internal static class Handlers
{
    internal static SocketsHttpHandler Create() => new()
    {
        // The pipeline follows redirects itself: the handler would take header keys along to another origin.
        AllowAutoRedirect = false,
        UseCookies = false,

        // So that a service that moves to other addresses is found again.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
    };

    /// <summary>The same in a factory's chain, where handlers and callers of other code expect bodies that are unpacked.</summary>
    internal static SocketsHttpHandler CreateShared()
    {
        SocketsHttpHandler handler = Create();
        handler.AutomaticDecompression = DecompressionMethods.All;
        return handler;
    }

    internal static void Configure(HttpClient client)
    {
        // The pipeline has its own limits.
        client.Timeout = Timeout.InfiniteTimeSpan;
        client.DefaultRequestVersion = HttpVersion.Version20;
        client.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower;

        // In place of AutomaticDecompression, which puts Brotli into every program that is compiled ahead of time: a megabyte,
        // of which its dictionary is the larger part. Whoever packs at all packs with gzip.
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", GzipContent.Encoding);
    }
}
