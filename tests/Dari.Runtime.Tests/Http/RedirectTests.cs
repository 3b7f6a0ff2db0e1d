using Dari.Http;
using Dari.Runtime.Tests.Loopback;

namespace Dari.Runtime.Tests.Http;

public sealed class RedirectTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Keys_do_not_go_along_to_another_origin(int status)
    {
        await using var other = LoopbackServer.Always(200, "file");
        await using var server = LoopbackServer.Always(status, "", $"Location: {other.Url}signed?x=%2F");
        using ApiPipeline pipeline = Service.To(
            server,
            new()
            {
                Credentials = { ["header"] = Credential.ApiKey(
                    "k1"), ["cookie"] = Credential.ApiKey("k2"), ["bearer"] = Credential.Bearer("k3") },
                Headers = { ["X-Private"] = "k4" },
            },
            ApiSecurity.AnyOf(["header", "cookie", "bearer"]));

        (await pipeline.SendForTextAsync(Service.Get(), null, default)).ShouldBe("file");

        server.Requests.Single()["X-Service-Key"].ShouldBe("k1");
        LoopbackRequest followed = other.Requests.Single();
        followed.Target.ShouldBe("/signed?x=%2F");
        followed.Headers.Select(
            static h => h.Key).ShouldBe(["Host", "Accept", "User-Agent", "Accept-Encoding"], ignoreOrder: true);
        followed.Headers.ShouldNotContain(static h => h.Value.Contains("k1") || h.Value.Contains("k4"));
    }

    [Fact]
    public async Task Within_the_origin_the_call_goes_on_as_it_was()
    {
        await using var server = new LoopbackServer((request, answer) => request.Target == "/v1/pets/7"
            ? answer.SendAsync(302, "", "Location: ../moved?to=here")
            : answer.SendAsync(200, "here"));
        using ApiPipeline pipeline = Service.To(server, new() { ApiKey = "k" }, ApiSecurity.AnyOf(["header"]));

        (await pipeline.SendForTextAsync(
            Service.Get(), RequestOptions.Capture(out ResponseMetadata response), default)).ShouldBe("here");

        server.Requests[1].Target.ShouldBe("/v1/moved?to=here");
        server.Requests[1]["X-Service-Key"].ShouldBe("k");
        response.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task A_post_is_not_sent_elsewhere()
    {
        await using var server = LoopbackServer.Always(307, "", "Location: /else");
        using ApiPipeline pipeline = Service.To(server);

        var fault = await Should.ThrowAsync<ApiException>(() =>
            pipeline.SendAsync(
                new ApiRequest(HttpMethod.Post, $"/x") { Content = ApiContent.Text("secret") }, null, default));

        ((int)fault.StatusCode).ShouldBe(307);
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("/v1/pets/7")]
    [InlineData("ftp://h/x")]
    [InlineData("http://[")]
    public async Task Circles_and_odd_places_are_errors(string location)
    {
        await using var server = LoopbackServer.Always(302, "", $"Location: {location}");
        using ApiPipeline pipeline = Service.To(server);

        var fault = await Should.ThrowAsync<ApiException>(() => pipeline.SendAsync(Service.Get(), null, default));

        ((int)fault.StatusCode).ShouldBe(302);
        server.Requests.Count.ShouldBe(location.StartsWith('/') ? 11 : 1);
    }
}
