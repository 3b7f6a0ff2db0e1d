using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Dari.Emulator.Tests.Snapshot;

public sealed class AuthTests
{
    [Fact]
    public async Task A_key_is_taken_as_header_and_as_bearer()
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();
        using var bearer = new HttpClient { BaseAddress = service.Emulator.SnapshotUrl };
        bearer.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", service.Emulator.SnapshotApiKey);

        await service.GetAsync("/v1/snapshots");
        await service.SendAsync(HttpMethod.Get, "/v1/snapshots", client: bearer);
    }

    [Fact]
    public async Task An_unknown_or_missing_key_is_401()
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();
        using HttpClient wrong = service.Client("wrong");

        foreach (HttpClient client in new[] { wrong, service.Anonymous })
        {
            JsonNode error = await service.SendAsync(HttpMethod.Get, "/v1/snapshots", null, HttpStatusCode.Unauthorized, client);
            error["detail"]!.GetValue<string>().ShouldNotBeEmpty();
        }

        await service.SendAsync(HttpMethod.Post, "/v1/sessions/session", new { api_key = "wrong" }, HttpStatusCode.Unauthorized, service.Anonymous);
        await service.SendAsync(HttpMethod.Post, "/execute", new { code = "1", api_key = "wrong" }, HttpStatusCode.Unauthorized, service.Anonymous);
        await service.SendAsync(HttpMethod.Post, "/execute", new { code = "1" }, HttpStatusCode.Unauthorized, service.Anonymous);
        await service.SendAsync(
            HttpMethod.Post, "/execute", new { code = "1", api_key = service.Emulator.SnapshotApiKey }, HttpStatusCode.Unauthorized, wrong);
    }

    [Fact]
    public async Task A_command_takes_the_key_in_its_body()
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();

        JsonNode result = await service.SendAsync(
            HttpMethod.Post, "/execute", new { code = "print(1)", api_key = service.Emulator.SnapshotApiKey }, client: service.Anonymous);

        result["stdout"]!.GetValue<string>().ShouldBe("1\n");
    }

    [Fact]
    public async Task A_key_that_was_made_works_until_it_is_deleted()
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();
        JsonNode made = await service.PostAsync("/v1/api-keys/", new { description = "first" });
        using HttpClient client = service.Client(made["key"]!.GetValue<string>());

        await service.SendAsync(HttpMethod.Get, "/v1/snapshots", client: client);
        JsonNode changed = await service.SendAsync(HttpMethod.Patch, $"/v1/api-keys/{made["id"]}", new { description = "second" });
        changed["description"]!.GetValue<string>().ShouldBe("second");
        changed.ToJsonString().ShouldNotContain(made["key"]!.GetValue<string>());
        await service.DeleteAsync($"/v1/api-keys/{made["id"]}");
        await service.SendAsync(HttpMethod.Get, "/v1/snapshots", null, HttpStatusCode.Unauthorized, client);
    }

    [Fact]
    public async Task What_another_account_has_is_not_found()
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();
        string snapshot = (await service.PostAsync("/v1/snapshots", new { oci_image = "a" }, HttpStatusCode.Created))["id"]!.GetValue<string>();
        JsonNode vm = await service.PostAsync("/v1/vms", new { });
        JsonNode volume = await service.PostAsync("/v1/volumes", new { name = "v" });
        JsonNode browser = await service.PostAsync("/v1/browser/sessions/", new { });
        JsonNode vault = await service.PostAsync("/v1/vaults", new { name = "v" });

        foreach (string path in new[]
        {
            $"snapshots/{snapshot}", $"vms/{vm["vm_id"]}", $"sessions/session/{vm["session_id"]}", $"volumes/{volume["id"]}",
            $"browser/sessions/{browser["session_id"]}", $"vaults/{vault["id"]}/credentials",
        })
        {
            await service.GetAsync("/v1/" + path);
            await service.SendAsync(HttpMethod.Get, "/v1/" + path, null, HttpStatusCode.NotFound, service.Foreign);
        }

        ((JsonArray)await service.SendAsync(HttpMethod.Get, "/v1/snapshots", client: service.Foreign)).ShouldBeEmpty();
        JsonNode refused = await service.SendAsync(
            HttpMethod.Post, "/v1/vms", new { snapshot_id = snapshot }, HttpStatusCode.UnprocessableEntity, service.Foreign);
        refused["detail"]![0]!["loc"]!.ToJsonString().ShouldBe("""["body","snapshot_id"]""");
    }

    [Fact]
    public async Task Killing_tells_a_bad_id_a_foreign_session_and_an_unknown_one_apart()
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();
        string session = await service.SessionAsync();

        await service.PostAsync("/kill", new { session_id = "abc" }, HttpStatusCode.BadRequest);
        await service.PostAsync("/kill", new { session_id = Guid.NewGuid() }, HttpStatusCode.NotFound);
        await service.PostAsync("/kill", new { session_id = session }, HttpStatusCode.NotFound);
        await service.SendAsync(HttpMethod.Post, "/kill", new { session_id = session }, HttpStatusCode.Forbidden, service.Foreign);

        await service.RunAsync(session, "echo up");
        JsonNode killed = await service.PostAsync("/kill", new { session_id = session });
        JsonNode status = await service.GetAsync($"/v1/sessions/status/{session}");
        status["vm_status"]!.GetValue<string>().ShouldBe("killed");
        status["vm_id"]!.GetValue<string>().ShouldBe(killed["vm_id"]!.GetValue<string>());
        status["expires_in_seconds"]!.GetValue<double>().ShouldBe(0);
        await service.PostAsync("/execute", new { session_id = session, code = "1" }, HttpStatusCode.Unauthorized);
    }
}
