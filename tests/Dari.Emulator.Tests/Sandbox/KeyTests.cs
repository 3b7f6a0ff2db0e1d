using System.Net;
using Dari.Emulator.Sandbox;

namespace Dari.Emulator.Tests.Sandbox;

/// <summary>API keys that accounts issue themselves.</summary>
public sealed class KeyTests
{
    [Fact]
    public async Task Keys_cannot_be_issued_by_default()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        using var account = fixture.Client(fixture.Emulator.SandboxAccountToken);

        var (status, json) = await fixture.SendAsync(HttpMethod.Post, "/v1/keys", new { name = "a" }, client: account);

        SandboxFixture.CheckFailure(HttpStatusCode.Forbidden, "feature_unavailable", status, json);
        await fixture.FailAsync(HttpStatusCode.Unauthorized, "unauthorized", HttpMethod.Get, "/v1/keys");
    }

    [Fact]
    public async Task A_key_works_until_it_is_revoked()
    {
        await using var fixture = await SandboxFixture.StartAsync(new SandboxOptions { SelfServiceKeys = true });
        using var account = fixture.Client(fixture.Emulator.SandboxAccountToken);

        var (_, issued) = await fixture.SendAsync(HttpMethod.Post, "/v1/keys", new { name = "a" }, client: account);
        var key = issued["key"]!.GetValue<string>();
        key.ShouldStartWith(issued["prefix"]!.GetValue<string>());
        (await StatusAsync(key)).ShouldBe(HttpStatusCode.OK);
        var (_, listed) = await fixture.SendAsync(HttpMethod.Get, "/v1/keys", client: account);
        listed.AsArray().Count.ShouldBe(1);
        listed.ToJsonString().ShouldNotContain(key);

        var (_, rotated) = await fixture.SendAsync(HttpMethod.Post, $"/v1/keys/{issued["id"]}/rotate", client: account);
        (await StatusAsync(key)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(rotated["key"]!.GetValue<string>())).ShouldBe(HttpStatusCode.OK);
        var (again, json) = await fixture.SendAsync(HttpMethod.Post, $"/v1/keys/{issued["id"]}/rotate", client: account);
        SandboxFixture.CheckFailure(HttpStatusCode.Conflict, "conflict", again, json);
        await fixture.SendAsync(HttpMethod.Delete, $"/v1/keys/{rotated["id"]}", client: account);
        (await StatusAsync(rotated["key"]!.GetValue<string>())).ShouldBe(HttpStatusCode.Unauthorized);

        async Task<HttpStatusCode> StatusAsync(string secret)
        {
            using var client = fixture.Client(secret);
            return (await fixture.SendAsync(HttpMethod.Get, "/v1/sandboxes", client: client)).Status;
        }
    }
}
