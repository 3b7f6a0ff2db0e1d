using System.Net;
using System.Text.Json;

namespace Dari.Emulator.Tests.Sandbox;

/// <summary>Raw bytes, forms, batches and signed addresses.</summary>
public sealed class FileTransferTests
{
    private static readonly byte[] Bytes = [0, 1, 2, 255];

    [Fact]
    public async Task Raw_bytes_go_in_and_come_out()
    {
        await using var fixture = await SandboxFixture.StartAsync(change: options => options with { UploadMaxBytes = 4 });
        var file = $"/v1/sandboxes/{await fixture.SandboxAsync()}/file";

        await fixture.EmptyAsync(HttpMethod.Put, $"{file}?path=a/b.bin", Octets(Bytes));
        (await fixture.Http.GetByteArrayAsync($"{file}?path=/workspace/a/b.bin")).ShouldBe(Bytes);
        await fixture.EmptyAsync(HttpMethod.Put, $"{file}?path=empty", Octets([]));
        (await fixture.Http.GetByteArrayAsync($"{file}?path=empty")).ShouldBeEmpty();
        await fixture.FailAsync(
            HttpStatusCode.RequestEntityTooLarge, "file_upload_limit_exceeded", HttpMethod.Put, $"{file}?path=c", Octets([1, 2, 3, 4, 5]));
        await fixture.FailAsync(HttpStatusCode.NotFound, "not_found", HttpMethod.Get, $"{file}?path=c");
        await fixture.FailAsync(HttpStatusCode.BadRequest, "invalid_request", HttpMethod.Get, $"{file}?path=a");
        await fixture.FailAsync(HttpStatusCode.Conflict, "conflict", HttpMethod.Put, $"{file}?path=a", Octets([1]));
    }

    [Fact]
    public async Task A_signed_address_works_without_a_key_for_its_path_and_its_time()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var sandbox = await fixture.SandboxAsync();
        using var nobody = fixture.Client(null);
        var upload = await fixture.JsonAsync(HttpMethod.Post, $"/v1/sandboxes/{sandbox}/files/upload-url", new { path = "a b.bin", user = "ada" });
        var url = upload["url"]!.GetValue<string>();

        (await fixture.SendAsync(HttpMethod.Put, url, Octets(Bytes), client: nobody)).Status.ShouldBe(HttpStatusCode.NoContent);
        var form = new MultipartFormDataContent { { new ByteArrayContent([7]), "file", "x" } };
        (await fixture.SendAsync(HttpMethod.Post, url, form, client: nobody)).Status.ShouldBe(HttpStatusCode.NoContent);
        var download = (await fixture.JsonAsync(
            HttpMethod.Post, $"/v1/sandboxes/{sandbox}/files/download-url", new { path = "/home/ada/a b.bin" }))["url"]!.GetValue<string>();
        (await nobody.GetByteArrayAsync(download)).ShouldBe([7]);

        await RefusedAsync(HttpMethod.Get, url);
        await RefusedAsync(HttpMethod.Put, download, Octets(Bytes));
        await RefusedAsync(HttpMethod.Get, download.Replace("a%20b", "other"));
        await RefusedAsync(HttpMethod.Get, $"/v1/sandboxes/{sandbox}/file?path=a&token=wrong");
        var (status, json) = await fixture.SendAsync(HttpMethod.Get, $"/v1/sandboxes/{sandbox}/file?path=a", client: nobody);
        SandboxFixture.CheckFailure(HttpStatusCode.Unauthorized, "unauthorized", status, json);
        fixture.Clock.Advance(TimeSpan.FromMinutes(16));
        await RefusedAsync(HttpMethod.Get, download);
        await fixture.FailAsync(
            HttpStatusCode.NotFound, "not_found", HttpMethod.Post, $"/v1/sandboxes/{sandbox}/files/download-url", new { path = "none" });

        async Task RefusedAsync(HttpMethod method, string address, HttpContent? content = null)
        {
            var (found, body) = await fixture.SendAsync(method, address, content, client: nobody);
            SandboxFixture.CheckFailure(HttpStatusCode.Forbidden, "permission_denied", found, body);
        }
    }

    [Fact]
    public async Task Files_of_a_batch_succeed_and_fail_one_by_one()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var sandbox = await fixture.SandboxAsync();
        var manifest = new
        {
            files = new[]
            {
                new { path = "a.txt", field = "f0" },
                new { path = "/workspace/.nullspace/x", field = "f0" },
                new { path = "/data", field = "f1" },
                new { path = "b.txt", field = "missing" },
                new { path = "sub/c.txt", field = "f1" },
            },
        };
        var form = new MultipartFormDataContent
        {
            { new StringContent(JsonSerializer.Serialize(manifest)), "manifest" },
            { new ByteArrayContent([65]), "f0", "a" },
            { new ByteArrayContent([66]), "f1", "b" },
        };

        var results = (await fixture.JsonAsync(HttpMethod.Post, $"/v1/sandboxes/{sandbox}/files/batch-write", form))["results"]!.AsArray();

        results.Select(result => result!["status"]!.GetValue<string>()).ShouldBe(["success", "error", "error", "error", "success"]);
        results[0]!["info"]!["path"]!.GetValue<string>().ShouldBe("/workspace/a.txt");
        (await fixture.ReadAsync(sandbox, "sub/c.txt")).ShouldBe("B");
        var broken = new MultipartFormDataContent { { new StringContent("{}"), "manifest" } };
        await fixture.FailAsync(
            HttpStatusCode.UnprocessableEntity, "invalid_fields", HttpMethod.Post, $"/v1/sandboxes/{sandbox}/files/batch-write", broken);
    }

    private static ByteArrayContent Octets(byte[] bytes) =>
        new(bytes) { Headers = { ContentType = new("application/octet-stream") } };
}
