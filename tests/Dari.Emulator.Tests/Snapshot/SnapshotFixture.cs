using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Dari.Emulator.Tests.Snapshot;

/// <summary>A running emulator with clients for its snapshot service. When it ends, no contract may have been violated.</summary>
internal sealed class SnapshotFixture : IAsyncDisposable
{
    private SnapshotFixture(DariEmulator emulator)
    {
        Emulator = emulator;
        Http = Client(emulator.SnapshotApiKey);
        Foreign = Client(emulator.ForeignApiKey);
        Anonymous = new HttpClient { BaseAddress = emulator.SnapshotUrl };
    }

    public DariEmulator Emulator { get; }

    public HttpClient Http { get; }

    /// <summary>A client of another account.</summary>
    public HttpClient Foreign { get; }

    /// <summary>A client without a key.</summary>
    public HttpClient Anonymous { get; }

    public static async Task<SnapshotFixture> StartAsync(EmulatorOptions? options = null) => new(await DariEmulator.StartAsync(options));

    public HttpClient Client(string key)
    {
        var client = new HttpClient { BaseAddress = Emulator.SnapshotUrl };
        client.DefaultRequestHeaders.Add("X-API-Key", key);
        return client;
    }

    public async Task<JsonNode> SendAsync(
        HttpMethod method, string path, object? body = null, HttpStatusCode expected = HttpStatusCode.OK, HttpClient? client = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            _ => JsonContent.Create(body),
        };
        using HttpResponseMessage response = await (client ?? Http).SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(expected, text);
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    public Task<JsonNode> GetAsync(string path, HttpStatusCode expected = HttpStatusCode.OK) =>
        SendAsync(HttpMethod.Get, path, null, expected);

    public Task<JsonNode> PostAsync(string path, object body, HttpStatusCode expected = HttpStatusCode.OK) =>
        SendAsync(HttpMethod.Post, path, body, expected);

    public Task<JsonNode> DeleteAsync(string path, HttpStatusCode expected = HttpStatusCode.NoContent) =>
        SendAsync(HttpMethod.Delete, path, null, expected);

    public async Task<string> SessionAsync(object? more = null)
    {
        JsonObject body = more is null ? [] : (JsonObject)JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(more))!;
        body["api_key"] = Emulator.SnapshotApiKey;
        return (await SendAsync(HttpMethod.Post, "/v1/sessions/session", body, client: Anonymous))["session_id"]!.GetValue<string>();
    }

    public async Task<string> RunAsync(string session, string text, string language = "bash") =>
        (await PostAsync("/execute", new { session_id = session, code = text, language }))["stdout"]!.GetValue<string>();

    /// <summary>Puts a file onto the machine of a session.</summary>
    public Task<JsonNode> UploadAsync(string session, string path, byte[] bytes, HttpStatusCode expected = HttpStatusCode.OK) =>
        PostAsync("/upload", Form(bytes, ("remote_path", path), ("session_id", session)), expected);

    public static MultipartFormDataContent Form(byte[] bytes, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", "data.bin" } };
        foreach ((string name, string value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        return form;
    }

    /// <summary>Asks for a resource until it is as wanted.</summary>
    public async Task<JsonNode> UntilAsync(string path, Func<JsonNode, bool> wanted)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            JsonNode now = await GetAsync(path);
            if (wanted(now))
            {
                return now;
            }

            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30), now.ToJsonString());
            await Task.Delay(10);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        Foreign.Dispose();
        Anonymous.Dispose();
        await Emulator.DisposeAsync();
        Emulator.ContractViolations.ShouldBeEmpty();
    }
}
