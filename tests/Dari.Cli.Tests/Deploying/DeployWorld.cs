using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Dari.Cli.Tests.Running;
using Dari.Emulator;
using Dari.Emulator.Faults;

namespace Dari.Cli.Tests.Deploying;

/// <summary>An agent's folder, and an emulator to deploy it to.</summary>
internal sealed class DeployWorld : IAsyncDisposable
{
    private readonly HttpClient _http;

    private DeployWorld(DariEmulator emulator)
    {
        Emulator = emulator;
        _http = new HttpClient { BaseAddress = emulator.DariUrl };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", emulator.DariApiKey);
        Surroundings.Variables["DARI_API_URL"] = emulator.DariUrl.ToString();
        Surroundings.Variables["DARI_API_KEY"] = emulator.DariApiKey;
        AgentSource.Write(Surroundings);
    }

    public DariEmulator Emulator { get; }

    public Surroundings Surroundings { get; } = new();

    public static async Task<DeployWorld> StartAsync(params FaultRule[] faults) =>
        new(await DariEmulator.StartAsync(new EmulatorOptions { Faults = faults }));

    public Task<DariResult> DeployAsync(params string[] options) => DariProcess.RunAsync(Surroundings, ["deploy", "agent", .. options]);

    public DariProcess Start(params string[] options) => DariProcess.Start(Surroundings, ["deploy", "agent", .. options]);

    public async Task<JsonObject> GetAsync(string path) => JsonNode.Parse(await _http.GetStringAsync(path))!.AsObject();

    public int Count(string operationId) => Emulator.Calls.Count(call => call.OperationId == operationId);

    /// <summary>Whether a source snapshot is still there.</summary>
    public async Task<bool> HasSnapshotAsync(string id)
    {
        using HttpResponseMessage response = await _http.GetAsync($"/v1/source-snapshots/{id}/manifest");
        return response.StatusCode != HttpStatusCode.NotFound;
    }

    /// <summary>A deploy that failed leaves no snapshot, no agent and no file.</summary>
    public async Task ShouldHaveUndoneAsync(DariResult result)
    {
        JsonNode snapshot = result.Json["error"]!["source_snapshot"]!;
        snapshot["removed"]!.GetValue<bool>().ShouldBeTrue(result.Error);
        (await HasSnapshotAsync(snapshot["id"]!.GetValue<string>())).ShouldBeFalse();
        result.Error.ShouldContain($"The source snapshot {snapshot["id"]} was removed; nothing was published.");
        (await GetAsync("/v1/agents"))["agents"]!.AsArray().ShouldBeEmpty();
        ShouldBeClean();
    }

    public void ShouldBeClean()
    {
        Directory.EnumerateFileSystemEntries(Surroundings.Temporary).ShouldBeEmpty();
        File.Exists(Surroundings.PathOf("agent/.dari/deploy-pending.json")).ShouldBeFalse();
        Directory.EnumerateFiles(Surroundings.PathOf("agent"), "*.part", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Emulator.DisposeAsync();
        Surroundings.Dispose();
        Emulator.ContractViolations.ShouldBeEmpty();
    }
}
