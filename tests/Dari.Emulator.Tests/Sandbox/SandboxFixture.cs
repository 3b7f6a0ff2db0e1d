using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dari.Emulator.Sandbox;

namespace Dari.Emulator.Tests.Sandbox;

/// <summary>An emulator with a client for its sandbox service. When it ends, no answer may have broken the document.</summary>
internal sealed class SandboxFixture : IAsyncDisposable
{
    private SandboxFixture(DariEmulator emulator, TestClock clock)
    {
        Emulator = emulator;
        Clock = clock;
        Http = Client(emulator.SandboxApiKey);
    }

    public DariEmulator Emulator { get; }

    public TestClock Clock { get; }

    public HttpClient Http { get; }

    public static async Task<SandboxFixture> StartAsync(
        SandboxOptions? sandbox = null, Func<EmulatorOptions, EmulatorOptions>? change = null)
    {
        var clock = new TestClock();
        var options = new EmulatorOptions
        {
            Clock = clock,
            Sandbox = sandbox ?? new SandboxOptions(),
            UploadPartSize = 4,
            UploadMaxConcurrency = 2,
            UploadMaxBytes = 1 << 20,
        };
        return new SandboxFixture(await DariEmulator.StartAsync(change?.Invoke(options) ?? options), clock);
    }

    public HttpClient Client(string? key)
    {
        var client = new HttpClient { BaseAddress = Emulator.SandboxUrl };
        if (key is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        return client;
    }

    /// <summary>A new sandbox's id.</summary>
    public async Task<string> SandboxAsync(object? body = null) =>
        (await JsonAsync(HttpMethod.Post, "/v1/sandboxes", body ?? new { }))["id"]!.GetValue<string>();

    /// <summary>Sends a call that has to succeed with JSON; creations get a key of their own.</summary>
    public async Task<JsonNode> JsonAsync(HttpMethod method, string path, object? body = null, string? key = null)
    {
        var (status, json) = await SendAsync(method, path, body, key);
        status.ShouldBe(HttpStatusCode.OK, json.ToJsonString());
        return json;
    }

    /// <summary>Sends a call that has to succeed with nothing.</summary>
    public async Task EmptyAsync(HttpMethod method, string path, object? body = null)
    {
        var (status, json) = await SendAsync(method, path, body);
        status.ShouldBe(HttpStatusCode.NoContent, json.ToJsonString());
    }

    /// <summary>Sends a call that has to fail so; the answer is the whole envelope.</summary>
    public async Task<JsonNode> FailAsync(
        HttpStatusCode status, string code, HttpMethod method, string path, object? body = null, string? key = null)
    {
        var (found, json) = await SendAsync(method, path, body, key);
        CheckFailure(status, code, found, json);
        return json;
    }

    public static void CheckFailure(HttpStatusCode status, string code, HttpStatusCode found, JsonNode json)
    {
        found.ShouldBe(status, json.ToJsonString());
        json["error_detail"]!["code"]!.GetValue<string>().ShouldBe(code, json.ToJsonString());
        json["error"]!.GetValue<string>().ShouldNotBeEmpty();
        json["request_id"]!.GetValue<string>().ShouldBe(json["error_detail"]!["request_id"]!.GetValue<string>());
    }

    public async Task<(HttpStatusCode Status, JsonNode Json)> SendAsync(
        HttpMethod method, string path, object? body = null, string? key = null, HttpClient? client = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            _ => JsonContent.Create(body, options: System.Text.Json.JsonSerializerOptions.Default),
        };
        request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        return await SendAsync(request, client);
    }

    public async Task<(HttpStatusCode Status, JsonNode Json)> SendAsync(HttpRequestMessage request, HttpClient? client = null)
    {
        using var response = await (client ?? Http).SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length == 0 ? new JsonObject() : Parse(text));
    }

    /// <summary>Writes a file of a sandbox.</summary>
    public Task<JsonNode> WriteAsync(string sandbox, string path, string content) =>
        JsonAsync(HttpMethod.Post, $"/v1/sandboxes/{sandbox}/files/write", new { path, content });

    /// <summary>Reads a file of a sandbox.</summary>
    public async Task<string> ReadAsync(string sandbox, string path) =>
        (await JsonAsync(HttpMethod.Post, $"/v1/sandboxes/{sandbox}/files/read", new { path }))["content"]!.GetValue<string>();

    /// <summary>Runs a shell text.</summary>
    public Task<JsonNode> ShellAsync(string sandbox, string command) =>
        JsonAsync(HttpMethod.Post, $"/v1/sandboxes/{sandbox}/exec", new { command, shell = true });

    /// <summary>Asks again until something holds.</summary>
    public static async Task<JsonNode> UntilAsync(Func<Task<JsonNode>> ask, Func<JsonNode, bool> holds)
    {
        var deadline = DateTime.UtcNow.AddSeconds(20);
        while (true)
        {
            var answer = await ask();
            if (holds(answer))
            {
                return answer;
            }

            DateTime.UtcNow.ShouldBeLessThan(deadline, answer.ToJsonString());
            await Task.Delay(10);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        var violations = Emulator.ContractViolations;
        await Emulator.DisposeAsync();
        violations.ShouldBeEmpty();
        Directory.Exists(Emulator.DataFolder).ShouldBeFalse();
    }

    private static JsonNode Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text)!;
        }
        catch (System.Text.Json.JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
