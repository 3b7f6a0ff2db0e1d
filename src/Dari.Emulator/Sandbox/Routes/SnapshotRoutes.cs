using Dari.Emulator.Hosting;

namespace Dari.Emulator.Sandbox.Routes;

/// <summary>Reusable and paused snapshots.</summary>
internal static class SnapshotRoutes
{
    public static void Map(SandboxRoutes routes)
    {
        routes.Map("createSnapshot", (call, account) => account.Idempotency.RunAsync(
            call, () => account.Machines.Snapshots.Take(account.Machines.Awake(call.Path("id"))).View()));
        routes.Map("listSnapshots", (call, account) => SandboxJson.Reply(account.Machines.Snapshots
            .List(call.Query("sandbox_id"), SandboxJson.ParseObject(call.Query("metadata"), "metadata filter"))
            .Select(snapshot => snapshot.View())
            .ToArray()));
        routes.Map("getSnapshot", (call, account) =>
            SandboxJson.Reply(account.Machines.Snapshots.Find(call.Path("snapshot_id")).View()));
        routes.Map("deleteSnapshot", (call, account) =>
        {
            account.Machines.DeleteSnapshot(call.Path("snapshot_id"));
            return Reply.Empty();
        });
    }
}
