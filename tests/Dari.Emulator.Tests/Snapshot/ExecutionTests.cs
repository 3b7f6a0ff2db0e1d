using System.Net;
using System.Text.Json.Nodes;

namespace Dari.Emulator.Tests.Snapshot;

public sealed class ExecutionTests
{
    [Fact]
    public async Task The_machine_starts_with_the_first_command_and_keeps_its_state()
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();
        string session = await service.SessionAsync(new { metadata = new { team = "a" } });
        (await service.GetAsync($"/v1/sessions/status/{session}"))["vm_assigned"]!.GetValue<bool>().ShouldBeFalse();
        await service.GetAsync($"/v1/sessions/app-url/{session}", HttpStatusCode.NotFound);

        (await service.RunAsync(session, "x = 20 + 1", "python")).ShouldBe("");
        (await service.RunAsync(session, "print(x * 2)", "python")).ShouldBe("42\n");
        (await service.RunAsync(session, "echo hi > note.txt && cat note.txt && ls")).ShouldBe("hi\nnote.txt\n");

        JsonNode status = await service.GetAsync($"/v1/sessions/status/{session}");
        status["vm_alive"]!.GetValue<bool>().ShouldBeTrue();
        status["expires_in_seconds"]!.GetValue<double>().ShouldBeInRange(200, 300);
        (await service.GetAsync($"/v1/sessions/app-url/{session}?port=8080"))["port"]!.GetValue<int>().ShouldBe(8080);
        string tags = Uri.EscapeDataString("""{"team":"a"}""");
        ((JsonArray)await service.GetAsync($"/v1/sessions/sandboxes?metadata={tags}")).Count.ShouldBe(1);
        ((JsonArray)await service.GetAsync("/v1/sessions/sandboxes?metadata=%7B%22team%22%3A1%7D")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Variables_start_the_machine_at_once_and_reach_commands()
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();
        string session = await service.SessionAsync(new { env = new { NAME = "value" } });

        (await service.GetAsync($"/v1/sessions/status/{session}"))["vm_assigned"]!.GetValue<bool>().ShouldBeTrue();
        (await service.RunAsync(session, "echo $NAME")).ShouldBe("value\n");
    }

    [Theory]
    [InlineData("""{"api_key":"KEY","vm_lifetime_seconds":19}""", "vm_lifetime_seconds", "greater_than_equal")]
    [InlineData("""{"api_key":"KEY","memory_mb":9000}""", "memory_mb", "less_than_equal")]
    [InlineData("""{"api_key":"KEY","vcpu_count":3}""", "vcpu_count", "value_error")]
    [InlineData("{}", "api_key", "missing")]
    public async Task A_session_outside_of_the_ranges_is_refused(string body, string member, string type)
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();
        var content = new StringContent(body.Replace("KEY", service.Emulator.SnapshotApiKey), System.Text.Encoding.UTF8, "application/json");

        JsonNode error = await service.SendAsync(HttpMethod.Post, "/v1/sessions/session", content, HttpStatusCode.UnprocessableEntity, service.Anonymous);

        error["detail"]![0]!["loc"]![1]!.GetValue<string>().ShouldBe(member);
        error["detail"]![0]!["type"]!.GetValue<string>().ShouldBe(type);
    }

    [Fact]
    public async Task A_command_in_the_background_is_complete_after_a_while()
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();
        string session = await service.SessionAsync();

        JsonNode started = await service.PostAsync(
            "/execute_async", new { session_id = session, code = "import time\nprint('a')\ntime.sleep(0.2)\nprint('b')" });
        string path = $"/v1/executions/{started["task_id"]}";
        JsonNode running = await service.GetAsync(path);
        running["is_complete"]!.GetValue<bool>().ShouldBeFalse();
        running["serialized_stdout"]!.GetValue<string>().ShouldBe("");

        JsonNode done = await service.UntilAsync(path, static now => now["is_complete"]!.GetValue<bool>());
        done["serialized_stdout"]!.GetValue<string>().ShouldBe("a\nb\n");
        done["execution_time"]!.GetValue<double>().ShouldBeGreaterThan(0.1);
        await service.SendAsync(HttpMethod.Get, path, null, HttpStatusCode.NotFound, service.Foreign);
    }

    [Fact]
    public async Task A_command_ends_when_its_time_is_over()
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();

        JsonNode result = await service.PostAsync("/execute", new { command = "echo first; sleep 100; echo second", language = "bash", timeout = 1 });

        result["stdout"]!.GetValue<string>().ShouldBe("first\n");
        result["stderr"]!.GetValue<string>().ShouldContain("timed out");
    }

    [Theory]
    [InlineData("{}", """["body"]""", "value_error")]
    [InlineData("""{"code":"1","language":"ruby"}""", """["body","language"]""", "value_error")]
    [InlineData("""{"code":"1","timeout":601}""", """["body","timeout"]""", "less_than_equal")]
    [InlineData("""{"code":"1","session_id":"nobody's"}""", """["body","session_id"]""", "value_error")]
    [InlineData("""{"code":"1","vault_ids":["none"]}""", """["body","vault_ids",0]""", "value_error")]
    public async Task A_command_that_cannot_be_run_is_refused(string body, string location, string type)
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();

        JsonNode error = await service.PostAsync(
            "/execute", new StringContent(body, System.Text.Encoding.UTF8, "application/json"), HttpStatusCode.UnprocessableEntity);

        error["detail"]![0]!["loc"]!.ToJsonString().ShouldBe(location);
        error["detail"]![0]!["type"]!.GetValue<string>().ShouldBe(type);
    }
}
