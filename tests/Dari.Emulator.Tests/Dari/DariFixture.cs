using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Dari.Emulator.Tests.Dari;

/// <summary>A running emulator with a client for its Dari service. When it ends, no contract may have been violated.</summary>
internal sealed class DariFixture : IAsyncDisposable
{
    private DariFixture(DariEmulator emulator)
    {
        Emulator = emulator;
        Http = Client(emulator.DariApiKey);
        Foreign = Client(emulator.ForeignApiKey);
    }

    public DariEmulator Emulator { get; }

    public HttpClient Http { get; }

    /// <summary>A client of another organization.</summary>
    public HttpClient Foreign { get; }

    public static async Task<DariFixture> StartAsync(EmulatorOptions? options = null) =>
        new(await DariEmulator.StartAsync((options ?? new EmulatorOptions()) with { TurnStepDuration = TimeSpan.FromMilliseconds(5) }));

    public HttpClient Client(string key)
    {
        var client = new HttpClient { BaseAddress = Emulator.DariUrl };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    public Task<JsonObject> GetAsync(string path, HttpStatusCode expected = HttpStatusCode.OK) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, path), expected);

    public Task<JsonObject> PostAsync(string path, object? body, HttpStatusCode expected) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body) }, expected);

    public async Task<JsonObject> SendAsync(HttpRequestMessage request, HttpStatusCode expected, HttpClient? client = null)
    {
        using (request)
        {
            using HttpResponseMessage response = await (client ?? Http).SendAsync(request);
            string text = await response.Content.ReadAsStringAsync();
            response.StatusCode.ShouldBe(expected, text);
            return text.Length == 0 ? [] : (JsonObject)JsonNode.Parse(text)!;
        }
    }

    /// <summary>Packs, reserves, uploads and finalizes.</summary>
    /// <returns>The id of the snapshot, which is ready.</returns>
    public async Task<string> SnapshotAsync(byte[] archive)
    {
        JsonObject reserved = await PostAsync("/v1/source-snapshots", Bundles.Reservation(archive), HttpStatusCode.Created);
        using HttpResponseMessage put = await UploadAsync(reserved, archive);
        put.StatusCode.ShouldBe(HttpStatusCode.OK);
        string id = reserved["source_snapshot_id"]!.GetValue<string>();
        JsonObject finalized = await PostAsync($"/v1/source-snapshots/{id}/finalize", null, HttpStatusCode.OK);
        finalized["status"]!.GetValue<string>().ShouldBe("ready", finalized.ToJsonString());
        return id;
    }

    /// <summary>Uploads as a careful client does: the given headers and no key.</summary>
    public async Task<HttpResponseMessage> UploadAsync(JsonObject reserved, byte[] archive, Action<HttpRequestMessage>? change = null)
    {
        using var storage = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Put, reserved["upload_url"]!.GetValue<string>());
        request.Content = new ByteArrayContent(archive);
        foreach ((string header, JsonNode? value) in (JsonObject)reserved["upload_headers"]!)
        {
            if (!request.Headers.TryAddWithoutValidation(header, value!.GetValue<string>()))
            {
                request.Content.Headers.TryAddWithoutValidation(header, value.GetValue<string>());
            }
        }

        change?.Invoke(request);
        return await storage.SendAsync(request);
    }

    public async Task<string> AgentAsync(byte[]? archive = null)
    {
        string snapshot = await SnapshotAsync(archive ?? Bundles.Pack());
        JsonObject agent = await PostAsync("/v1/agents", new { source_snapshot_id = snapshot }, HttpStatusCode.Created);
        return agent["id"]!.GetValue<string>();
    }

    public async Task<string> SessionAsync(string? agent = null, object? options = null)
    {
        JsonObject session = await PostAsync($"/v1/agents/{agent ?? await AgentAsync()}/sessions", options, HttpStatusCode.Created);
        return session["id"]!.GetValue<string>();
    }

    public Task<JsonObject> SayAsync(string session, string text, HttpStatusCode expected = HttpStatusCode.Accepted) =>
        PostAsync($"/v1/sessions/{session}/events", Bundles.Say(text), expected);

    /// <summary>Asks for a resource until it is as wanted.</summary>
    public async Task<JsonObject> UntilAsync(string path, Func<JsonObject, bool> wanted)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            JsonObject now = await GetAsync(path);
            if (wanted(now))
            {
                return now;
            }

            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20), now.ToJsonString());
            await Task.Delay(10);
        }
    }

    public Task<JsonObject> FinishedAsync(JsonObject sent) =>
        UntilAsync($"/v1/messages/{sent["message"]!["id"]}", static message => (string?)message["status"] is "completed" or "failed");

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        Foreign.Dispose();
        await Emulator.DisposeAsync();
        Emulator.ContractViolations.ShouldBeEmpty();
    }
}
