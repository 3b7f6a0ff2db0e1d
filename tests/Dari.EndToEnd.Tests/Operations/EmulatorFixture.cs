using Dari.Agents;
using Dari.Emulator;
using Dari.Emulator.Sandbox;
using Dari.Sandboxes;
using Dari.Snapshots;

namespace Dari.EndToEnd.Tests.Operations;

/// <summary>One emulator for all end-to-end tests, and clients with a good and with a refused key.</summary>
public sealed class EmulatorFixture : IAsyncLifetime
{
    public DariEmulator Emulator { get; private set; } = null!;

    public DariClient Dari { get; private set; } = null!;

    public DariClient RefusedDari { get; private set; } = null!;

    public SandboxClient Sandbox { get; private set; } = null!;

    public SandboxClient RefusedSandbox { get; private set; } = null!;

    public SnapshotClient Snapshot { get; private set; } = null!;

    public SnapshotClient RefusedSnapshot { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Emulator = await DariEmulator.StartAsync(new EmulatorOptions
        {
            UploadPartSize = 64 * 1024,
            Sandbox = new SandboxOptions { MaxRunningSandboxes = 1000, MaxVolumes = 1000, SelfServiceKeys = true },
        });
        Dari = new DariClient(Options(Emulator.DariUrl, Emulator.DariApiKey));
        RefusedDari = new DariClient(Options(Emulator.DariUrl, "dari_unknown"));
        Sandbox = new SandboxClient(Options(Emulator.SandboxUrl, Emulator.SandboxApiKey, ("accountToken", Emulator.SandboxAccountToken)));
        RefusedSandbox = new SandboxClient(Options(Emulator.SandboxUrl, "ns_live_unknown", ("accountToken", "unknown")));
        Snapshot = new SnapshotClient(Options(Emulator.SnapshotUrl, Emulator.SnapshotApiKey));
        RefusedSnapshot = new SnapshotClient(Options(Emulator.SnapshotUrl, "instavm_sk_unknown"));
    }

    public async Task DisposeAsync()
    {
        foreach (IDisposable client in new IDisposable[] { Dari, RefusedDari, Sandbox, RefusedSandbox, Snapshot, RefusedSnapshot })
        {
            client.Dispose();
        }

        await Emulator.DisposeAsync();
    }

    private static ClientOptions Options(Uri url, string key, (string Scheme, string Token)? other = null)
    {
        var options = new ClientOptions { BaseUrl = url, ApiKey = key, MaxRetries = 0 };
        if (other is { } more)
        {
            options.Credentials[more.Scheme] = Credential.Bearer(more.Token);
        }

        return options;
    }
}

/// <summary>Puts every end-to-end test before the same emulator.</summary>
[CollectionDefinition(Name)]
public sealed class EmulatorCollection : ICollectionFixture<EmulatorFixture>
{
    public const string Name = "emulator";
}
