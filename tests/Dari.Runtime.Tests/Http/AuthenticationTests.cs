using Dari.Http;
using Dari.Runtime.Tests.Json;
using Dari.Runtime.Tests.Loopback;

namespace Dari.Runtime.Tests.Http;

// The environment belongs to the process, so these tests do not run beside each other.
[Collection("environment")]
public sealed class AuthenticationTests : IDisposable
{
    private const string Body = """{"id":"p","age":1}""";
    private static readonly ApiSecurity Bearer = ApiSecurity.AnyOf(["bearer"]);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Service.KeyVariable, null);
        Environment.SetEnvironmentVariable(Service.UrlVariable, null);
    }

    [Fact]
    public async Task A_key_goes_where_the_scheme_says()
    {
        (await SendAsync("bearer", null))["Authorization"].ShouldBe("Bearer key/1");
        (await SendAsync("header", null))["X-Service-Key"].ShouldBe("key/1");
        (await SendAsync("cookie", null))["Cookie"].ShouldBe("a=%C3%A9; session=key%2F1");
        (await SendAsync("query", null)).Target.ShouldBe("/v1/pets/7?q=1&api_key=key%2F1");
        (await SendAsync("basic", Credential.Basic("us", "pa:ss")))["Authorization"].ShouldBe("Basic dXM6cGE6c3M=");
        (await SendAsync("header", Credential.ApiKey("other")))["X-Service-Key"].ShouldBe("other");
    }

    [Fact]
    public async Task The_first_set_that_is_complete_is_used()
    {
        var security = ApiSecurity.AnyOf([], ["basic"], ["query", "header"], ["header"]);
        await using var server = LoopbackServer.Always(200, Body);

        using ApiPipeline named = Service.To(
            server, new() { Credentials = { ["header"] = Credential.ApiKey("h") } }, security);
        await named.SendAsync(Service.Get(), PetJson.Read, null, default);
        using ApiPipeline both = Service.To(
            server, new() { ApiKey = "k", Credentials = { ["header"] = Credential.ApiKey("h") } }, security);
        await both.SendAsync(Service.Get(), PetJson.Read, null, default);
        using ApiPipeline nobody = Service.To(server, null, security);
        await nobody.SendAsync(Service.Get(), PetJson.Read, null, default);

        server.Requests[0]["X-Service-Key"].ShouldBe("h");
        server.Requests[0].Target.ShouldBe("/v1/pets/7");
        server.Requests[1].Target.ShouldBe("/v1/pets/7?api_key=k");
        server.Requests[1]["X-Service-Key"].ShouldBe("h");
        server.Requests[2]["X-Service-Key"].ShouldBeNull();
    }

    [Fact]
    public async Task Key_and_address_come_from_the_environment_when_options_are_silent()
    {
        await using var server = LoopbackServer.Always(200, Body);
        await using var other = LoopbackServer.Always(200, Body);
        Environment.SetEnvironmentVariable(Service.KeyVariable, " from-environment ");
        Environment.SetEnvironmentVariable(Service.UrlVariable, server.Url + "base/");
        using var http = new HttpClient { BaseAddress = other.Url };

        using var pipeline = new ApiPipeline(Service.Description(Bearer, "https://document.invalid"), http, null);
        await pipeline.SendAsync(Service.Get(), PetJson.Read, null, default);
        using ApiPipeline set = Service.To(other, new() { ApiKey = "from-options" }, Bearer);
        await set.SendAsync(Service.Get(), PetJson.Read, null, default);

        server.Requests.Single().Target.ShouldBe("/base/v1/pets/7");
        server.Requests.Single()["Authorization"].ShouldBe("Bearer from-environment");
        other.Requests.Single()["Authorization"].ShouldBe("Bearer from-options");
    }

    [Fact]
    public async Task Without_a_credential_nothing_is_sent()
    {
        await using var server = LoopbackServer.Always(200, Body);
        using ApiPipeline pipeline = Service.To(server, null, Bearer);

        var fault = await Should.ThrowAsync<InvalidOperationException>(
            () => pipeline.SendAsync(Service.Get(), PetJson.Read, null, default));

        fault.Message.ShouldContain("ClientOptions.ApiKey");
        fault.Message.ShouldContain(Service.KeyVariable);
        fault.Message.ShouldContain("GET /v1/pets/{} needs a credential for \"bearer\"");
        server.Requests.ShouldBeEmpty();
        var open = new ApiRequest(HttpMethod.Get, $"/open") { Security = ApiSecurity.None };
        await pipeline.SendAsync(open, null, default);
        server.Requests.Single()["Authorization"].ShouldBeNull();
    }

    [Fact]
    public async Task A_header_given_by_hand_is_a_credential_too()
    {
        await using var server = LoopbackServer.Always(401, """{"message":"Bad token by-hand"}""");
        using ApiPipeline pipeline = Service.To(server, new() { ApiKey = "k" }, Bearer);

        var fault = await Should.ThrowAsync<ApiException>(() => pipeline.SendAsync(
            Service.Get(), new RequestOptions { Headers = { ["authorization"] = "Bearer by-hand" } }, default));

        server.Requests.Single()["Authorization"].ShouldBe("Bearer by-hand");
        fault.Message.ShouldBe("GET /v1/pets/{} answered 401 (Unauthorized): Bad token [redacted]");
    }

    [Fact]
    public async Task A_token_is_asked_for_before_each_attempt()
    {
        int asked = 0;
        var token = Credential.Bearer(_ => new ValueTask<string>($"t{++asked}"));
        await using var server = LoopbackServer.InTurn(a => a.SendAsync(503, ""), a => a.SendAsync(200, Body));
        using ApiPipeline pipeline = Service.To(server, new() { Credentials = { ["bearer"] = token } }, Bearer);

        await pipeline.SendAsync(Service.Get(), PetJson.Read, null, default);

        server.Requests.Select(static r => r["Authorization"]).ShouldBe(["Bearer t1", "Bearer t2"]);
        token.ToString().ShouldNotContain("t2");
    }

    [Fact]
    public async Task A_credential_does_not_travel_in_the_open()
    {
        using var pipeline = new ApiPipeline(
            Service.Description(
                Bearer), new ClientOptions { BaseUrl = new Uri("http://service.invalid"), ApiKey = "k" });

        var fault = await Should.ThrowAsync<InvalidOperationException>(
            () => pipeline.SendAsync(Service.Get(), null, default));

        fault.Message.ShouldContain("AllowInsecureHttp");
        using var allowed = new ApiPipeline(Service.Description(Bearer), new ClientOptions
        {
            BaseUrl = new Uri("http://service.invalid"),
            ApiKey = "k",
            AllowInsecureHttp = true,
            MaxRetries = 0,
        });
        await Should.ThrowAsync<HttpRequestException>(() => allowed.SendAsync(Service.Get(), null, default));
    }

    [Fact]
    public void Mistakes_show_when_the_client_is_made()
    {
        Make(new()
        {
            Credentials = { ["nobody"] = Credential.ApiKey(
            "k") }
        }).ShouldContain("no security scheme \"nobody\"");
        Make(new() { Credentials = { ["basic"] = Credential.Bearer("k") } }).ShouldContain("Credential.Basic");
        Make(new() { Credentials = { ["bearer"] = Credential.Basic("u", "p") } }).ShouldContain("Credential.Bearer");
        Should.Throw<ArgumentException>(() => Credential.ApiKey("a\r\nb")).Message.ShouldNotContain("a\r");
        Should.Throw<ArgumentException>(() => Credential.Basic("a:b", "c"));

        static string Make(ClientOptions options) =>
            Should.Throw<ArgumentException>(() => new ApiPipeline(Service.Description(), options)).Message;
    }

    [Fact]
    public void Secrets_are_not_in_any_text()
    {
        Credential.Bearer("s3cret").ToString().ShouldNotContain("s3cret");
        Credential.ApiKey("s3cret").ToString().ShouldNotContain("s3cret");
        Credential.Basic("u", "s3cret").ToString().ShouldNotContain("s3cret");
    }

    private static async Task<LoopbackRequest> SendAsync(string scheme, Credential? credential)
    {
        await using var server = LoopbackServer.Always(200, Body);
        var options = new ClientOptions { ApiKey = "key/1" };
        if (credential is not null)
        {
            options.Credentials[scheme] = credential;
        }

        using ApiPipeline pipeline = Service.To(server, options, ApiSecurity.AnyOf([scheme]));
        ApiRequest request = Service.Get();
        request.AddQuery("q", "1");
        request.AddCookie("a", "é");
        await pipeline.SendAsync(request, PetJson.Read, null, default);
        return server.Requests.Single();
    }
}
