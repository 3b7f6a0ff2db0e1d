using System.Net;
using System.Text.Json.Nodes;

namespace Dari.Emulator.Tests.Sandbox;

/// <summary>Files of a sandbox over JSON, and which paths there are.</summary>
public sealed class FileTests
{
    [Fact]
    public async Task A_file_is_written_read_moved_and_described()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var files = $"/v1/sandboxes/{await fixture.SandboxAsync()}/files";

        var written = await fixture.JsonAsync(HttpMethod.Post, $"{files}/write", new { path = "a/b.txt", content = "héllo" });
        written["path"]!.GetValue<string>().ShouldBe("/workspace/a/b.txt");
        written["size"]!.GetValue<int>().ShouldBe(6);
        written["mode"]!.GetValue<string>().ShouldBe("0644");
        await fixture.JsonAsync(HttpMethod.Post, $"{files}/write", new { path = "bin", content = "/wD+", encoding = "base64" });
        var binary = await fixture.JsonAsync(HttpMethod.Post, $"{files}/read", new { path = "bin", encoding = "base64" });
        binary["content"]!.GetValue<string>().ShouldBe("/wD+");
        binary["size"]!.GetValue<int>().ShouldBe(3);
        await fixture.FailAsync(HttpStatusCode.UnprocessableEntity, "invalid_fields", HttpMethod.Post, $"{files}/read", new { path = "bin" });
        await fixture.FailAsync(
            HttpStatusCode.UnprocessableEntity, "invalid_fields", HttpMethod.Post, $"{files}/write", new { path = "x", content = "%", encoding = "base64" });

        await fixture.EmptyAsync(HttpMethod.Post, $"{files}/permissions", new { path = "a/b.txt", permissions = "0755" });
        var moved = await fixture.JsonAsync(HttpMethod.Post, $"{files}/rename", new { old_path = "a", new_path = "c/d" });
        moved["is_dir"]!.GetValue<bool>().ShouldBeTrue();
        var info = await fixture.JsonAsync(HttpMethod.Post, $"{files}/info", new { path = "c/d/b.txt" });
        info["permissions"]!.GetValue<string>().ShouldBe("0755");
        info["type"]!.GetValue<string>().ShouldBe("file");
        await fixture.FailAsync(HttpStatusCode.NotFound, "not_found", HttpMethod.Post, $"{files}/read", new { path = "a/b.txt" });
        await fixture.FailAsync(
            HttpStatusCode.UnprocessableEntity, "invalid_fields", HttpMethod.Post, $"{files}/permissions", new { path = "bin", permissions = "9" });
        await fixture.FailAsync(
            HttpStatusCode.BadRequest, "invalid_request", HttpMethod.Post, $"{files}/rename", new { old_path = "c", new_path = "c/d/e" });
        await fixture.FailAsync(
            HttpStatusCode.Conflict, "conflict", HttpMethod.Post, $"{files}/rename", new { old_path = "bin", new_path = "c" });
    }

    [Fact]
    public async Task A_listing_goes_as_deep_as_asked()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var sandbox = await fixture.SandboxAsync();
        await fixture.EmptyAsync(HttpMethod.Post, $"/v1/sandboxes/{sandbox}/files/mkdir", new { path = "a/b" });
        await fixture.WriteAsync(sandbox, "a/b/c.txt", "c");

        (await PathsAsync("?path=/workspace")).ShouldBe(["/workspace/a"]);
        (await PathsAsync("?path=a&depth=2")).ShouldBe(["/workspace/a/b", "/workspace/a/b/c.txt"]);
        (await PathsAsync("")).ShouldBe(["/data", "/home", "/root", "/srv", "/tmp", "/workspace"]);
        (await PathsAsync("?path=/&depth=9")).ShouldNotContain(path => path.Contains(".nullspace"));
        await fixture.FailAsync(HttpStatusCode.NotFound, "not_found", HttpMethod.Get, $"/v1/sandboxes/{sandbox}/files?path=none");
        await fixture.FailAsync(HttpStatusCode.BadRequest, "invalid_request", HttpMethod.Get, $"/v1/sandboxes/{sandbox}/files?depth=0");

        async Task<IEnumerable<string>> PathsAsync(string query) =>
            (await fixture.JsonAsync(HttpMethod.Get, $"/v1/sandboxes/{sandbox}/files{query}"))
            .AsArray().Select(entry => entry!["path"]!.GetValue<string>());
    }

    [Fact]
    public async Task Relative_paths_start_at_the_working_folder_the_home_or_the_workspace()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var plain = await fixture.SandboxAsync();
        var placed = await fixture.SandboxAsync(new { cwd = "/srv/app" });

        (await PathAsync(plain, null)).ShouldBe("/workspace/x");
        (await PathAsync(plain, "ada")).ShouldBe("/home/ada/x");
        (await PathAsync(plain, "root")).ShouldBe("/root/x");
        (await PathAsync(placed, "ada")).ShouldBe("/srv/app/x");
        await fixture.FailAsync(
            HttpStatusCode.BadRequest,
            "invalid_request",
            HttpMethod.Post,
            $"/v1/sandboxes/{plain}/files/write",
            new { path = "x", content = "", user = "../root" });

        async Task<string> PathAsync(string sandbox, string? user)
        {
            var body = new JsonObject { ["path"] = "x", ["content"] = "x" };
            if (user is not null)
            {
                body["user"] = user;
            }

            var written = await fixture.JsonAsync(HttpMethod.Post, $"/v1/sandboxes/{sandbox}/files/write", body);
            written["owner"]!.GetValue<string>().ShouldBe(user ?? "user");
            return written["path"]!.GetValue<string>();
        }
    }

    [Theory]
    [InlineData("../../x")]
    [InlineData("/../x")]
    [InlineData("/workspace/../../x")]
    [InlineData("/etc/passwd")]
    [InlineData("/x")]
    [InlineData("")]
    [InlineData("/workspace/.nullspace/x")]
    [InlineData("/tmp/../workspace/.nullspace/uploads/x")]
    [InlineData(".nullspace")]
    [InlineData("a\0b")]
    public async Task A_path_outside_of_the_locations_is_refused(string path)
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var sandbox = await fixture.SandboxAsync();
        var before = Everything(fixture);

        await fixture.FailAsync(
            HttpStatusCode.BadRequest, "invalid_request", HttpMethod.Post, $"/v1/sandboxes/{sandbox}/files/write", new { path, content = "x" });
        await fixture.FailAsync(
            HttpStatusCode.BadRequest, "invalid_request", HttpMethod.Post, $"/v1/sandboxes/{sandbox}/uploads", UploadClient.Request(path, 1));

        Everything(fixture).ShouldBe(before);
    }

    [Fact]
    public async Task Names_and_contents_are_searched_and_replaced()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var sandbox = await fixture.SandboxAsync();
        var files = $"/v1/sandboxes/{sandbox}/files";
        await fixture.WriteAsync(sandbox, "a.py", "def main():\n  x[0]\n");
        await fixture.WriteAsync(sandbox, "sub/b.py", "main()\nmain()\n");
        await fixture.WriteAsync(sandbox, "c.txt", "main");
        await fixture.JsonAsync(HttpMethod.Post, $"{files}/write", new { path = "d.bin", content = "bWFpbgA=", encoding = "base64" });

        Texts(await SearchAsync("*.py")).ShouldBe(["/workspace/a.py", "/workspace/sub/b.py"]);
        Texts(await SearchAsync("[ab].p?")).ShouldBe(["/workspace/a.py", "/workspace/sub/b.py"]);
        Texts(await SearchAsync("[!a]*")).ShouldBe(["/workspace/c.txt", "/workspace/d.bin", "/workspace/sub", "/workspace/sub/b.py"]);
        (await FindAsync(@"def \w+")).ShouldBe([("/workspace/a.py", 1, "def main():")]);
        (await FindAsync("x[")).ShouldBe([("/workspace/a.py", 2, "  x[0]")]);
        (await FindAsync("main")).Count.ShouldBe(4);

        var replaced = await fixture.JsonAsync(
            HttpMethod.Post,
            $"{files}/replace",
            new { files = new[] { "a.py", "sub/b.py", "d.bin", "none", "sub" }, pattern = @"main\(\)", replacement = "run()" });
        replaced.ToJsonString().ShouldBe("""{"replacements":3,"files_modified":2,"files_skipped":2,"binary_files_skipped":1}""");
        (await fixture.ReadAsync(sandbox, "sub/b.py")).ShouldBe("run()\nrun()\n");
        await fixture.FailAsync(HttpStatusCode.UnprocessableEntity, "invalid_fields", HttpMethod.Post, $"{files}/search", new { path = "/workspace", pattern = "[a" });
        await fixture.FailAsync(HttpStatusCode.NotFound, "not_found", HttpMethod.Post, $"{files}/find", new { path = "/workspace/none", pattern = "a" });

        Task<JsonNode> SearchAsync(string pattern) => fixture.JsonAsync(HttpMethod.Post, $"{files}/search", new { path = "/workspace", pattern });

        async Task<List<(string, int, string)>> FindAsync(string pattern) =>
            [.. (await fixture.JsonAsync(HttpMethod.Post, $"{files}/find", new { path = "/workspace", pattern })).AsArray()
                .Select(found => (found!["file"]!.GetValue<string>(), found["line"]!.GetValue<int>(), found["content"]!.GetValue<string>()))];
    }

    private static IEnumerable<string> Texts(JsonNode items) => items.AsArray().Select(item => item!.GetValue<string>());

    private static string[] Everything(SandboxFixture fixture) => [.. Directory
        .EnumerateFileSystemEntries(fixture.Emulator.DataFolder, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)];
}
