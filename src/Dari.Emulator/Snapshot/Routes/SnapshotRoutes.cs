using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Dari.Emulator.Hosting;
using Dari.Emulator.Snapshot.Builds;

namespace Dari.Emulator.Snapshot.Routes;

/// <summary>Snapshots built from OCI images, and all others.</summary>
internal static class SnapshotRoutes
{
    public static void Map(AccountRoutes routes)
    {
        routes.Change("createSnapshot", "snapshot.create", call => Create(call, routes.World));
        routes.Read("listSnapshots", List);
        routes.Read("getSnapshot", static call => Reply.Json(200, call.FromPath(call.Account.Snapshots, "snapshot_id").View()));
        routes.Change("deleteSnapshot", "snapshot.delete", Delete);
    }

    private static Reply Create(AccountCall call, SnapshotWorld world)
    {
        ServiceContext context = world.Context;
        JsonObject arguments = call.Body.Copy("build_args");
        string reference = call.Body.Text("oci_image")!;
        SnapshotImage snapshot = call.Account.Snapshots.Add(new SnapshotImage(Ids.New("snap_"), context.Now, context.Options.BuildDuration)
        {
            Name = call.Body.Text("name"),
            OciImage = reference,
            Type = call.Body.Text("type") ?? "user",
            VcpuCount = (int)(call.Body.Whole("vcpu_count") ?? 2),
            MemoryMb = (int)(call.Body.Whole("memory_mb") ?? 512),
            Env = arguments.Texts("envs"),
            Outcome = new OciImage(reference).Build(arguments),
        });
        world.SettleAt(call.Account, snapshot.EndsAt);
        return Reply.Json(201, call.About("snapshot", snapshot).View());
    }

    private static Reply List(AccountCall call) =>
        Reply.Json(200, new JsonArray([.. call.Account.Snapshots.All.Select(static snapshot => (JsonNode?)snapshot.View())]));

    private static Reply Delete(AccountCall call)
    {
        SnapshotImage snapshot = call.About("snapshot", call.FromPath(call.Account.Snapshots, "snapshot_id"));
        call.Account.Snapshots.Remove(snapshot);
        return Reply.Empty();
    }
}
