using Dari.Http;
using Dari.Runtime.Tests.Loopback;

namespace Dari.Runtime.Tests.Http;

[Collection("environment")]
public sealed class AddressTests
{
    [Theory]
    [InlineData("", "/v1/pets/7")]
    [InlineData("/", "/v1/pets/7")]
    [InlineData("/api/v2", "/api/v2/v1/pets/7")]
    [InlineData("/api/v2/", "/api/v2/v1/pets/7")]
    public async Task Base_and_path_are_joined_with_one_slash(string basePath, string expected)
    {
        await using var server = LoopbackServer.Always(204);
        using ApiPipeline pipeline = Service.To(server, new() { BaseUrl = new Uri(server.Url, basePath) });

        await pipeline.SendAsync(Service.Get(), null, default);

        server.Requests.Single().Target.ShouldBe(expected);
    }

    [Fact]
    public async Task Dots_in_holes_do_not_climb()
    {
        await using var server = LoopbackServer.Always(204);
        using ApiPipeline pipeline = Service.To(server);
        string id = "..";

        await pipeline.SendAsync(new ApiRequest(HttpMethod.Get, $"/v1/pets/{id}/{id}/secrets"), null, default);

        server.Requests.Single().Target.ShouldBe("/v1/pets/%2E%2E/%2E%2E/secrets");
    }

    [Fact]
    public async Task The_http_client_and_the_document_come_last()
    {
        await using var server = LoopbackServer.Always(204);
        using var http = new HttpClient { BaseAddress = new Uri(server.Url, "/from-client/") };
        using var over = new ApiPipeline(Service.Description(baseUrl: "https://document.invalid"), http, null);
        await over.SendAsync(Service.Get(), null, default);
        using var document = new ApiPipeline(Service.Description(baseUrl: server.Url + "from-document"), null);
        await document.SendAsync(Service.Get(), null, default);
        await document.SendAsync(new ApiRequest(HttpMethod.Get, $"/x") { BaseUrl = "/other" }, null, default);
        await document.SendAsync(new ApiRequest(HttpMethod.Get, $"/x") { BaseUrl = server.Url + "own" }, null, default);
        await over.SendAsync(new ApiRequest(HttpMethod.Get, $"/x") { BaseUrl = "https://own.invalid" }, null, default);

        server.Requests.Select(static r => r.Target)
            .ShouldBe(["/from-client/v1/pets/7", "/from-document/v1/pets/7", "/other/x", "/own/x", "/from-client/x"]);
    }

    [Fact]
    public async Task A_service_nobody_names_cannot_be_called()
    {
        using var pipeline = new ApiPipeline(Service.Description(), null);

        var fault = await Should.ThrowAsync<InvalidOperationException>(
            () => pipeline.SendAsync(Service.Get(), null, default));

        fault.Message.ShouldContain("ClientOptions.BaseUrl");
        fault.Message.ShouldContain(Service.UrlVariable);
    }

    [Theory]
    [InlineData("ftp://h")]
    [InlineData("https://h/?q=1")]
    [InlineData("https://h/#f")]
    [InlineData("https://user:pass@h/")]
    [InlineData("/relative")]
    public void Bad_addresses_are_refused_without_being_quoted(string url) =>
        Should.Throw<InvalidOperationException>(() =>
            new ApiPipeline(
                Service.Description(), new ClientOptions { BaseUrl = new Uri(url, UriKind.RelativeOrAbsolute) }))
            .Message.ShouldNotContain("pass@");

    [Fact]
    public async Task Headers_of_client_operation_and_call_come_in_that_order()
    {
        await using var server = LoopbackServer.Always(204);
        using ApiPipeline pipeline = Service.To(
            server, new() { Headers = { ["X-A"] = "client", ["X-B"] = "client", ["X-C"] = "client" } });
        ApiRequest request = new(HttpMethod.Post, $"/x") { Content = ApiContent.Text("t"), Accept = "image/png" };
        request.AddHeader("X-B", "operation");
        request.AddHeader("X-C", "operation");
        request.AddHeader("Content-Language", "de");
        await pipeline.SendAsync(
            request, new() { Headers = { ["x-c"] = "call", ["Content-Type"] = "text/markdown" } }, default);

        LoopbackRequest sent = server.Requests.Single();
        (sent["X-A"], sent["X-B"], sent["X-C"]).ShouldBe(("client", "operation", "call"));
        (sent["Content-Type"], sent["Content-Language"], sent["Accept"]).ShouldBe(("text/markdown", "de", "image/png"));
        sent["User-Agent"]!.ShouldStartWith("TestClient Dari.Runtime/");
        await Should.ThrowAsync<ArgumentException>(() =>
            pipeline.SendAsync(request, new() { Headers = { ["X-D"] = "a\r\nX-Evil: 1" } }, default));
    }
}
