using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Files;
using Dari.Emulator.Snapshot.Machines;
using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Snapshot.Routes;

/// <summary>Files of a session's machine.</summary>
internal static class FileRoutes
{
    private const string Bytes = "application/octet-stream";

    public static void Map(AccountRoutes routes)
    {
        SnapshotWorld world = routes.World;
        routes.ChangeAsync("uploadFile", "file.upload", call => UploadAsync(call, world));
        routes.ChangeAsync("downloadFile", "file.download", call => DownloadAsync(call, world));
    }

    private static async Task<Reply> UploadAsync(AccountCall call, SnapshotWorld world)
    {
        Vm vm = Machine(call, world);
        IFormFile file = call.Call.Form.Files["file"]!;
        string remote = call.Call.Form["remote_path"].ToString();
        string path = SessionFiles.Try("/remote_path", "body", () => Destination(vm, remote, file.FileName));
        using StagedFile staged = StagedFile.In(vm.Files);
        await using (Stream bytes = file.OpenReadStream())
        {
            await staged.FillAsync(bytes, long.MaxValue, call.Call.Ended);
        }

        SessionFiles.Try("/remote_path", "body", () => vm.Files.Publish(staged.Path, path, "root"));
        return Reply.Json(200, new JsonObject { ["status"] = "success", ["remote_path"] = path, ["size_bytes"] = file.Length });
    }

    /// <summary>A folder takes the file under the file's own name.</summary>
    private static string Destination(Vm vm, string remote, string name)
    {
        string path = VirtualPath.Resolve(MachineDesk.Workspace, remote);
        return remote.EndsWith('/') || vm.Files.Resolve(path).IsFolder
            ? VirtualPath.Resolve(path, Path.GetFileName(name.Replace('\\', '/')))
            : path;
    }

    private static async Task<Reply> DownloadAsync(AccountCall call, SnapshotWorld world)
    {
        Vm vm = Machine(call, world);
        string name = call.Call.Form["filename"].ToString();
        string physical = SessionFiles.Try(
            "/filename", "body", () => vm.Files.File(VirtualPath.Resolve(MachineDesk.Workspace, name)).Physical);
        if (!WantsJson(call.Call.Header("Accept")))
        {
            return Transfer.Of(physical);
        }

        byte[] bytes = await File.ReadAllBytesAsync(physical, call.Call.Ended);
        return Reply.Json(200, new JsonObject { ["filename"] = name, ["content"] = Convert.ToBase64String(bytes) });
    }

    private static bool WantsJson(string? accept) =>
        accept is not null && accept.Contains("application/json", StringComparison.OrdinalIgnoreCase)
        && !accept.Contains(Bytes, StringComparison.OrdinalIgnoreCase) && !accept.Contains("*/*", StringComparison.Ordinal);

    private static Vm Machine(AccountCall call, SnapshotWorld world)
    {
        lock (call.Account.Gate)
        {
            call.Account.Settle();
            Session session = call.Find(call.Account.Sessions, call.Call.Form["session_id"].ToString(), "/session_id", "body");
            Vm vm = world.Machines.Use(call.Account, session);
            (call.VmId, call.SessionId) = (vm.Id, session.Id);
            return vm;
        }
    }
}
