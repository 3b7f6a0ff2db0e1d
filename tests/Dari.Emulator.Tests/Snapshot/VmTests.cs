using System.Net;
using System.Text.Json.Nodes;
using Dari.Emulator.Tests.Dari;

namespace Dari.Emulator.Tests.Snapshot;

public sealed class VmTests
{
    [Fact]
    public async Task A_machine_boots_from_a_snapshot_with_its_files()
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();
        JsonNode vm = await service.PostAsync("/v1/vms", new { env = new Dictionary<string, string> { ["A"] = "1" }, metadata = new { role = "x" } });
        vm["status"]!.GetValue<string>().ShouldBe("active");
        await service.RunAsync(vm["session_id"]!.GetValue<string>(), "echo kept > /root/note");

        JsonNode taken = await service.PostAsync($"/v1/vms/{vm["vm_id"]}/snapshot", new { name = "mine" });
        taken["status"]!.GetValue<string>().ShouldBe("ready");
        JsonNode snapshot = await service.GetAsync($"/v1/snapshots/{taken["snapshot_id"]}");
        snapshot["source_vm_id"]!.GetValue<string>().ShouldBe(vm["vm_id"]!.GetValue<string>());
        snapshot["size_bytes"]!.GetValue<long>().ShouldBe(5);

        JsonNode other = await service.PostAsync("/v1/vms", new { snapshot_id = taken["snapshot_id"]!.GetValue<string>() });
        (await service.RunAsync(other["session_id"]!.GetValue<string>(), "cat /root/note; echo $A")).ShouldBe("kept\n1\n");
    }

    [Fact]
    public async Task Without_waiting_a_machine_and_a_snapshot_are_answered_unfinished()
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync(new() { BuildDuration = TimeSpan.FromHours(1) });

        JsonNode vm = await service.PostAsync("/v1/vms?wait=false", new { });
        vm["status"]!.GetValue<string>().ShouldBe("provisioning");
        await service.UntilAsync($"/v1/vms/{vm["vm_id"]}", static now => now["status"]!.GetValue<string>() == "active");
        JsonNode taken = await service.PostAsync($"/v1/vms/{vm["vm_id"]}/snapshot?wait=false", new { });
        taken["status"]!.GetValue<string>().ShouldBe("pending");
        await service.PostAsync("/v1/vms", new { snapshot_id = taken["snapshot_id"]!.GetValue<string>() }, HttpStatusCode.UnprocessableEntity);
        JsonNode wrong = await service.PostAsync("/v1/vms?wait=perhaps", new { }, HttpStatusCode.UnprocessableEntity);
        wrong["detail"]![0]!["loc"]!.ToJsonString().ShouldBe("""["query","wait"]""");
        wrong["detail"]![0]!["type"]!.GetValue<string>().ShouldBe("bool_parsing");
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("kept", false)]
    public async Task A_clone_has_the_files_and_keeps_its_snapshot_only_under_a_name(string? name, bool isDeleted)
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();
        JsonNode vm = await service.PostAsync("/v1/vms", new { });
        await service.RunAsync(vm["session_id"]!.GetValue<string>(), "echo 1 > /root/note");

        JsonNode clone = await service.PostAsync($"/v1/vms/{vm["vm_id"]}/clone", new { snapshot_name = name });

        clone["snapshot_deleted"]!.GetValue<bool>().ShouldBe(isDeleted);
        await service.GetAsync($"/v1/snapshots/{clone["snapshot_id"]}", isDeleted ? HttpStatusCode.NotFound : HttpStatusCode.OK);
        (await service.RunAsync(clone["session_id"]!.GetValue<string>(), "cat /root/note")).ShouldBe("1\n");
        ((JsonArray)await service.GetAsync("/v1/vms")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_lifetime_ends_by_the_clock_and_resuming_brings_the_machine_back()
    {
        var clock = new ShiftedClock();
        await using SnapshotFixture service = await SnapshotFixture.StartAsync(new() { Clock = clock });
        JsonNode vm = await service.PostAsync("/v1/vms", new { vm_lifetime_seconds = 60, snapshot_on_terminate = true, snapshot_name = "last" });
        string session = vm["session_id"]!.GetValue<string>();
        await service.RunAsync(session, "echo 1 > /root/note");
        await service.SendAsync(HttpMethod.Patch, $"/v1/vms/{vm["vm_id"]}", new { vm_lifetime_seconds = 600, metadata = new { a = 1 } });

        clock.Shift = TimeSpan.FromSeconds(120);
        (await service.GetAsync($"/v1/vms/{vm["vm_id"]}"))["status"]!.GetValue<string>().ShouldBe("active");
        clock.Shift = TimeSpan.FromSeconds(700);
        (await service.GetAsync($"/v1/vms/{vm["vm_id"]}"))["status"]!.GetValue<string>().ShouldBe("killed");
        ((JsonArray)await service.GetAsync("/v1/snapshots"))[0]!["name"]!.GetValue<string>().ShouldBe("last");
        await service.PostAsync("/execute", new { session_id = session, code = "1" }, HttpStatusCode.Unauthorized);

        JsonNode resumed = await service.PostAsync($"/v1/vms/{vm["vm_id"]}/resume", new { });
        resumed["vm_id"]!.GetValue<string>().ShouldNotBe(vm["vm_id"]!.GetValue<string>());
        resumed["metadata"]!["a"]!.GetValue<int>().ShouldBe(1);
        (await service.RunAsync(session, "cat /root/note")).ShouldBe("1\n");
        await service.GetAsync($"/v1/vms/{vm["vm_id"]}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_comes_with_a_machine_is_made_and_ends_with_it()
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();
        JsonNode vm = await service.PostAsync(
            "/v1/vms", new { share = new { port = 80 }, custom_domain = new { domain = "app.example.com", dns_credentials = new { token = "hush" } } });
        vm.ToJsonString().ShouldNotContain("hush");
        string share = vm["share"]!["share_id"]!.GetValue<string>();

        await service.PostAsync("/v1/custom-domains", new { domain = "app.example.com" }, HttpStatusCode.UnprocessableEntity);
        await service.DeleteAsync($"/v1/custom-domains/{vm["custom_domain"]!["id"]}");
        await service.PostAsync("/v1/custom-domains", new { domain = "app.example.com", share_id = share });
        JsonNode second = await service.PostAsync("/v1/shares", new { port = 81, session_id = vm["session_id"]!.GetValue<string>(), is_public = true });
        second["is_public"]!.GetValue<bool>().ShouldBeTrue();
        await service.PostAsync("/v1/shares", new { port = 81 }, HttpStatusCode.UnprocessableEntity);
        await service.PostAsync("/v1/shares", new { port = 1e30, vm_id = vm["vm_id"]!.GetValue<string>() }, HttpStatusCode.UnprocessableEntity);
        JsonNode policy = await service.PostAsync($"/v1/egress/vm/{vm["vm_id"]}", new { allow_http = false, allowed_cidrs = new[] { "10.0.0.0/8" } });
        policy["vm_id"]!.GetValue<string>().ShouldBe(vm["vm_id"]!.GetValue<string>());
        (await service.GetAsync($"/v1/vms/{vm["vm_id"]}"))["egress_policy"]!["allow_http"]!.GetValue<bool>().ShouldBeFalse();
        await service.PostAsync($"/v1/egress/session/{vm["session_id"]}", new { allowed_cidrs = new[] { "x" } }, HttpStatusCode.UnprocessableEntity);

        await service.DeleteAsync($"/v1/vms/{vm["vm_id"]}");
        await service.GetAsync($"/v1/vms/{vm["vm_id"]}", HttpStatusCode.NotFound);
        await service.PostAsync("/v1/custom-domains", new { domain = "b.example.com", share_id = share }, HttpStatusCode.UnprocessableEntity);
    }
}
