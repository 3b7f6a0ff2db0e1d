using Dari.Emulator.Dari;
using Dari.Emulator.Sandbox;
using Dari.Emulator.Snapshot;

namespace Dari.Emulator.Hosting;

/// <summary>The services of an emulator.</summary>
internal static class ServiceCatalog
{
    public static IReadOnlyList<ServiceEntry> All { get; } =
    [
        new("dari", static options => options.DariApiKey, static context => new DariService(context)),
        new("sandbox", static options => options.SandboxApiKey, static context => new SandboxService(context)),
        new("snapshot", static options => options.SnapshotApiKey, static context => new SnapshotService(context)),
    ];
}
