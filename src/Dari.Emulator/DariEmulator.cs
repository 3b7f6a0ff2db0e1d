using Dari.Emulator.Faults;
using Dari.Emulator.Hosting;

namespace Dari.Emulator;

/// <summary>
/// The Dari, sandbox and snapshot services in this process, each on a loopback port of its own, over real
/// HTTP. State is kept in memory and bytes in a folder; both are gone when the emulator is disposed.
/// </summary>
/// <example>
/// <code>
/// await using DariEmulator emulator = await DariEmulator.StartAsync();
/// using var http = new HttpClient { BaseAddress = emulator.DariUrl };
/// http.DefaultRequestHeaders.Authorization = new("Bearer", emulator.DariApiKey);
/// </code>
/// </example>
public sealed class DariEmulator : IAsyncDisposable
{
    private readonly EmulatorRuntime _runtime;

    private DariEmulator(EmulatorRuntime runtime, EmulatorOptions options)
    {
        _runtime = runtime;
        DariApiKey = options.DariApiKey!;
        SandboxApiKey = options.SandboxApiKey!;
        SandboxAccountToken = options.SandboxAccountToken!;
        SnapshotApiKey = options.SnapshotApiKey!;
        ForeignApiKeys = options.ForeignApiKeys;
    }

    /// <summary>The address of the Dari service.</summary>
    public Uri DariUrl => _runtime.Url("dari");

    /// <summary>The address of the sandbox service.</summary>
    public Uri SandboxUrl => _runtime.Url("sandbox");

    /// <summary>The address of the snapshot service.</summary>
    public Uri SnapshotUrl => _runtime.Url("snapshot");

    /// <summary>The origin that takes the uploads of source snapshots, as a storage provider would.</summary>
    public Uri StorageUrl => _runtime.StorageUrl;

    /// <summary>What goes wrong between clients and the services.</summary>
    public FaultBook Faults => _runtime.Faults;

    /// <summary>The address that takes fault rules; null unless <see cref="EmulatorOptions.FaultAdmin"/> is set.</summary>
    public Uri? FaultAdminUrl => _runtime.FaultAdminUrl;

    /// <summary>The key of the Dari service.</summary>
    public string DariApiKey { get; }

    /// <summary>The key of the sandbox service.</summary>
    public string SandboxApiKey { get; }

    /// <summary>The account token that the key routes of the sandbox service take instead of a key.</summary>
    public string SandboxAccountToken { get; }

    /// <summary>The key of the snapshot service.</summary>
    public string SnapshotApiKey { get; }

    /// <summary>Keys of a second organization, valid at all three services.</summary>
    public IReadOnlyList<string> ForeignApiKeys { get; }

    /// <summary>The first key of the second organization.</summary>
    public string ForeignApiKey => ForeignApiKeys[0];

    /// <summary>The folder with the emulator's bytes.</summary>
    public string DataFolder => _runtime.DataFolder;

    /// <summary>The operations of the three documents, called or not.</summary>
    public IReadOnlyList<EmulatedOperation> Operations => _runtime.Operations;

    /// <summary>The requests that reached an operation so far, in the order in which they were answered.</summary>
    public IReadOnlyList<RecordedCall> Calls => _runtime.Journal.Calls;

    /// <summary>Answers of the emulator that its documents do not allow: faults of the emulator, which a test should refuse.</summary>
    public IReadOnlyList<ContractViolation> ContractViolations => _runtime.Journal.Violations;

    /// <summary>Operations without a handler.</summary>
    internal IReadOnlyList<string> Unmapped => _runtime.Unmapped;

    /// <summary>Starts the services on free loopback ports.</summary>
    /// <param name="options">Keys, limits, times and the clock; the defaults suit a test.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>The running emulator. Disposing it stops the services and removes its folder.</returns>
    /// <exception cref="IOException">The folder cannot be made, or a port is not free.</exception>
    /// <exception cref="ArgumentException">One of the <see cref="EmulatorOptions.Faults"/> has no meaning.</exception>
    public static async Task<DariEmulator> StartAsync(EmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        EmulatorOptions complete = EmulatorKeys.Complete(options ?? new EmulatorOptions());
        EmulatorRuntime runtime = await EmulatorRuntime.StartAsync(complete, ServiceCatalog.All, cancellationToken).ConfigureAwait(false);
        return new DariEmulator(runtime, complete);
    }

    /// <summary>Stops the services, ends open streams and removes the folder.</summary>
    public ValueTask DisposeAsync() => _runtime.DisposeAsync();
}
