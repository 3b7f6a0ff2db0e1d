using System.Net.Http.Headers;
using Dari.Cli.Tests.Running;
using Dari.Emulator;
using Dari.Sandboxes;

namespace Dari.Cli.Tests.Transfers;

/// <summary>An emulator with a sandbox in it, to copy files from and to.</summary>
internal sealed class TransferWorld : IAsyncDisposable
{
    private readonly HttpClient _http;

    private TransferWorld(DariEmulator emulator)
    {
        Emulator = emulator;
        _http = new HttpClient { BaseAddress = emulator.SandboxUrl };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", emulator.SandboxApiKey);
        Surroundings.Variables["NULLSPACE_API_URL"] = emulator.SandboxUrl.ToString();
        Surroundings.Variables["NULLSPACE_API_KEY"] = emulator.SandboxApiKey;
    }

    public DariEmulator Emulator { get; }

    public Surroundings Surroundings { get; } = new();

    /// <summary>The sandbox's id.</summary>
    public string Id { get; private set; } = "";

    public static async Task<TransferWorld> StartAsync(EmulatorOptions? options = null)
    {
        DariEmulator emulator = await DariEmulator.StartAsync(options ?? new EmulatorOptions { UploadPartSize = 64 * 1024 });
        var world = new TransferWorld(emulator);
        using var client = new SandboxClient(new ClientOptions { BaseUrl = emulator.SandboxUrl, ApiKey = emulator.SandboxApiKey });
        world.Id = (await client.Sandboxes.CreateAsync(new())).Id;
        return world;
    }

    /// <summary>Bytes that compress badly and are the same every time.</summary>
    public static byte[] Bytes(int count)
    {
        byte[] bytes = new byte[count];
        new Random(count).NextBytes(bytes);
        return bytes;
    }

    public async Task WriteAsync(string path, byte[] bytes)
    {
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using HttpResponseMessage response = await _http.PutAsync($"/v1/sandboxes/{Id}/file?path={Uri.EscapeDataString(path)}", content);
        response.EnsureSuccessStatusCode();
    }

    public Task<byte[]> ReadAsync(string path) => _http.GetByteArrayAsync($"/v1/sandboxes/{Id}/file?path={Uri.EscapeDataString(path)}");

    public Task<DariResult> RunAsync(params string[] arguments) => DariProcess.RunAsync(Surroundings, ["sandbox", .. arguments]);

    public DariProcess Start(params string[] arguments) => DariProcess.Start(Surroundings, ["sandbox", .. arguments]);

    /// <summary>The files in the command's folder.</summary>
    public string[] Files() =>
        [.. Directory.EnumerateFiles(Surroundings.Folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName).OfType<string>().Order()];

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Emulator.DisposeAsync();
        Surroundings.Dispose();
        Emulator.ContractViolations.ShouldBeEmpty();
    }
}
