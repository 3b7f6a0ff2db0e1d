using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Dari.Emulator.Tests.Dari;

public sealed class AgentTests
{
    [Fact]
    public async Task Creating_by_a_known_name_publishes_a_version()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        string first = await dari.AgentAsync();
        string second = await dari.AgentAsync();

        second.ShouldBe(first);
        JsonObject list = await dari.GetAsync($"/v1/agents/{first}/versions");
        ((JsonArray)list["versions"]!).Select(static version => version!["is_active"]!.GetValue<bool>()).ShouldBe([false, true]);
        ((JsonArray)(await dari.GetAsync("/v1/agents"))["agents"]!).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Unknown_members_are_refused()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        string snapshot = await dari.SnapshotAsync(Bundles.Pack());

        JsonObject error = await dari.PostAsync("/v1/agents", new { source_snapshot_id = snapshot, name = "x" }, HttpStatusCode.UnprocessableEntity);

        error["detail"]![0]!["loc"]!.ToJsonString().ShouldBe("""["body","name"]""");
    }

    [Fact]
    public async Task A_version_keeps_its_files_when_the_snapshot_is_deleted()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        string snapshot = await dari.SnapshotAsync(Bundles.Pack());
        JsonObject agent = await dari.PostAsync("/v1/agents", new { source_snapshot_id = snapshot }, HttpStatusCode.Created);
        await dari.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"/v1/source-snapshots/{snapshot}"), HttpStatusCode.NoContent);

        string version = $"/v1/agents/{agent["id"]}/versions/{agent["version_id"]}";
        (await dari.GetAsync(version))["version"]!["agent_id"]!.GetValue<string>().ShouldBe(agent["id"]!.GetValue<string>());
        ((JsonArray)(await dari.GetAsync(version + "/bundle"))["files"]!).Count.ShouldBe(Bundles.Sources.Length + 1);
        (await dari.GetAsync(version + "/bundle/file?path=prompts/system.md"))["content"]!.GetValue<string>().ShouldBe("Be kind.");
        await dari.GetAsync(version + "/bundle/file?path=../x", HttpStatusCode.NotFound);
        await dari.GetAsync(version + "/bundle/file", HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_model_backend_is_a_new_version()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        string agent = await dari.AgentAsync();

        JsonObject changed = await dari.SendAsync(
            new HttpRequestMessage(HttpMethod.Put, $"/v1/agents/{agent}/model-backend") { Content = JsonContent.Create(new { kind = "router", router_id = "rtr_1" }) },
            HttpStatusCode.OK);

        (await dari.GetAsync($"/v1/agents/{agent}"))["active_version_id"]!.GetValue<string>().ShouldBe(changed["active_version_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_deleted_agent_is_hidden_and_takes_nothing_new()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        string agent = await dari.AgentAsync();
        string session = await dari.SessionAsync(agent);
        string snapshot = await dari.SnapshotAsync(Bundles.Pack());

        JsonObject deleted = await dari.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"/v1/agents/{agent}"), HttpStatusCode.OK);
        JsonObject again = await dari.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"/v1/agents/{agent}"), HttpStatusCode.OK);

        again["deleted_at"]!.GetValue<string>().ShouldBe(deleted["deleted_at"]!.GetValue<string>());
        ((JsonArray)(await dari.GetAsync("/v1/agents"))["agents"]!).ShouldBeEmpty();
        await dari.PostAsync($"/v1/agents/{agent}/sessions", null, HttpStatusCode.NotFound);
        await dari.PostAsync($"/v1/agents/{agent}/messages", Bundles.Say("hi"), HttpStatusCode.NotFound);
        await dari.PostAsync($"/v1/agents/{agent}/versions", new { source_snapshot_id = snapshot }, HttpStatusCode.NotFound);
        await dari.SayAsync(session, "hi", HttpStatusCode.Conflict);
        await dari.PostAsync($"/v1/sessions/{session}/messages", new { parts = Array.Empty<object>() }, HttpStatusCode.Conflict);
        (await dari.GetAsync($"/v1/sessions/{session}"))["status"]!.GetValue<string>().ShouldBe("idle");
    }

    [Fact]
    public async Task What_belongs_to_another_organization_is_forbidden_and_what_nobody_has_is_not_found()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        string agent = await dari.AgentAsync();
        string session = await dari.SessionAsync(agent);

        foreach (string path in new[] { $"agents/{agent}", $"sessions/{session}", $"sessions/{session}/transcript", $"sessions/{session}/workspace.zip", $"costs/sessions/{session}" })
        {
            await dari.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/v1/" + path), HttpStatusCode.Forbidden, dari.Foreign);
            await dari.GetAsync("/v1/" + path.Replace(session, "sess_none").Replace(agent, "agt_none"), HttpStatusCode.NotFound);
        }

        ((JsonArray)(await dari.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/v1/agents"), HttpStatusCode.OK, dari.Foreign))["agents"]!).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_credential_that_is_not_stored_stops_publishing()
    {
        await using DariFixture dari = await DariFixture.StartAsync(new EmulatorOptions { StoredCredentials = ["GITHUB_TOKEN"] });
        string snapshot = await dari.SnapshotAsync(Bundles.Pack());

        JsonObject error = await dari.PostAsync("/v1/agents", new { source_snapshot_id = snapshot }, HttpStatusCode.UnprocessableEntity);

        error["detail"]!.GetValue<string>().ShouldContain("ANTHROPIC_KEY");
    }
}
