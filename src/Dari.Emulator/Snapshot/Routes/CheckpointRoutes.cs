using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Files;
using Dari.Emulator.Snapshot.Volumes;

namespace Dari.Emulator.Snapshot.Routes;

/// <summary>Checkpoints of volumes.</summary>
internal static class CheckpointRoutes
{
    public static void Map(AccountRoutes routes)
    {
        ServiceContext context = routes.World.Context;
        routes.Change("createVolumeCheckpoint", "volume.checkpoint_create", call => Create(call, context));
        routes.Read("listVolumeCheckpoints", List);
        routes.Change("deleteVolumeCheckpoint", "volume.checkpoint_delete", Delete);
    }

    private static Reply Create(AccountCall call, ServiceContext context)
    {
        Volume volume = call.FromPath(call.Account.Volumes, "volume_id");
        string id = Ids.New("ckpt_");
        FileTree files;
        lock (volume.Files.Gate)
        {
            files = volume.Files.Tree.CopyTo(Path.Combine(volume.Folder, "checkpoints", id));
        }

        var checkpoint = new Checkpoint(id, call.Body.Text("name"), files, context.Now);
        return Reply.Json(200, call.About("checkpoint", volume.Checkpoints.Add(checkpoint)).View());
    }

    private static Reply List(AccountCall call)
    {
        Volume volume = call.FromPath(call.Account.Volumes, "volume_id");
        return Reply.Json(200, new JsonArray([.. volume.Checkpoints.All.Select(static checkpoint => (JsonNode?)checkpoint.View())]));
    }

    private static Reply Delete(AccountCall call)
    {
        Volume volume = call.FromPath(call.Account.Volumes, "volume_id");
        Checkpoint checkpoint = call.About("checkpoint", call.FromPath(volume.Checkpoints, "checkpoint_id"));
        if (VolumeRoutes.IsMounted(call.Account, volume, checkpoint))
        {
            throw SnapshotFault.Invalid("The checkpoint is mounted.", "checkpoint_id", "path");
        }

        volume.Checkpoints.Remove(checkpoint);
        return Reply.Empty();
    }
}
