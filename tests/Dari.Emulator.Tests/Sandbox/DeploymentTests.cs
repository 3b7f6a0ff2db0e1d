using System.Net;
using System.Text.Json.Nodes;
using Dari.Emulator.Sandbox;

namespace Dari.Emulator.Tests.Sandbox;

/// <summary>Agent deployments: versions, runs and services.</summary>
public sealed class DeploymentTests
{
    private static readonly SandboxOptions Slow = new() { AgentStageTime = TimeSpan.FromSeconds(10) };

    [Fact]
    public async Task A_run_goes_through_its_stages_and_has_outputs()
    {
        await using var fixture = await SandboxFixture.StartAsync(Slow);
        var deployment = await DeploymentAsync(fixture, "job");
        var version = await VersionAsync(
            fixture, deployment, new { entrypoint = "cat in.txt > out/result.txt && echo done", install = new[] { "mkdir", "out" } });
        version["status"]!.GetValue<string>().ShouldBe("ready");
        version["bundle_manifest"]!["file_count"]!.GetValue<int>().ShouldBe(1);
        version["bundle_manifest"]!["entries"]![0]!["path"]!.GetValue<string>().ShouldBe("in.txt");

        var run = await fixture.JsonAsync(
            HttpMethod.Post, $"{deployment}/runs", new { input = new { a = 1 }, envs = new { SECRET = "hidden" } }, "run-key");

        run["idempotency_key"]!.GetValue<string>().ShouldBe("run-key");
        run.ToJsonString().ShouldNotContain("hidden");
        var path = $"{deployment}/runs/{run["id"]}";
        var stages = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            stages.Add((await fixture.JsonAsync(HttpMethod.Get, path))["status"]!.GetValue<string>());
            fixture.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        stages.ShouldBe(["queued", "starting", "installing", "running"]);
        var ended = await SandboxFixture.UntilAsync(
            () => fixture.JsonAsync(HttpMethod.Get, path), answer => answer["completed_at"] is not null);
        ended["status"]!.GetValue<string>().ShouldBe("succeeded", ended.ToJsonString());
        ended["exit_code"]!.GetValue<int>().ShouldBe(0);
        ended["input"]!["a"]!.GetValue<int>().ShouldBe(1);
        var outputs = await fixture.JsonAsync(HttpMethod.Get, $"{path}/outputs");
        outputs["outputs"]!.AsArray().Count.ShouldBe(1);
        outputs["outputs"]![0]!["path"]!.GetValue<string>().ShouldBe("out/result.txt");
        outputs["outputs"]![0]!["size"]!.GetValue<int>().ShouldBe(5);
        (await fixture.JsonAsync(HttpMethod.Get, $"/v1/sandboxes/{ended["sandbox_id"]}"))["status"]!.GetValue<string>().ShouldBe("destroyed");
    }

    [Theory]
    [InlineData("exit 3", "exit code 3", 3)]
    [InlineData(null, "no entrypoint", null)]
    public async Task A_run_fails_with_its_reason(string? entrypoint, string reason, int? exitCode)
    {
        await using var fixture = await SandboxFixture.StartAsync(new SandboxOptions { AgentStageTime = TimeSpan.Zero });
        var deployment = await DeploymentAsync(fixture, "job");
        var config = new JsonObject();
        if (entrypoint is not null)
        {
            config["entrypoint"] = entrypoint;
        }

        await VersionAsync(fixture, deployment, config);
        var run = await fixture.JsonAsync(HttpMethod.Post, $"{deployment}/runs", new { retain_on_failure = true });

        var ended = await SandboxFixture.UntilAsync(
            () => fixture.JsonAsync(HttpMethod.Get, $"{deployment}/runs/{run["id"]}"), answer => answer["completed_at"] is not null);

        ended["status"]!.GetValue<string>().ShouldBe("failed");
        ended["failure_reason"]!.GetValue<string>().ShouldBe(reason);
        ((int?)ended["exit_code"]).ShouldBe(exitCode);
        if (ended["sandbox_id"] is { } sandbox)
        {
            (await fixture.JsonAsync(HttpMethod.Get, $"/v1/sandboxes/{sandbox}"))["status"]!.GetValue<string>().ShouldBe("running");
        }
    }

    [Fact]
    public async Task A_bundle_has_to_be_what_it_is_said_to_be()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var deployment = await DeploymentAsync(fixture, "job");
        await fixture.FailAsync(HttpStatusCode.Conflict, "conflict", HttpMethod.Post, $"{deployment}/runs", new { });
        var tar = TarBytes.Of(("a", "a"));
        var digest = "sha256:" + UploadClient.Digest(tar);
        var version = await fixture.JsonAsync(HttpMethod.Post, $"{deployment}/versions", new { bundle_manifest = new { bundle_digest = digest } });
        var bundle = $"{deployment}/versions/{version["id"]}/bundle";

        var (status, json) = await PutAsync(fixture, bundle, tar, "sha256:" + UploadClient.Digest([1]));
        SandboxFixture.CheckFailure(HttpStatusCode.UnprocessableEntity, "invalid_fields", status, json);
        (status, json) = await PutAsync(fixture, bundle, TarBytes.Of(("a", "b")), null);
        SandboxFixture.CheckFailure(HttpStatusCode.UnprocessableEntity, "invalid_fields", status, json);
        (await PutAsync(fixture, bundle, tar, digest)).Status.ShouldBe(HttpStatusCode.OK);
        (await PutAsync(fixture, bundle, tar, digest[7..])).Status.ShouldBe(HttpStatusCode.OK);

        var open = await fixture.JsonAsync(HttpMethod.Post, $"{deployment}/versions", new { });
        open["version_number"]!.GetValue<int>().ShouldBe(2);
        (status, json) = await PutAsync(
            fixture, $"{deployment}/versions/{open["id"]}/bundle", TarBytes.Of(("../x", "x")), null);
        SandboxFixture.CheckFailure(HttpStatusCode.UnprocessableEntity, "invalid_fields", status, json);
        await PutAsync(fixture, $"{deployment}/versions/{open["id"]}/bundle", tar, null);
        (status, json) = await PutAsync(fixture, $"{deployment}/versions/{open["id"]}/bundle", TarBytes.Of(("a", "c")), null);
        SandboxFixture.CheckFailure(HttpStatusCode.Conflict, "conflict", status, json);
        var active = (await fixture.JsonAsync(HttpMethod.Get, deployment))["active_version_id"]!.GetValue<string>();
        active.ShouldBe(open["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Services_start_are_listed_in_pages_and_stop()
    {
        await using var fixture = await SandboxFixture.StartAsync(Slow);
        var deployment = await DeploymentAsync(fixture, "service");
        await VersionAsync(fixture, deployment, new
        {
            entrypoint = "python server.py",
            service = new { port = 8080 },
            permissions = new { public_url = true },
            env = new { required = new[] { "TOKEN" } },
        });
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var service = await fixture.JsonAsync(HttpMethod.Post, $"{deployment}/services", new { envs = new { TOKEN = "t" } });
            service["status"]!.GetValue<string>().ShouldBe("starting");
            service["port"]!.GetValue<int>().ShouldBe(8080);
            service["public_url"]!.GetValue<string>().ShouldContain("edge_token=");
            ids.Add(service["id"]!.GetValue<string>());
        }

        var failed = await fixture.JsonAsync(HttpMethod.Post, $"{deployment}/services", new { });
        failed["status"]!.GetValue<string>().ShouldBe("failed");
        failed["failure_reason"]!.GetValue<string>().ShouldBe("missing environment variable TOKEN");
        fixture.Clock.Advance(TimeSpan.FromSeconds(10));

        var page = await fixture.JsonAsync(HttpMethod.Get, $"{deployment}/services?status=ready&limit=2");
        Ids(page).ShouldBe(ids[..2]);
        page = await fixture.JsonAsync(HttpMethod.Get, $"{deployment}/services?status=ready&limit=2&cursor={page["next_cursor"]}");
        Ids(page).ShouldBe(ids[2..]);
        page["next_cursor"].ShouldBeNull();

        await fixture.FailAsync(HttpStatusCode.Conflict, "conflict", HttpMethod.Delete, deployment);
        (await fixture.JsonAsync(HttpMethod.Post, $"{deployment}/services/{ids[0]}/stop"))["status"]!.GetValue<string>().ShouldBe("stopping");
        foreach (var id in ids)
        {
            await fixture.JsonAsync(HttpMethod.Post, $"{deployment}/services/{id}/stop");
        }

        fixture.Clock.Advance(TimeSpan.FromSeconds(10));
        (await fixture.JsonAsync(HttpMethod.Get, $"{deployment}/services/{ids[0]}"))["status"]!.GetValue<string>().ShouldBe("stopped");
        await fixture.FailAsync(HttpStatusCode.Conflict, "conflict", HttpMethod.Post, $"{deployment}/runs", new { });
        await fixture.EmptyAsync(HttpMethod.Delete, deployment);
        (await fixture.JsonAsync(HttpMethod.Get, deployment))["status"]!.GetValue<string>().ShouldBe("deleted");
        Ids(await fixture.JsonAsync(HttpMethod.Get, "/v1/agent-deployments")).ShouldBeEmpty();
        await fixture.FailAsync(HttpStatusCode.NotFound, "not_found", HttpMethod.Get, "/v1/agent-deployments/adpl_none");
    }

    private static IEnumerable<string> Ids(JsonNode page) => page["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>());

    private static async Task<string> DeploymentAsync(SandboxFixture fixture, string mode) =>
        "/v1/agent-deployments/" + (await fixture.JsonAsync(HttpMethod.Post, "/v1/agent-deployments", new { name = "crawler", mode }))["id"];

    private static async Task<JsonNode> VersionAsync(SandboxFixture fixture, string deployment, object config)
    {
        var version = await fixture.JsonAsync(HttpMethod.Post, $"{deployment}/versions", new { config });
        version["status"]!.GetValue<string>().ShouldBe("created");
        var (status, json) = await PutAsync(
            fixture, $"{deployment}/versions/{version["id"]}/bundle", TarBytes.Of(("in.txt", "input")), null);
        status.ShouldBe(HttpStatusCode.OK, json.ToJsonString());
        return json;
    }

    private static Task<(HttpStatusCode Status, JsonNode Json)> PutAsync(
        SandboxFixture fixture, string path, byte[] tar, string? digest)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = new ByteArrayContent(tar) };
        request.Content.Headers.ContentType = new("application/x-tar");
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        if (digest is not null)
        {
            request.Headers.Add("X-Nullspace-Bundle-Digest", digest);
        }

        return fixture.SendAsync(request);
    }
}
