using Dari;
using Dari.Agents;
using Dari.Emulator;
using Dari.Sandboxes;
using Dari.Snapshots;

namespace Quickstart;

/// <summary>
/// The three clients. A service whose key is in the environment is the real one; the others are played by the emulator,
/// which runs in this process.
/// </summary>
internal sealed class Services : IAsyncDisposable
{
    private readonly DariEmulator? _emulator;

    private Services(DariEmulator? emulator)
    {
        _emulator = emulator;
        Dari = new DariClient(Options("DARI_API_KEY", emulator?.DariUrl, emulator?.DariApiKey));
        Sandbox = new SandboxClient(Options("NULLSPACE_API_KEY", emulator?.SandboxUrl, emulator?.SandboxApiKey));
        Snapshot = new SnapshotClient(Options("INSTAVM_API_KEY", emulator?.SnapshotUrl, emulator?.SnapshotApiKey));
    }

    public DariClient Dari { get; }

    public SandboxClient Sandbox { get; }

    public SnapshotClient Snapshot { get; }

    /// <summary>Makes the clients, and starts the emulator if any service is left to it.</summary>
    /// <exception cref="StepFailedException">The emulator does not start.</exception>
    public static Task<Services> StartAsync(StepLog log) => log.RunAsync("Open the services", async step =>
    {
        string[] keys = ["DARI_API_KEY", "NULLSPACE_API_KEY", "INSTAVM_API_KEY"];
        string[] real = [.. keys.Where(IsSet)];
        DariEmulator? emulator = real.Length == keys.Length
            ? null
            : await DariEmulator.StartAsync(cancellationToken: step.Cancellation);
        step.Result = real.Length == 0 ? "all three from the emulator"
            : $"real for {string.Join(", ", real)}; emulator for {(emulator is null ? "none" : "the rest")}";
        try
        {
            return new Services(emulator);
        }
        catch (InvalidOperationException) when (emulator is not null)
        {
            // An address in the environment is wrong; what the emulator has on disk must go all the same.
            await emulator.DisposeAsync();
            throw;
        }
    });

    public async ValueTask DisposeAsync()
    {
        Dari.Dispose();
        Sandbox.Dispose();
        Snapshot.Dispose();
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }
    }

    // Null means: address and key from the environment, else from the OpenAPI document.
    private static ClientOptions? Options(string variable, Uri? url, string? key) =>
        IsSet(variable) ? null : new ClientOptions { BaseUrl = url, ApiKey = key };

    private static bool IsSet(string variable) =>
        !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(variable));
}
