using System.Formats.Tar;
using System.Net;
using System.Text;
using Dari.Emulator.Sandbox;

namespace Dari.Emulator.Tests.Sandbox;

/// <summary>Volumes, their mounts, transfers and uploads.</summary>
public sealed class VolumeTests
{
    [Fact]
    public async Task A_volume_is_shared_between_sandboxes()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var volume = await VolumeAsync(fixture, "datasets");
        var writer = await fixture.SandboxAsync(new { volumes = new[] { new { @ref = "datasets", mount_path = "/data/sets" } } });
        var reader = await fixture.SandboxAsync();
        await fixture.WriteAsync(writer, "/data/sets/sub/a.txt", "a");
        var attachment = await fixture.JsonAsync(
            HttpMethod.Post,
            $"/v1/sandboxes/{reader}/volumes",
            new { @ref = volume, mount_path = "/mnt/sub", subpath = "sub", read_only = true });
        attachment["state"]!.GetValue<string>().ShouldBe("mounted");

        (await fixture.ReadAsync(reader, "/mnt/sub/a.txt")).ShouldBe("a");
        await fixture.FailAsync(
            HttpStatusCode.Forbidden, "volume_read_only", HttpMethod.Post, $"/v1/sandboxes/{reader}/files/write", new { path = "/mnt/sub/b", content = "b" });
        (await fixture.ShellAsync(reader, "echo x > /mnt/sub/b"))["exit_code"]!.GetValue<int>().ShouldBe(1);
        (await fixture.JsonAsync(HttpMethod.Post, $"/v1/volumes/{volume}/files/read", new { path = "/sub/a.txt" }))["content"]!
            .GetValue<string>().ShouldBe("a");
        var view = await fixture.JsonAsync(HttpMethod.Get, "/v1/volumes/datasets");
        (view["status"]!.GetValue<string>(), view["mount_count"]!.GetValue<int>(), view["used_bytes"]!.GetValue<int>(), view["inode_count"]!.GetValue<int>())
            .ShouldBe(("attached", 2, 1, 2));
        (await fixture.JsonAsync(HttpMethod.Get, $"/v1/volumes/{volume}/attachments")).AsArray().Count.ShouldBe(2);
        (await fixture.JsonAsync(HttpMethod.Get, $"/v1/sandboxes/{reader}/volumes")).AsArray().Count.ShouldBe(1);
        await fixture.JsonAsync(HttpMethod.Get, $"/v1/sandboxes/{reader}/volumes/{attachment["id"]}/health");
        await fixture.FailAsync(HttpStatusCode.NotFound, "not_found", HttpMethod.Get, $"/v1/sandboxes/{writer}/volumes/{attachment["id"]}/health");
        await fixture.FailAsync(HttpStatusCode.Conflict, "volume_busy", HttpMethod.Delete, $"/v1/volumes/{volume}");
        await fixture.FailAsync(
            HttpStatusCode.Conflict, "volume_busy", HttpMethod.Post, $"/v1/sandboxes/{writer}/files/rename", new { old_path = "/data/sets", new_path = "/data/x" });

        await fixture.EmptyAsync(HttpMethod.Delete, $"/v1/sandboxes/{writer}");
        await fixture.EmptyAsync(HttpMethod.Delete, $"/v1/sandboxes/{reader}");
        (await fixture.JsonAsync(HttpMethod.Post, $"/v1/volumes/{volume}/files/read", new { path = "/sub/a.txt" }))["size"]!.GetValue<int>().ShouldBe(1);
        await fixture.EmptyAsync(HttpMethod.Delete, $"/v1/volumes/{volume}");
        await fixture.FailAsync(HttpStatusCode.NotFound, "not_found", HttpMethod.Get, $"/v1/volumes/{volume}");
    }

    [Fact]
    public async Task Mounts_pause_and_come_back_with_their_sandbox()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var volume = await VolumeAsync(fixture, "v");
        var sandbox = await fixture.SandboxAsync(new { volumes = new[] { new { @ref = "v", mount_path = "/data/v" } } });
        await fixture.WriteAsync(sandbox, "/data/v/a", "a");

        var snapshot = (await fixture.JsonAsync(HttpMethod.Post, $"/v1/sandboxes/{sandbox}/hibernate"))["snapshot_id"]!.GetValue<string>();
        (await StatesAsync()).ShouldBe(["paused"]);
        var resumed = (await fixture.JsonAsync(HttpMethod.Post, $"/v1/sandboxes/{snapshot}/resume"))["id"]!.GetValue<string>();

        (await StatesAsync()).ShouldBe(["released", "mounted"]);
        (await fixture.ReadAsync(resumed, "/data/v/a")).ShouldBe("a");

        async Task<IEnumerable<string>> StatesAsync() =>
            (await fixture.JsonAsync(HttpMethod.Get, $"/v1/volumes/{volume}/attachments"))
            .AsArray().Select(attachment => attachment!["state"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("/", HttpStatusCode.UnprocessableEntity, "volume_invalid_mount_path")]
    [InlineData("data", HttpStatusCode.UnprocessableEntity, "volume_invalid_mount_path")]
    [InlineData("/workspace", HttpStatusCode.UnprocessableEntity, "volume_invalid_mount_path")]
    [InlineData("/workspace/.nullspace/x", HttpStatusCode.UnprocessableEntity, "volume_invalid_mount_path")]
    [InlineData("/data/v/sub", HttpStatusCode.Conflict, "volume_overlapping_mounts")]
    [InlineData("/data", HttpStatusCode.Conflict, "volume_overlapping_mounts")]
    public async Task A_place_that_is_none_for_a_mount_is_refused(string path, HttpStatusCode status, string code)
    {
        await using var fixture = await SandboxFixture.StartAsync();
        await VolumeAsync(fixture, "v");
        var sandbox = await fixture.SandboxAsync(new { volumes = new[] { new { @ref = "v", mount_path = "/data/v" } } });

        await fixture.FailAsync(status, code, HttpMethod.Post, $"/v1/sandboxes/{sandbox}/volumes", new { @ref = "v", mount_path = path });
    }

    [Fact]
    public async Task Eight_volumes_fit_into_a_sandbox()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        await VolumeAsync(fixture, "v");
        var sandbox = await fixture.SandboxAsync();
        for (var i = 0; i < 8; i++)
        {
            await fixture.JsonAsync(HttpMethod.Post, $"/v1/sandboxes/{sandbox}/volumes", new { @ref = "v", mount_path = $"/mnt/v{i}" });
        }

        await fixture.FailAsync(
            HttpStatusCode.TooManyRequests, "volume_limit_exceeded", HttpMethod.Post, $"/v1/sandboxes/{sandbox}/volumes", new { @ref = "v", mount_path = "/mnt/v8" });
    }

    [Fact]
    public async Task Grants_carry_files_and_folders_without_a_key()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var volume = await VolumeAsync(fixture, "v");
        using var nobody = fixture.Client(null);
        await fixture.EmptyAsync(HttpMethod.Post, $"/v1/volumes/{volume}/files/mkdir", new { path = "/d/empty" });
        var put = await UrlAsync("upload-url", new { path = "/d/a.txt" });
        (await fixture.SendAsync(HttpMethod.Put, put, Octets("one"), client: nobody)).Status.ShouldBe(HttpStatusCode.NoContent);
        var post = await UrlAsync("upload-url", new { path = "/d/b.txt" });
        var form = new MultipartFormDataContent { { new StringContent("two"), "file", "x" } };
        (await fixture.SendAsync(HttpMethod.Post, post, form, client: nobody)).Status.ShouldBe(HttpStatusCode.NoContent);

        (await nobody.GetStringAsync(await UrlAsync("download-url", new { path = "/d/a.txt" }))).ShouldBe("one");
        var tar = await nobody.GetByteArrayAsync(await UrlAsync("download-url", new { path = "/d", archive_format = "tar" }));

        var names = new List<string>();
        using var reader = new TarReader(new MemoryStream(tar));
        while (await reader.GetNextEntryAsync() is { } entry)
        {
            names.Add(entry.Name);
        }

        names.ShouldBe(["a.txt", "b.txt", "empty"]);
        var (status, json) = await fixture.SendAsync(HttpMethod.Get, put, client: nobody);
        SandboxFixture.CheckFailure(HttpStatusCode.Forbidden, "permission_denied", status, json);
        await fixture.FailAsync(HttpStatusCode.BadRequest, "invalid_request", HttpMethod.Post, $"/v1/volumes/{volume}/files/mkdir", new { path = "a" });
        await fixture.FailAsync(HttpStatusCode.BadRequest, "invalid_request", HttpMethod.Post, $"/v1/volumes/{volume}/files/mkdir", new { path = "/../a" });

        async Task<string> UrlAsync(string end, object body) =>
            (await fixture.JsonAsync(HttpMethod.Post, $"/v1/volumes/{volume}/files/{end}", body))["url"]!.GetValue<string>();
    }

    [Fact]
    public async Task A_volume_takes_resumable_uploads_up_to_its_size()
    {
        await using var fixture = await SandboxFixture.StartAsync(new SandboxOptions { MaxVolumeBytes = 6 });
        var volume = await VolumeAsync(fixture, "v");
        var uploads = new UploadClient(fixture, $"/v1/volumes/{volume}");

        var (status, json) = await uploads.UploadAsync(UploadClient.Request("/a/b.txt", 5), Encoding.ASCII.GetBytes("01234"));

        status.ShouldBe(HttpStatusCode.OK, json.ToJsonString());
        json["session"]!["limits"]!["staging_quota_bytes"].ShouldNotBeNull();
        (await fixture.JsonAsync(HttpMethod.Post, $"/v1/volumes/{volume}/files/read", new { path = "/a/b.txt" }))["content"]!
            .GetValue<string>().ShouldBe("01234");
        await fixture.FailAsync(
            HttpStatusCode.TooManyRequests, "volume_quota_exceeded", HttpMethod.Post, uploads.Base, UploadClient.Request("/c", 2));
        await fixture.FailAsync(HttpStatusCode.BadRequest, "invalid_request", HttpMethod.Post, uploads.Base, UploadClient.Request("c", 1));
        var id = await uploads.StartAsync(UploadClient.Request("/c", 1));
        await fixture.EmptyAsync(HttpMethod.Delete, $"{uploads.Base}/{id}");
        (await uploads.StatusAsync(id))["status"]!.GetValue<string>().ShouldBe("aborted");
    }

    private static ByteArrayContent Octets(string text) =>
        new(Encoding.ASCII.GetBytes(text)) { Headers = { ContentType = new("application/octet-stream") } };

    private static async Task<string> VolumeAsync(SandboxFixture fixture, string name) =>
        (await fixture.JsonAsync(HttpMethod.Post, "/v1/volumes", new { name }))["id"]!.GetValue<string>();
}
