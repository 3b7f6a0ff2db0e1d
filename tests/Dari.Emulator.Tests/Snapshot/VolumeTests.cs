using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Dari.Emulator.Tests.Snapshot;

public sealed class VolumeTests
{
    [Fact]
    public async Task Files_go_in_come_out_and_stay_within_the_quota()
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();
        string volume = $"/v1/volumes/{(await service.PostAsync("/v1/volumes", new { name = "data", quota_bytes = 10 }))["id"]}";

        await UploadAsync(service, volume, "a/one.txt", "12345");
        await UploadAsync(service, volume, "/a/one.txt", "54321", HttpStatusCode.UnprocessableEntity);
        await UploadAsync(service, volume, "/a/one.txt", "54321", overwrite: true);
        await UploadAsync(service, volume, "two.txt", "123456", HttpStatusCode.UnprocessableEntity);
        await UploadAsync(service, volume, "two.txt", "12345");
        using HttpResponseMessage bytes = await service.Http.PostAsync(volume + "/files/download", JsonContent.Create(new { path = "a/one.txt" }));

        (await bytes.Content.ReadAsStringAsync()).ShouldBe("54321");
        (await service.GetAsync(volume))["used_bytes"]!.GetValue<long>().ShouldBe(10);
        (await PathsAsync(service, volume, "")).ShouldBe(["a", "two.txt"]);
        (await PathsAsync(service, volume, "?recursive=true")).ShouldBe(["a", "a/one.txt", "two.txt"]);
        (await PathsAsync(service, volume, "?prefix=a/")).ShouldBe(["a/one.txt"]);
        (await PathsAsync(service, volume, "?recursive=true&limit=1")).ShouldBe(["a"]);
        await service.DeleteAsync(volume + "/files?path=a/one.txt");
        await service.DeleteAsync(volume + "/files?path=a/one.txt", HttpStatusCode.NotFound);
        await service.DeleteAsync(volume + "/files", HttpStatusCode.UnprocessableEntity);
        JsonNode small = await service.SendAsync(HttpMethod.Patch, volume, new { quota_bytes = 4 }, HttpStatusCode.UnprocessableEntity);
        small["detail"]![0]!["type"]!.GetValue<string>().ShouldBe("greater_than_equal");
        (await service.SendAsync(HttpMethod.Patch, volume, new { name = "other" }))["name"]!.GetValue<string>().ShouldBe("other");
    }

    [Fact]
    public async Task A_mounted_volume_is_seen_by_commands_and_a_checkpoint_keeps_what_was()
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();
        JsonNode vm = await service.PostAsync("/v1/vms", new { });
        string session = vm["session_id"]!.GetValue<string>();
        string mounts = $"/v1/vms/{vm["vm_id"]}/volumes";
        string id = (await service.PostAsync("/v1/volumes", new { name = "data" }))["id"]!.GetValue<string>();
        string volume = "/v1/volumes/" + id;
        await UploadAsync(service, volume, "f", "old");
        string checkpoint = (await service.PostAsync(volume + "/checkpoints", new { name = "c" }))["id"]!.GetValue<string>();

        await service.PostAsync(mounts, new { volume_id = id, mount_path = "/mnt/data" });
        await service.PostAsync(mounts, new { volume_id = id, mount_path = "/mnt/old", checkpoint_id = checkpoint });
        await service.PostAsync(mounts, new { volume_id = id, mount_path = "/mnt/old" }, HttpStatusCode.UnprocessableEntity);
        await service.RunAsync(session, "echo new > /mnt/data/f; echo x > /mnt/old/f");

        (await service.RunAsync(session, "cat /mnt/data/f /mnt/old/f")).ShouldBe("new\nold");
        (await service.GetAsync(volume + "?refresh_usage=true"))["used_bytes"]!.GetValue<long>().ShouldBe(4);
        await service.DeleteAsync(volume, HttpStatusCode.UnprocessableEntity);
        await service.DeleteAsync($"{volume}/checkpoints/{checkpoint}", HttpStatusCode.UnprocessableEntity);
        await service.DeleteAsync($"{mounts}/{id}?mount_path=/mnt/old");
        await service.DeleteAsync($"{mounts}/{id}?mount_path=/mnt/old", HttpStatusCode.NotFound);
        await service.DeleteAsync($"{volume}/checkpoints/{checkpoint}");
        ((JsonArray)await service.GetAsync(volume + "/checkpoints")).ShouldBeEmpty();
        await service.DeleteAsync($"{mounts}/{id}?mount_path=/mnt/data");
        (await service.RunAsync(session, "ls /mnt/data")).ShouldBe("");
        await service.DeleteAsync(volume);
    }

    private static Task<JsonNode> UploadAsync(
        SnapshotFixture service, string volume, string path, string text, HttpStatusCode expected = HttpStatusCode.OK, bool overwrite = false) =>
        service.PostAsync(
            volume + "/files/upload",
            SnapshotFixture.Form(System.Text.Encoding.UTF8.GetBytes(text), ("path", path), ("overwrite", overwrite ? "true" : "false")),
            expected);

    private static async Task<string[]> PathsAsync(SnapshotFixture service, string volume, string query) =>
        [.. ((JsonArray)(await service.GetAsync(volume + "/files" + query))["files"]!).Select(static file => file!["path"]!.GetValue<string>())];
}
