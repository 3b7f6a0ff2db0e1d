using Dari.Emulator.Dari;
using Dari.Emulator.Sandbox;
using Dari.Emulator.Snapshot;

namespace Dari.Emulator.Hosting;

/// <summary>The services of an emulator.</summary>
internal static class ServiceCatalog
{
    public static IReadOnlyList<ServiceEntry> All { get; } =
    [
        new("dari", static options => options.DariApiKey, static options => options.DariPort, static context => new DariService(context)),
        new("sandbox", static options => options.SandboxApiKey, static options => options.SandboxPort, static context => new SandboxService(context)),
        new("snapshot", static options => options.SnapshotApiKey, static options => options.SnapshotPort, static context => new SnapshotService(context)),
    ];
}
