using System.Net;

namespace Dari.Emulator.Tests.Sandbox;

/// <summary>Addresses of ports, and API keys.</summary>
public sealed class PreviewTests
{
    [Fact]
    public async Task Signed_addresses_leave_grants_behind()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var sandbox = await fixture.SandboxAsync(new { network = new { allow_public_traffic = false } });
        var ports = $"/v1/sandboxes/{sandbox}/ports";

        var host = await fixture.JsonAsync(HttpMethod.Post, $"/v1/sandboxes/{sandbox}/host", new { port = 8080 });
        host["url"]!.GetValue<string>().ShouldContain(host["host"]!.GetValue<string>());
        var url = await fixture.JsonAsync(HttpMethod.Post, $"{ports}/8081/signed-preview-url", new { expires_in_seconds = 60 });
        url["grant"]!["port"]!.GetValue<int>().ShouldBe(8081);
        url["access_token_transport"]!.GetValue<string>().ShouldBe("query");
        await fixture.JsonAsync(HttpMethod.Get, $"{ports}/8081/signed-preview-url");
        var target = await fixture.JsonAsync(
            HttpMethod.Post, $"{ports}/8082/preview-proxy-target", new { transports = new[] { "http" }, include_traffic_token_hint = true });
        target["traffic_access_required"]!.GetValue<bool>().ShouldBeTrue();
        target["traffic_access_header_name"]!.GetValue<string>().ShouldBe("x-nullspace-traffic-access-token");
        target["http_token"].ShouldNotBeNull();
        target.AsObject().ContainsKey("websocket_token").ShouldBeFalse();

        var grants = await fixture.JsonAsync(HttpMethod.Get, $"/v1/sandboxes/{sandbox}/preview-urls");
        grants["items"]!.AsArray().Select(grant => grant!["port"]!.GetValue<int>()).ShouldBe([8080, 8081, 8081, 8082]);
        (await fixture.JsonAsync(HttpMethod.Get, $"/v1/sandboxes/{sandbox}/preview-urls?port=8082"))["items"]!.AsArray().Count.ShouldBe(1);
        await fixture.FailAsync(HttpStatusCode.BadRequest, "invalid_request", HttpMethod.Get, $"{ports}/22/signed-preview-url");
        await fixture.FailAsync(HttpStatusCode.UnprocessableEntity, "invalid_fields", HttpMethod.Post, $"/v1/sandboxes/{sandbox}/host", new { port = 5901 });
        await fixture.FailAsync(
            HttpStatusCode.UnprocessableEntity, "invalid_fields", HttpMethod.Post, $"{ports}/80/signed-preview-url", new { expires_in_seconds = 59 });
    }
}
