using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Dari.Emulator.Tests.Faults;

public sealed class AdminTests
{
    [Fact]
    public async Task Rules_are_added_listed_and_removed_over_http()
    {
        await using DariEmulator emulator = await DariEmulator.StartAsync(new EmulatorOptions { FaultAdmin = true });
        using var admin = new HttpClient { BaseAddress = emulator.FaultAdminUrl };
        using var dari = new HttpClient { BaseAddress = emulator.DariUrl };

        using HttpResponseMessage added = await admin.PostAsync("/faults", Json("""
            [{ "service": "dari", "operationId": "listAgents", "times": null,
               "fault": { "kind": "status", "status": 503, "retryAfterMs": 2000 } }]
            """));
        using HttpResponseMessage refused = await dari.GetAsync("/v1/agents");
        JsonNode rule = JsonNode.Parse(await admin.GetStringAsync("/faults"))![0]!;
        using HttpResponseMessage removed = await admin.DeleteAsync($"/faults/{rule["id"]}");
        using HttpResponseMessage again = await dari.GetAsync("/v1/agents");

        added.StatusCode.ShouldBe(HttpStatusCode.Created);
        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(2));
        rule["fired"]!.GetValue<int>().ShouldBe(1);
        rule["rule"]!["fault"]!["kind"]!.GetValue<string>().ShouldBe("status");
        removed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        again.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Wrong_rules_and_requests_from_a_browser_are_refused()
    {
        await using DariEmulator emulator = await DariEmulator.StartAsync(new EmulatorOptions { FaultAdmin = true });
        using var admin = new HttpClient { BaseAddress = emulator.FaultAdminUrl };
        using var foreign = new HttpRequestMessage(HttpMethod.Delete, "/faults");
        foreign.Headers.Add("Origin", "http://example.com");

        using HttpResponseMessage wrong = await admin.PostAsync("/faults", Json("""{ "fault": { "kind": "status", "status": 1 } }"""));
        using HttpResponseMessage stranger = await admin.SendAsync(foreign);
        using HttpResponseMessage unknown = await admin.DeleteAsync("/faults/fault_1");

        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await wrong.Content.ReadAsStringAsync()).ShouldContain("between 400 and 599");
        stranger.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Without_being_asked_there_is_no_such_address()
    {
        await using DariEmulator emulator = await DariEmulator.StartAsync();

        emulator.FaultAdminUrl.ShouldBeNull();
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
