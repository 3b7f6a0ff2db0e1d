using System.IO.Compression;
using System.Text;
using Dari.Http;
using Dari.Runtime.Tests.Loopback;
using Microsoft.Extensions.DependencyInjection;

namespace Dari.Runtime.Tests.Http;

public sealed class DependencyInjectionTests
{
    [Fact]
    public async Task A_client_is_made_over_the_factory_and_keeps_its_keys()
    {
        await using var other = LoopbackServer.Always(200, "other");
        await using var server = LoopbackServer.Always(302, "", $"Location: {other.Url}");
        var services = new ServiceCollection();
        IHttpClientBuilder builder = services.AddApiClient<IPets, Pets>(
            static (http, options) => new Pets(http, options),
            options =>
            {
                options.BaseUrl = server.Url;
                options.ApiKey = "k";
            });
        builder.AddHttpMessageHandler(static () => new Stamp());
        using ServiceProvider provider = services.BuildServiceProvider();

        (await provider.GetRequiredService<IPets>().GetAsync()).ShouldBe("other");

        server.Requests.Single()["X-Service-Key"].ShouldBe("k");
        server.Requests.Single()["X-Stamp"].ShouldBe("1");
        other.Requests.Single()["X-Service-Key"].ShouldBeNull();
        provider.GetRequiredService<IPets>().ShouldNotBeSameAs(provider.GetRequiredService<IPets>());
    }

    [Fact]
    public async Task Other_handlers_of_the_factory_see_bodies_that_are_unpacked()
    {
        await using var server = LoopbackServer.InTurn(a => a.SendAsync(200, Packed("text"), "Content-Encoding: gzip"));
        var services = new ServiceCollection();
        var seen = new List<string>();
        services.AddApiClient<IPets, Pets>(
            static (http, options) => new Pets(http, options),
            options =>
            {
                options.BaseUrl = server.Url;
                options.ApiKey = "k";
            }).AddHttpMessageHandler(() => new Look(seen));
        using ServiceProvider provider = services.BuildServiceProvider();

        (await provider.GetRequiredService<IPets>().GetAsync()).ShouldBe("text");

        seen.ShouldBe(["text"]);
    }

    private static byte[] Packed(string text)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private interface IPets
    {
        Task<string> GetAsync();
    }

    private sealed class Pets(HttpClient http, ClientOptions options) : IPets
    {
        private readonly ApiPipeline _pipeline = new(Service.Description(ApiSecurity.AnyOf(["header"])), http, options);

        public Task<string> GetAsync() => _pipeline.SendForTextAsync(Service.Get(), null, default);
    }

    private sealed class Look(List<string> seen) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            seen.Add(await response.Content.ReadAsStringAsync(cancellationToken));
            return response;
        }
    }

    private sealed class Stamp : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Stamp", "1");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
