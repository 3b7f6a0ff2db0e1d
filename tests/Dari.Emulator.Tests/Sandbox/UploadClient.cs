using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Dari.Emulator.Tests.Sandbox;

/// <summary>Calls of one resumable upload, into a sandbox or a volume.</summary>
internal sealed class UploadClient(SandboxFixture fixture, string holder)
{
    /// <summary>Path of the uploads, such as <c>/v1/sandboxes/sb_1/uploads</c>.</summary>
    public string Base { get; } = $"{holder}/uploads";

    public static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static object Request(
        string target, long length, string conflict = "error", bool isFolder = false, string? digest = null)
    {
        var request = new JsonObject
        {
            ["kind"] = isFolder ? "directory_tar" : "file",
            ["source_kind"] = isFolder ? "directory_archive" : "restartable_file",
            ["target_path"] = target,
            ["content_length"] = length,
            ["conflict"] = conflict,
            ["checksum_algorithm"] = "sha256",
        };
        if (isFolder)
        {
            request["archive_format"] = "tar";
        }

        if (digest is not null)
        {
            request["whole_checksum_sha256"] = digest;
        }

        return request;
    }

    public async Task<JsonNode> CreateAsync(object request, string? key = null) =>
        (await fixture.JsonAsync(HttpMethod.Post, Base, request, key))["session"]!;

    public async Task<string> StartAsync(object request) => (await CreateAsync(request))["upload_id"]!.GetValue<string>();

    public Task<JsonNode> StatusAsync(string id) => fixture.JsonAsync(HttpMethod.Get, $"{Base}/{id}");

    public Task<(HttpStatusCode Status, JsonNode Json)> SendAsync(string id, int number, byte[] bytes, string? digest = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"{Base}/{id}/parts/{number}")
        {
            Content = new ByteArrayContent(bytes),
        };
        request.Content.Headers.ContentType = new("application/octet-stream");
        if (digest is not null)
        {
            request.Headers.Add("X-Nullspace-Part-Sha256", digest);
        }

        return fixture.SendAsync(request);
    }

    public async Task<JsonNode> PartAsync(string id, int number, byte[] bytes)
    {
        var (status, json) = await SendAsync(id, number, bytes, Digest(bytes));
        status.ShouldBe(HttpStatusCode.OK, json.ToJsonString());
        return json;
    }

    /// <summary>Sends all parts in order.</summary>
    public async Task SendAllAsync(string id, byte[] bytes, int partSize)
    {
        foreach (var (chunk, number) in bytes.Chunk(partSize).Select((chunk, number) => (chunk, number)))
        {
            await PartAsync(id, number, chunk);
        }
    }

    public Task<(HttpStatusCode Status, JsonNode Json)> CompleteAsync(string id, string? digest = null, string? key = null) =>
        fixture.SendAsync(
            HttpMethod.Post,
            $"{Base}/{id}/complete",
            digest is null ? new JsonObject() : new JsonObject { ["whole_checksum_sha256"] = digest },
            key);

    /// <summary>Uploads everything and publishes it.</summary>
    public async Task<(HttpStatusCode Status, JsonNode Json)> UploadAsync(object request, byte[] bytes)
    {
        var session = await CreateAsync(request);
        var id = session["upload_id"]!.GetValue<string>();
        await SendAllAsync(id, bytes, session["part_size"]!.GetValue<int>());
        return await CompleteAsync(id);
    }
}
