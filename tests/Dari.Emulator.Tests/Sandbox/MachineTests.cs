using System.Net;
using System.Text.Json.Nodes;
using Dari.Emulator.Sandbox;

namespace Dari.Emulator.Tests.Sandbox;

/// <summary>Sandboxes and snapshots.</summary>
public sealed class MachineTests
{
    [Fact]
    public async Task One_key_makes_one_sandbox()
    {
        await using var fixture = await SandboxFixture.StartAsync();

        var first = await fixture.JsonAsync(HttpMethod.Post, "/v1/sandboxes", new { template = "base", vcpus = 2 }, "k");
        var second = await fixture.JsonAsync(HttpMethod.Post, "/v1/sandboxes", new { vcpus = 2, template = "base" }, "k");

        second.ToJsonString().ShouldBe(first.ToJsonString());
        first["id"]!.GetValue<string>().ShouldStartWith("sb_");
        first["status"]!.GetValue<string>().ShouldBe("running");
        first["config"]!["vcpus"]!.GetValue<int>().ShouldBe(2);
        first["config"]!["memory_mb"]!.GetValue<int>().ShouldBe(256);
        first["traffic_access_token"].ShouldNotBeNull();
        await fixture.FailAsync(HttpStatusCode.Conflict, "conflict", HttpMethod.Post, "/v1/sandboxes", new { vcpus = 3 }, "k");
        (await fixture.JsonAsync(HttpMethod.Get, "/v1/sandboxes")).AsArray().Count.ShouldBe(1);
        var read = await fixture.JsonAsync(HttpMethod.Get, $"/v1/sandboxes/{first["id"]}");
        read.AsObject().ContainsKey("traffic_access_token").ShouldBeFalse();
    }

    [Fact]
    public async Task A_failed_creation_leaves_its_key_free()
    {
        await using var fixture = await SandboxFixture.StartAsync();

        await fixture.FailAsync(
            HttpStatusCode.NotFound, "template_not_found", HttpMethod.Post, "/v1/sandboxes", new { template = "tmpl_none" }, "k");
        await fixture.JsonAsync(HttpMethod.Post, "/v1/sandboxes", new { template = "base" }, "k");
    }

    [Fact]
    public async Task Two_calls_at_once_under_one_key_make_one_sandbox()
    {
        await using var fixture = await SandboxFixture.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => fixture.JsonAsync(HttpMethod.Post, "/v1/sandboxes", new { }, "k")));

        answers.Select(answer => answer["id"]!.GetValue<string>()).Distinct().Count().ShouldBe(1);
        (await fixture.JsonAsync(HttpMethod.Get, "/v1/sandboxes")).AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_list_is_an_array_or_a_page()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add(await fixture.SandboxAsync(new { metadata = new { team = i % 2 == 0 ? "even" : "odd", n = i } }));
        }

        Ids(await fixture.JsonAsync(HttpMethod.Get, "/v1/sandboxes")).ShouldBe(ids);
        var found = new List<string>();
        string? token = null;
        do
        {
            var page = await fixture.JsonAsync(HttpMethod.Get, "/v1/sandboxes?limit=2" + (token is null ? "" : "&next_token=" + token));
            found.AddRange(Ids(page["items"]!));
            token = page["next_token"]?.GetValue<string>();
        }
        while (token is not null);
        found.ShouldBe(ids);

        Ids((await FilterAsync("metadata=" + Uri.EscapeDataString("""{"team":"odd"}"""))).AsArray()).ShouldBe([ids[1], ids[3]]);
        Ids(await FilterAsync("metadata=" + Uri.EscapeDataString("""{"team":"odd","n":3}"""))).ShouldBe([ids[3]]);
        Ids(await FilterAsync("template=other")).ShouldBeEmpty();
        await fixture.EmptyAsync(HttpMethod.Delete, $"/v1/sandboxes/{ids[0]}");
        Ids(await fixture.JsonAsync(HttpMethod.Get, "/v1/sandboxes")).ShouldBe(ids[1..]);
        Ids(await FilterAsync("state=destroyed,paused")).ShouldBe([ids[0]]);
        var masked = (await FilterAsync("fields=metadata"))[0]!.AsObject().Select(pair => pair.Key);
        masked.ShouldBe(["id", "status", "config", "template", "created_at", "metadata"], ignoreOrder: true);
        await fixture.FailAsync(HttpStatusCode.BadRequest, "invalid_request", HttpMethod.Get, "/v1/sandboxes?next_token=nt_none");
        await fixture.FailAsync(HttpStatusCode.BadRequest, "invalid_request", HttpMethod.Get, "/v1/sandboxes?limit=101");
        await fixture.FailAsync(HttpStatusCode.BadRequest, "invalid_request", HttpMethod.Get, "/v1/sandboxes?state=asleep");
        await fixture.FailAsync(HttpStatusCode.BadRequest, "invalid_request", HttpMethod.Get, "/v1/sandboxes?metadata=[]");

        async Task<JsonNode> FilterAsync(string query) => (await fixture.JsonAsync(HttpMethod.Get, "/v1/sandboxes?" + query))["items"]!;
    }

    [Fact]
    public async Task What_another_organization_has_is_unknown()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var sandbox = await fixture.SandboxAsync();
        using var foreign = fixture.Client(fixture.Emulator.ForeignApiKey);
        using var nobody = fixture.Client("ns_live_wrong");

        var (status, json) = await fixture.SendAsync(HttpMethod.Get, $"/v1/sandboxes/{sandbox}", client: foreign);
        SandboxFixture.CheckFailure(HttpStatusCode.NotFound, "sandbox_not_found", status, json);
        (status, json) = await fixture.SendAsync(HttpMethod.Get, $"/v1/sandboxes/{sandbox}", client: nobody);
        SandboxFixture.CheckFailure(HttpStatusCode.Unauthorized, "unauthorized", status, json);
    }

    [Fact]
    public async Task A_paused_sandbox_resumes_under_a_new_id_with_its_files()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var sandbox = await fixture.SandboxAsync(new { metadata = new { a = 1 } });
        await fixture.WriteAsync(sandbox, "a.txt", "a");

        var snapshot = (await fixture.JsonAsync(HttpMethod.Post, $"/v1/sandboxes/{sandbox}/hibernate"))["snapshot_id"]!.GetValue<string>();

        var paused = await fixture.JsonAsync(HttpMethod.Get, $"/v1/sandboxes/{sandbox}");
        paused["status"]!.GetValue<string>().ShouldBe("paused");
        paused["snapshot_id"]!.GetValue<string>().ShouldBe(snapshot);
        await fixture.FailAsync(
            HttpStatusCode.Conflict, "sandbox_not_ready", HttpMethod.Post, $"/v1/sandboxes/{sandbox}/exec", new { command = "true" });
        await fixture.FailAsync(HttpStatusCode.Conflict, "snapshot_in_use", HttpMethod.Delete, $"/v1/snapshots/{snapshot}");
        Ids(await fixture.JsonAsync(HttpMethod.Get, "/v1/snapshots")).ShouldBeEmpty();
        var listed = await fixture.JsonAsync(HttpMethod.Get, $"/v1/snapshots?sandbox_id={sandbox}");
        Ids(listed).ShouldBe([snapshot]);
        listed[0]!.AsObject().ContainsKey("metadata").ShouldBeFalse();

        var resumed = (await fixture.JsonAsync(HttpMethod.Post, $"/v1/sandboxes/{snapshot}/resume"))["id"]!.GetValue<string>();

        resumed.ShouldNotBe(sandbox);
        (await fixture.ReadAsync(resumed, "a.txt")).ShouldBe("a");
        await fixture.FailAsync(HttpStatusCode.NotFound, "snapshot_not_found", HttpMethod.Post, $"/v1/sandboxes/{snapshot}/resume");
        (await fixture.JsonAsync(HttpMethod.Get, $"/v1/sandboxes/{sandbox}"))["status"]!.GetValue<string>().ShouldBe("destroyed");
    }

    [Fact]
    public async Task The_lifetime_ends_by_the_clock()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var destroyed = await fixture.SandboxAsync(new { timeout_ms = 60_000 });
        var paused = await fixture.SandboxAsync(new { timeout_ms = 60_000, lifecycle = new { on_timeout = "pause" } });
        var woken = await fixture.SandboxAsync(new { timeout_ms = 60_000, timeout_action = "hibernate", auto_resume = true });
        var extended = await fixture.SandboxAsync(new { timeout_ms = 60_000 });
        await fixture.EmptyAsync(HttpMethod.Post, $"/v1/sandboxes/{extended}/timeout", new { timeout_ms = 600_000 });

        fixture.Clock.Advance(TimeSpan.FromSeconds(61));

        (await StatusAsync(destroyed)).ShouldBe("destroyed");
        (await StatusAsync(paused)).ShouldBe("paused");
        (await StatusAsync(woken)).ShouldBe("paused");
        (await StatusAsync(extended)).ShouldBe("running");
        await fixture.ShellAsync(woken, "true");
        (await StatusAsync(woken)).ShouldBe("running");
        await fixture.FailAsync(
            HttpStatusCode.NotFound, "sandbox_not_found", HttpMethod.Post, $"/v1/sandboxes/{destroyed}/exec", new { command = "true" });
        await fixture.FailAsync(
            HttpStatusCode.Conflict, "conflict", HttpMethod.Post, $"/v1/sandboxes/{woken}/timeout", new { timeout_ms = 1, timeout_action = "destroy" });

        async Task<string> StatusAsync(string id) =>
            (await fixture.JsonAsync(HttpMethod.Get, $"/v1/sandboxes/{id}"))["status"]!.GetValue<string>();
    }

    [Fact]
    public async Task Forks_and_snapshots_have_files_of_their_own()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var parent = await fixture.SandboxAsync(new { envs = new { GREETING = "hello" }, metadata = new { a = 1 } });
        await fixture.WriteAsync(parent, "a.txt", "one");
        var fork = (await fixture.JsonAsync(HttpMethod.Post, $"/v1/sandboxes/{parent}/fork"))["id"]!.GetValue<string>();
        var snapshot = await fixture.JsonAsync(HttpMethod.Post, $"/v1/sandboxes/{parent}/snapshots");
        var id = snapshot["id"]!.GetValue<string>();
        snapshot["size_bytes"]!.GetValue<long>().ShouldBe(3);
        await fixture.WriteAsync(parent, "a.txt", "changed");

        var restored = await fixture.SandboxAsync(new { snapshot_id = id });

        (await fixture.ReadAsync(fork, "a.txt")).ShouldBe("one");
        (await fixture.ReadAsync(restored, "a.txt")).ShouldBe("one");
        (await fixture.ShellAsync(restored, "echo $GREETING"))["stdout"]!.GetValue<string>().ShouldBe("hello\n");
        await fixture.FailAsync(HttpStatusCode.Conflict, "snapshot_in_use", HttpMethod.Delete, $"/v1/snapshots/{id}");
        await fixture.FailAsync(
            HttpStatusCode.Conflict, "incompatible_snapshot", HttpMethod.Post, $"/v1/sandboxes/{id}/resume");
        await fixture.FailAsync(
            HttpStatusCode.UnprocessableEntity, "invalid_fields", HttpMethod.Post, "/v1/sandboxes", new { snapshot_id = id, disk_mb = 1024 });
        var filter = Uri.EscapeDataString("""{"a":1}""");
        Ids(await fixture.JsonAsync(HttpMethod.Get, $"/v1/snapshots?metadata={filter}")).ShouldBe([id]);
        await fixture.EmptyAsync(HttpMethod.Delete, $"/v1/sandboxes/{restored}");
        await fixture.EmptyAsync(HttpMethod.Delete, $"/v1/snapshots/{id}");
        await fixture.FailAsync(HttpStatusCode.NotFound, "snapshot_not_found", HttpMethod.Get, $"/v1/snapshots/{id}");
    }

    [Fact]
    public async Task No_more_sandboxes_than_allowed_run_at_once()
    {
        await using var fixture = await SandboxFixture.StartAsync(new SandboxOptions { MaxRunningSandboxes = 1 });
        var first = await fixture.SandboxAsync();

        var failure = await fixture.FailAsync(
            HttpStatusCode.TooManyRequests, "capacity_exceeded", HttpMethod.Post, "/v1/sandboxes", new { });

        failure["error_detail"]!["retryable"]!.GetValue<bool>().ShouldBeTrue();
        await fixture.EmptyAsync(HttpMethod.Delete, $"/v1/sandboxes/{first}");
        await fixture.SandboxAsync();
    }

    [Theory]
    [InlineData("""{"auto_resume":true}""")]
    [InlineData("""{"timeout_action":"destroy","lifecycle":{"on_timeout":"pause"}}""")]
    [InlineData("""{"cwd":"workspace"}""")]
    [InlineData("""{"cwd":"/a/../b"}""")]
    [InlineData("""{"vcpus":0}""")]
    [InlineData("""{"timeout_ms":0}""")]
    public async Task Members_that_do_not_go_together_are_refused(string body)
    {
        await using var fixture = await SandboxFixture.StartAsync();
        await fixture.FailAsync(
            HttpStatusCode.UnprocessableEntity, "invalid_fields", HttpMethod.Post, "/v1/sandboxes", JsonNode.Parse(body));
    }

    private static List<string> Ids(JsonNode items) => [.. items.AsArray().Select(item => item!["id"]!.GetValue<string>())];
}
