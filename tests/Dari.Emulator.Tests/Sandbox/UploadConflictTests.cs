using System.Formats.Tar;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Dari.Emulator.Tests.Sandbox;

/// <summary>What happens when something is at the target, and folders that come as tar.</summary>
public sealed class UploadConflictTests
{
    private static readonly byte[] New = Encoding.ASCII.GetBytes("new");

    [Fact]
    public async Task Error_refuses_what_is_there_at_create_and_at_complete()
    {
        await using var fixture = await SandboxFixture.StartAsync(change: static options => options with { UploadPartSize = 1024 });
        var sandbox = await fixture.SandboxAsync();
        var uploads = new UploadClient(fixture, $"/v1/sandboxes/{sandbox}");
        await fixture.WriteAsync(sandbox, "/tmp/a", "old");

        await fixture.FailAsync(
            HttpStatusCode.Conflict, "upload_conflict", HttpMethod.Post, uploads.Base, UploadClient.Request("/tmp/a", 3));

        var id = await uploads.StartAsync(UploadClient.Request("/tmp/b", 3));
        await uploads.PartAsync(id, 0, New);
        await fixture.WriteAsync(sandbox, "/tmp/b", "old");
        var (status, json) = await uploads.CompleteAsync(id);
        SandboxFixture.CheckFailure(HttpStatusCode.Conflict, "upload_conflict", status, json);
        (await fixture.ReadAsync(sandbox, "/tmp/b")).ShouldBe("old");
        (await uploads.StatusAsync(id))["status"]!.GetValue<string>().ShouldBe("staged");

        await fixture.ShellAsync(sandbox, "rm /tmp/b");
        (await uploads.CompleteAsync(id)).Status.ShouldBe(HttpStatusCode.OK);
        (await fixture.ReadAsync(sandbox, "/tmp/b")).ShouldBe("new");
    }

    [Theory]
    [InlineData("replace")]
    [InlineData("merge")]
    public async Task Replace_and_merge_write_over_a_file_but_never_over_a_folder(string conflict)
    {
        await using var fixture = await SandboxFixture.StartAsync(change: static options => options with { UploadPartSize = 1024 });
        var sandbox = await fixture.SandboxAsync();
        var uploads = new UploadClient(fixture, $"/v1/sandboxes/{sandbox}");
        await fixture.WriteAsync(sandbox, "/tmp/a", "old");

        (await uploads.UploadAsync(UploadClient.Request("/tmp/a", 3, conflict), New)).Status.ShouldBe(HttpStatusCode.OK);

        (await fixture.ReadAsync(sandbox, "/tmp/a")).ShouldBe("new");
        await fixture.FailAsync(
            HttpStatusCode.Conflict, "upload_conflict", HttpMethod.Post, uploads.Base, UploadClient.Request("/data", 3, conflict));
    }

    [Theory]
    [InlineData("merge", "kept", "new")]
    [InlineData("replace", null, "new")]
    public async Task A_folder_is_laid_over_the_old_one_or_takes_its_place(string conflict, string? kept, string changed)
    {
        await using var fixture = await SandboxFixture.StartAsync(change: static options => options with { UploadPartSize = 1024 });
        var sandbox = await fixture.SandboxAsync();
        await fixture.WriteAsync(sandbox, "/workspace/p/kept.txt", "kept");
        await fixture.WriteAsync(sandbox, "/workspace/p/sub/changed.txt", "old");

        var answer = await TarAsync(
            fixture, sandbox, "/workspace/p", conflict, TarBytes.Of(("sub/changed.txt", "new"), ("added.txt", "added")));

        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Json.ToJsonString());
        answer.Json["published_file_count"]!.GetValue<int>().ShouldBe(2);
        (await fixture.ReadAsync(sandbox, "/workspace/p/sub/changed.txt")).ShouldBe(changed);
        (await fixture.ReadAsync(sandbox, "/workspace/p/added.txt")).ShouldBe("added");
        var (status, _) = await fixture.SendAsync(
            HttpMethod.Post, $"/v1/sandboxes/{sandbox}/files/info", new { path = "/workspace/p/kept.txt" });
        status.ShouldBe(kept is null ? HttpStatusCode.NotFound : HttpStatusCode.OK);
        var info = await fixture.JsonAsync(
            HttpMethod.Post, $"/v1/sandboxes/{sandbox}/files/info", new { path = "/workspace/p/added.txt" });
        info["mode"]!.GetValue<string>().ShouldBe("0755");
    }

    [Theory]
    [InlineData("merge")]
    [InlineData("replace")]
    public async Task The_workspace_itself_can_be_a_target(string conflict)
    {
        await using var fixture = await SandboxFixture.StartAsync(change: static options => options with { UploadPartSize = 1024 });
        var sandbox = await fixture.SandboxAsync();
        await fixture.WriteAsync(sandbox, "/workspace/old.txt", "old");

        (await TarAsync(fixture, sandbox, "/workspace", conflict, TarBytes.Of(("a/b.txt", "b")))).Status.ShouldBe(HttpStatusCode.OK);

        (await fixture.ReadAsync(sandbox, "a/b.txt")).ShouldBe("b");
        var listed = (await fixture.JsonAsync(HttpMethod.Get, $"/v1/sandboxes/{sandbox}/files?path=/workspace")).AsArray();
        listed.Select(entry => entry!["name"]!.GetValue<string>()).ShouldBe(conflict == "merge" ? ["a", "old.txt"] : ["a"]);
    }

    [Fact]
    public async Task A_clash_of_a_file_with_a_folder_leaves_the_target_as_it_was()
    {
        await using var fixture = await SandboxFixture.StartAsync(change: static options => options with { UploadPartSize = 1024 });
        var sandbox = await fixture.SandboxAsync();
        await fixture.WriteAsync(sandbox, "/workspace/p/x/in.txt", "in");

        var (status, json) = await TarAsync(
            fixture, sandbox, "/workspace/p", "merge", TarBytes.Of(("a.txt", "a"), ("x", "file")));

        SandboxFixture.CheckFailure(HttpStatusCode.Conflict, "upload_conflict", status, json);
        (await fixture.ShellAsync(sandbox, "ls p p/x"))["stdout"]!.GetValue<string>().ShouldBe("p:\nx\np/x:\nin.txt\n");
    }

    public static TheoryData<string, byte[]> Evil() => new()
    {
        { "absolute", TarBytes.Of(("/etc/passwd", "x")) },
        { "parent", TarBytes.Of(("a/../../x", "x")) },
        { "absolute link", TarBytes.Of(TarBytes.Link("l", "/etc/passwd")) },
        { "link out", TarBytes.Of(TarBytes.Link("a/l", "../../x")) },
        { "through link", TarBytes.Of(TarBytes.Link("l", "."), TarBytes.File("l/x", "x")) },
        { "hard link out", TarBytes.Of(TarBytes.Link("h", "../x", TarEntryType.HardLink)) },
        { "hard link to nothing", TarBytes.Of(TarBytes.Link("h", "x", TarEntryType.HardLink)) },
        { "pipe", TarBytes.Of(TarBytes.Pipe("p")) },
        { "file as folder", TarBytes.Of(("a", "x"), ("a/b", "x")) },
        { "no tar", Encoding.ASCII.GetBytes(new string('x', 2048)) },
        { "cut off", TarBytes.Of(("a", new string('x', 4000)))[..2048] },
    };

    [Theory]
    [MemberData(nameof(Evil))]
    public async Task An_unsafe_archive_is_refused_as_a_whole(string what, byte[] tar)
    {
        await using var fixture = await SandboxFixture.StartAsync(change: static options => options with { UploadPartSize = 1024 });
        var sandbox = await fixture.SandboxAsync();
        var before = Everything(fixture);

        var (status, json) = await TarAsync(fixture, sandbox, "/workspace/p", "error", tar);

        SandboxFixture.CheckFailure(HttpStatusCode.UnprocessableEntity, "invalid_fields", status, json);
        json["error_detail"]!["details"]!["reason"]!.GetValue<string>().ShouldBe("unsafe_archive", what);
        Everything(fixture).ShouldBe(before, what);
    }

    [Fact]
    public async Task An_archive_cannot_write_into_the_reserved_folder()
    {
        await using var fixture = await SandboxFixture.StartAsync(change: static options => options with { UploadPartSize = 1024 });
        var sandbox = await fixture.SandboxAsync();
        foreach (var conflict in new[] { "merge", "replace" })
        {
            var (status, json) = await TarAsync(
                fixture, sandbox, "/workspace", conflict, TarBytes.Of((".nullspace/x", "x"), ("a", "a")));
            SandboxFixture.CheckFailure(HttpStatusCode.BadRequest, "invalid_request", status, json);
        }

        (await fixture.ShellAsync(sandbox, "ls -a"))["stdout"]!.GetValue<string>().ShouldBe("");
    }

    [Fact]
    public async Task Links_inside_of_an_archive_work_and_stay_inside_wherever_they_are_moved()
    {
        await using var fixture = await SandboxFixture.StartAsync(change: static options => options with { UploadPartSize = 1024 });
        var sandbox = await fixture.SandboxAsync();
        var secret = Path.Combine(fixture.Emulator.DataFolder, "secret");
        await File.WriteAllTextAsync(secret, "secret");
        var tar = TarBytes.Of(
            TarBytes.File("real.txt", "real"),
            TarBytes.Link("a/b/c/d/e/f/up", "../../../../../../real.txt"),
            TarBytes.Link("a/b/c/d/e/f/root", "../../../../../.."),
            TarBytes.Link("hard.txt", "real.txt", TarEntryType.HardLink));
        (await TarAsync(fixture, sandbox, "/workspace/p", "error", tar)).Status.ShouldBe(HttpStatusCode.OK);

        (await fixture.ReadAsync(sandbox, "/workspace/p/a/b/c/d/e/f/up")).ShouldBe("real");
        (await fixture.ReadAsync(sandbox, "/workspace/p/hard.txt")).ShouldBe("real");
        var info = await fixture.JsonAsync(
            HttpMethod.Post, $"/v1/sandboxes/{sandbox}/files/info", new { path = "/workspace/p/a/b/c/d/e/f/up" });
        info["type"]!.GetValue<string>().ShouldBe("symlink");
        info["symlink_target"]!.GetValue<string>().ShouldBe("../../../../../../real.txt");

        // Moved up, the links point above the root of the sandbox; the host would follow them out.
        await fixture.ShellAsync(sandbox, "mv p/a/b/c/d/e/f/up up && mv p/a/b/c/d/e/f/root root");
        foreach (var path in new[] { "/workspace/up", "/workspace/root/secret", "/workspace/root/workspace/.nullspace/x" })
        {
            var (status, _) = await fixture.SendAsync(HttpMethod.Get, $"/v1/sandboxes/{sandbox}/file?path={path}");
            ((int)status).ShouldBeInRange(400, 404, path);
        }

        (await File.ReadAllTextAsync(secret)).ShouldBe("secret");
    }

    private static async Task<(HttpStatusCode Status, JsonNode Json)> TarAsync(
        SandboxFixture fixture, string sandbox, string target, string conflict, byte[] tar)
    {
        var uploads = new UploadClient(fixture, $"/v1/sandboxes/{sandbox}");
        var session = await uploads.CreateAsync(UploadClient.Request(target, tar.Length, conflict, isFolder: true));
        var id = session["upload_id"]!.GetValue<string>();
        await uploads.SendAllAsync(id, tar, session["part_size"]!.GetValue<int>());
        return await uploads.CompleteAsync(id);
    }

    private static string[] Everything(SandboxFixture fixture) => [.. Directory
        .EnumerateFileSystemEntries(fixture.Emulator.DataFolder, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)];
}
