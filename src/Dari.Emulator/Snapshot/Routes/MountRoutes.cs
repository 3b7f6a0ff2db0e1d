using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Files;
using Dari.Emulator.Snapshot.Machines;
using Dari.Emulator.Snapshot.Volumes;

namespace Dari.Emulator.Snapshot.Routes;

/// <summary>Volumes in machines.</summary>
internal static class MountRoutes
{
    public static void Map(AccountRoutes routes)
    {
        routes.Change("mountVolume", "volume.mount", Mount);
        routes.Change("unmountVolume", "volume.unmount", Unmount);
    }

    private static Reply Mount(AccountCall call)
    {
        Vm vm = call.FromPath(call.Account.Vms, "vm_id");
        Volume volume = call.About("volume", call.FromBody(call.Account.Volumes, "volume_id"));
        Checkpoint? checkpoint = call.Body.Text("checkpoint_id") is null ? null : call.FromBody(volume.Checkpoints, "checkpoint_id");
        string mode = call.Body.Text("mode") ?? (checkpoint is null ? "rw" : "ro");
        if (checkpoint is not null && mode == "rw")
        {
            throw SnapshotFault.Invalid("A checkpoint can only be mounted to read.", "/mode");
        }

        string path = Place(vm, call.Body.Text("mount_path")!, "/mount_path", "body");
        if (!vm.IsAlive || vm.Files.HasMountAtOrBelow(path) || vm.Files.Resolve(path).IsFile)
        {
            throw SnapshotFault.Invalid("Nothing can be mounted there.", "/mount_path");
        }

        FileTree tree = checkpoint?.Files ?? volume.Files.Tree;
        var files = new FileMount(path, tree, VirtualPath.Root, IsReadOnly: mode == "ro");
        vm.Remount([.. vm.Mounts, new VolumeMount(volume.Id, checkpoint?.Id, files)]);
        return Reply.Json(200, new JsonObject
        {
            ["vm_id"] = vm.Id,
            ["volume_id"] = volume.Id,
            ["mount_path"] = path,
            ["mode"] = mode,
            ["checkpoint_id"] = checkpoint?.Id,
            ["status"] = "mounted",
        });
    }

    private static Reply Unmount(AccountCall call)
    {
        Vm vm = call.FromPath(call.Account.Vms, "vm_id");
        Volume volume = call.About("volume", call.FromPath(call.Account.Volumes, "volume_id"));
        string path = Place(vm, call.Call.Query("mount_path") ?? "", "mount_path", "query");
        VolumeMount mount = vm.Mounts.FirstOrDefault(one => one.VolumeId == volume.Id && one.Files.At == path)
            ?? throw SnapshotFault.NotFound("The volume is not mounted there.");
        vm.Remount(vm.Mounts.Where(one => one != mount));
        return Reply.Empty();
    }

    private static string Place(Vm vm, string path, string pointer, string place)
    {
        string resolved = SessionFiles.Try(pointer, place, () => vm.Files.Resolve(VirtualPath.Absolute(path)).Path);
        return resolved == VirtualPath.Root ? throw SnapshotFault.Invalid("The root cannot be mounted over.", pointer, place) : resolved;
    }
}
