using System.Net;
using System.Text.Json.Nodes;

namespace Dari.Emulator.Tests.Snapshot;

public sealed class AuditTests
{
    [Fact]
    public async Task Pages_follow_each_other_whatever_happens_meanwhile()
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();
        for (int i = 0; i < 5; i++)
        {
            await service.PostAsync("/v1/volumes", new { name = $"v{i}" });
        }

        List<string> seen = [];
        string? cursor = null;
        int pages = 0;
        do
        {
            JsonNode page = await service.GetAsync("/v1/audit/events?event_type=volume.create&limit=2" + (cursor is null ? "" : "&cursor=" + cursor));
            seen.AddRange(((JsonArray)page["items"]!).Select(static item => item!["resource_id"]!.GetValue<string>()));
            cursor = page["next_cursor"]?.GetValue<string>();
            pages++;
            await service.PostAsync("/v1/volumes", new { name = "later" });
        }
        while (cursor is not null);

        JsonArray volumes = (JsonArray)await service.GetAsync("/v1/volumes");
        pages.ShouldBe(3);
        seen.ShouldBe(volumes.Take(5).Select(static volume => volume!["id"]!.GetValue<string>()).Reverse());
    }

    [Fact]
    public async Task Calls_and_what_the_service_does_itself_are_events()
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync(new() { BuildDuration = TimeSpan.Zero });
        await service.PostAsync("/v1/snapshots", new { oci_image = "a/fail" }, HttpStatusCode.Created);
        string session = await service.SessionAsync();
        await service.RunAsync(session, "echo 1");
        await service.PostAsync("/v1/volumes/none/checkpoints", new { }, HttpStatusCode.NotFound);

        JsonNode failed = (await service.UntilAsync("/v1/audit/events?event_type=snapshot.failed", static page => ((JsonArray)page["items"]!).Count == 1))["items"]![0]!;
        failed["actor_type"]!.GetValue<string>().ShouldBe("system");
        failed["http_method"].ShouldBeNull();
        JsonNode run = (await service.GetAsync($"/v1/audit/events?session_id={session}&event_group=execution"))["items"]![0]!;
        run["http_method"]!.GetValue<string>().ShouldBe("POST");
        run["status"]!.GetValue<string>().ShouldBe("success");
        run["vm_id"]!.GetValue<string>().ShouldStartWith("vmid-");
        JsonNode refused = await service.GetAsync("/v1/audit/events?status=failure&event_group=volume");
        ((JsonArray)refused["items"]!).Count.ShouldBe(1);
        ((JsonArray)(await service.GetAsync("/v1/audit/events?user_id=999"))["items"]!).ShouldBeEmpty();
        ((JsonArray)(await service.SendAsync(HttpMethod.Get, "/v1/audit/events", client: service.Foreign))["items"]!).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("limit=0", "limit", "greater_than_equal")]
    [InlineData("limit=201", "limit", "less_than_equal")]
    [InlineData("limit=1e1", "limit", "int_parsing")]
    [InlineData("limit=x", "limit", "int_parsing")]
    [InlineData("cursor=x", "cursor", "value_error")]
    [InlineData("user_id=x", "user_id", "int_parsing")]
    public async Task Wrong_parameters_are_refused(string query, string name, string type)
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();

        JsonNode error = await service.GetAsync("/v1/audit/events?" + query, HttpStatusCode.UnprocessableEntity);

        error["detail"]![0]!["loc"]!.ToJsonString().ShouldBe($"""["query","{name}"]""");
        error["detail"]![0]!["type"]!.GetValue<string>().ShouldBe(type);
    }
}
