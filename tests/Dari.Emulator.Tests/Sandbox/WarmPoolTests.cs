using System.Net;
using System.Text.Json.Nodes;
using Dari.Emulator.Sandbox;

namespace Dari.Emulator.Tests.Sandbox;

/// <summary>Warm pools and what creates take from them.</summary>
public sealed class WarmPoolTests
{
    [Fact]
    public async Task A_pool_warms_up_is_claimed_from_and_drains()
    {
        await using var fixture = await SandboxFixture.StartAsync(new SandboxOptions { WarmUpTime = TimeSpan.FromSeconds(60) });
        var pool = (await fixture.JsonAsync(
            HttpMethod.Post, "/v1/template-warm-pools", new { name = "web", template_ref = "base:latest", min_ready = 2, max_ready = 4 }))["id"]!.GetValue<string>();
        var path = $"/v1/template-warm-pools/{pool}";

        (await CountsAsync()).ShouldBe((2, 0, 2, 0, 0));
        (await CreateAsync("prefer"))["warm_pool_checkout"]!["hit"]!.GetValue<bool>().ShouldBeFalse();
        await fixture.FailAsync(
            HttpStatusCode.ServiceUnavailable, "warm_pool_unavailable", HttpMethod.Post, "/v1/sandboxes", new { warm_pool = new { id = pool, mode = "require" } });
        fixture.Clock.Advance(TimeSpan.FromSeconds(61));
        (await CountsAsync()).ShouldBe((2, 2, 0, 0, 0));
        var claimed = await CreateAsync("require");
        claimed["warm_pool_checkout"]!["hit"]!.GetValue<bool>().ShouldBeTrue();
        (await CountsAsync()).ShouldBe((2, 1, 1, 1, 0));
        await fixture.JsonAsync(HttpMethod.Post, $"{path}/reconcile");
        (await CountsAsync()).ShouldBe((2, 2, 0, 1, 0));
        await fixture.EmptyAsync(HttpMethod.Delete, $"/v1/sandboxes/{claimed["id"]}");
        (await CountsAsync()).ShouldBe((2, 2, 0, 0, 0));

        var drained = await fixture.JsonAsync(HttpMethod.Post, $"{path}/drain");
        (drained["state"]!.GetValue<string>(), drained["reason"]!.GetValue<string>()).ShouldBe(("draining", "drain_active"));
        (await CountsAsync()).ShouldBe((0, 0, 0, 0, 2));
        fixture.Clock.Advance(TimeSpan.FromSeconds(61));
        (await CountsAsync()).ShouldBe((0, 0, 0, 0, 0));
        (await fixture.JsonAsync(HttpMethod.Post, $"{path}/disable"))["state"]!.GetValue<string>().ShouldBe("disabled");
        (await fixture.JsonAsync(HttpMethod.Post, $"{path}/enable"))["state"]!.GetValue<string>().ShouldBe("enabled");
        (await CountsAsync()).ShouldBe((2, 0, 2, 0, 0));

        async Task<(int, int, int, int, int)> CountsAsync()
        {
            var counts = await fixture.JsonAsync(HttpMethod.Get, $"{path}/status");
            return (Count("target"), Count("ready"), Count("warming"), Count("claimed"), Count("draining"));

            int Count(string name) => counts[name]!.GetValue<int>();
        }

        Task<JsonNode> CreateAsync(string mode) =>
            fixture.JsonAsync(HttpMethod.Post, "/v1/sandboxes", new { warm_pool = new { id = pool, mode } });
    }

    [Fact]
    public async Task A_pool_is_changed_listed_and_deleted()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var pool = await fixture.JsonAsync(HttpMethod.Post, "/v1/template-warm-pools", new { name = "web", min_ready = 1, max_ready = 2 });
        var path = $"/v1/template-warm-pools/{pool["id"]}";

        var changed = await fixture.JsonAsync(HttpMethod.Patch, path, new { max_ready = 3, labels = new { a = "b" } });
        changed["min_ready"]!.GetValue<int>().ShouldBe(1);
        changed["max_ready"]!.GetValue<int>().ShouldBe(3);
        changed["rollout_generation"]!.GetValue<int>().ShouldBe(1);
        var rolled = await fixture.JsonAsync(HttpMethod.Patch, path, new { template_ref = "other" });
        rolled["rollout_generation"]!.GetValue<int>().ShouldBe(2);
        (await fixture.JsonAsync(HttpMethod.Get, "/v1/template-warm-pools")).AsArray().Count.ShouldBe(1);
        await fixture.FailAsync(HttpStatusCode.UnprocessableEntity, "invalid_fields", HttpMethod.Patch, path, new { max_ready = 0 });
        await fixture.EmptyAsync(HttpMethod.Delete, path);
        await fixture.FailAsync(HttpStatusCode.NotFound, "not_found", HttpMethod.Get, path);
    }
}
