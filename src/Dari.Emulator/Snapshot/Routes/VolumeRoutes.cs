using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Files;
using Dari.Emulator.Snapshot.Volumes;

namespace Dari.Emulator.Snapshot.Routes;

/// <summary>Volumes.</summary>
internal static class VolumeRoutes
{
    public static void Map(AccountRoutes routes)
    {
        ServiceContext context = routes.World.Context;
        routes.Change("createVolume", "volume.create", call => Create(call, context));
        routes.Read("listVolumes", List);
        routes.Read("getVolume", Get);
        routes.Change("updateVolume", "volume.update", Update);
        routes.Change("deleteVolume", "volume.delete", Delete);
    }

    /// <summary>Whether a machine has the volume, or the checkpoint of it, mounted.</summary>
    public static bool IsMounted(Account account, Volume volume, Checkpoint? checkpoint = null) => account.Vms.All.Any(vm =>
        vm.Mounts.Any(mount => mount.VolumeId == volume.Id && (checkpoint is null || mount.CheckpointId == checkpoint.Id)));

    private static Reply Create(AccountCall call, ServiceContext context)
    {
        SnapshotFault.RequireRange(call.Body.Whole("quota_bytes"), 1, long.MaxValue, "/quota_bytes");
        string id = Ids.New("vol_");
        Volume volume = call.Account.Volumes.Add(new Volume(id, Path.Combine(context.Folder, "volumes", id), context.Now)
        {
            Name = call.Body.Text("name")!,
            QuotaBytes = call.Body.Whole("quota_bytes"),
        });
        return Reply.Json(200, call.About("volume", volume).View());
    }

    private static Reply List(AccountCall call)
    {
        Refresh(call, call.Account.Volumes.All);
        return Reply.Json(200, new JsonArray([.. call.Account.Volumes.All.Select(static volume => (JsonNode?)volume.View())]));
    }

    private static Reply Get(AccountCall call)
    {
        Volume volume = call.FromPath(call.Account.Volumes, "volume_id");
        Refresh(call, [volume]);
        return Reply.Json(200, volume.View());
    }

    private static void Refresh(AccountCall call, IEnumerable<Volume> volumes)
    {
        if (call.Call.Query("refresh_usage") == "true")
        {
            foreach (Volume volume in volumes)
            {
                volume.Measure();
            }
        }
    }

    private static Reply Update(AccountCall call)
    {
        Volume volume = call.About("volume", call.FromPath(call.Account.Volumes, "volume_id"));
        volume.Measure();
        if (call.Body.Whole("quota_bytes") is { } quota)
        {
            SnapshotFault.RequireRange(quota, Math.Max(volume.UsedBytes, 1), long.MaxValue, "/quota_bytes");
            volume.QuotaBytes = quota;
        }

        volume.Name = call.Body.Text("name") ?? volume.Name;
        return Reply.Json(200, volume.View());
    }

    private static Reply Delete(AccountCall call)
    {
        Volume volume = call.About("volume", call.FromPath(call.Account.Volumes, "volume_id"));
        if (IsMounted(call.Account, volume))
        {
            throw SnapshotFault.Invalid("The volume is mounted.", "volume_id", "path");
        }

        call.Account.Volumes.Remove(volume);
        FolderCopy.Remove(volume.Files.Tree.Folder);
        return Reply.Empty();
    }
}
