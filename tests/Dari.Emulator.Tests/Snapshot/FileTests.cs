using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Dari.Emulator.Tests.Snapshot;

public sealed class FileTests
{
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 100_000).Select(static i => (byte)i)];

    [Fact]
    public async Task A_file_comes_back_as_it_went_in_as_bytes_and_as_JSON()
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();
        string session = await service.SessionAsync();
        JsonNode uploaded = await service.UploadAsync(session, "/data/in.bin", Bytes);
        uploaded["size_bytes"]!.GetValue<long>().ShouldBe(Bytes.Length);

        (await DownloadAsync(service, session, "/data/in.bin", null)).ShouldBe(Bytes);
        byte[] json = await DownloadAsync(service, session, "/data/in.bin", "application/json");
        Convert.FromBase64String(JsonNode.Parse(json)!["content"]!.GetValue<string>()).ShouldBe(Bytes);
    }

    [Fact]
    public async Task Commands_and_transfers_see_the_same_files()
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();
        string session = await service.SessionAsync();

        await service.UploadAsync(session, "in.txt", "hello\n"u8.ToArray());
        await service.UploadAsync(session, "/tmp/", Bytes);
        (await service.RunAsync(session, "cat in.txt > out.txt; ls /tmp")).ShouldBe("data.bin\n");
        Encoding.UTF8.GetString(await DownloadAsync(service, session, "out.txt", null)).ShouldBe("hello\n");
    }

    [Fact]
    public async Task What_is_not_there_is_404_and_what_cannot_be_is_422()
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();
        string session = await service.SessionAsync();

        using HttpResponseMessage missing = await PostDownloadAsync(service, session, "/none", null);
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using HttpResponseMessage foreign = await PostDownloadAsync(service, Guid.NewGuid().ToString(), "/none", null);
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        JsonNode outside = await service.UploadAsync(session, "/../../x", Bytes, HttpStatusCode.UnprocessableEntity);
        outside["detail"]![0]!["loc"]!.ToJsonString().ShouldBe("""["body","remote_path"]""");
        JsonNode incomplete = await service.PostAsync(
            "/upload", new MultipartFormDataContent { { new StringContent("/x"), "remote_path" } }, HttpStatusCode.UnprocessableEntity);
        ((JsonArray)incomplete["detail"]!).Select(static one => $"{one!["loc"]![1]} {one["type"]}").ShouldBe(["file missing", "session_id missing"]);
    }

    private static async Task<byte[]> DownloadAsync(SnapshotFixture service, string session, string name, string? accept)
    {
        using HttpResponseMessage response = await PostDownloadAsync(service, session, name, accept);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static async Task<HttpResponseMessage> PostDownloadAsync(SnapshotFixture service, string session, string name, string? accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/download");
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["filename"] = name, ["session_id"] = session });
        if (accept is not null)
        {
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        }

        return await service.Http.SendAsync(request);
    }
}
