using System.Globalization;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Files;
using Dari.Emulator.Sandbox.Machines;

namespace Dari.Emulator.Sandbox.Routes;

/// <summary>Files of a sandbox: list, read, write, make, move, permissions.</summary>
internal static class FileRoutes
{
    public static void Map(SandboxRoutes routes)
    {
        var most = routes.World.Settings.Sandbox.MaxInlineBytes;
        routes.Map("listFiles", (call, account) =>
        {
            var machine = Awake(call, account);
            var depth = call.Query("depth") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 1;
            return SandboxJson.Reply(machine.Files.List(
                machine.Absolute(call.Query("path") ?? VirtualPath.Root, call.Query("user")), depth));
        });
        routes.Map("readFile", (call, account) =>
        {
            var request = SandboxJson.Read<ReadRequest>(call);
            var machine = Awake(call, account);
            return SandboxJson.Reply(machine.Files.Read(machine.Absolute(request.Path, request.User), request.Encoding, most));
        });
        routes.Map("writeFile", (call, account) =>
        {
            var request = SandboxJson.Read<WriteRequest>(call);
            var machine = Awake(call, account);
            var bytes = request.Bytes();
            return bytes.LongLength > most
                ? throw SandboxFault.TooLarge($"A file in JSON has at most {most} bytes.")
                : SandboxJson.Reply(machine.Files.Write(
                    machine.Absolute(request.Path, request.User), Owner(request.User), bytes));
        });
        routes.Map("getFileInfo", (call, account) =>
        {
            var request = SandboxJson.Read<TargetRequest>(call);
            var machine = Awake(call, account);
            return SandboxJson.Reply(machine.Files.Info(machine.Absolute(request.Path, request.User)));
        });
        routes.Map("makeDirectory", (call, account) =>
        {
            var request = SandboxJson.Read<TargetRequest>(call);
            var machine = Awake(call, account);
            machine.Files.MakeFolder(machine.Absolute(request.Path, request.User), Owner(request.User));
            return Reply.Empty();
        });
        routes.Map("renameFile", (call, account) =>
        {
            var request = SandboxJson.Read<RenameRequest>(call);
            var machine = Awake(call, account);
            return SandboxJson.Reply(machine.Files.Rename(
                machine.Absolute(request.OldPath, request.User),
                machine.Absolute(request.NewPath, request.User),
                Owner(request.User)));
        });
        routes.Map("setFilePermissions", (call, account) =>
        {
            var request = SandboxJson.Read<PermissionsRequest>(call);
            var machine = Awake(call, account);
            machine.Files.SetMode(machine.Absolute(request.Path, request.User), request.Mode);
            return Reply.Empty();
        });
    }

    /// <summary>The sandbox of a call, awake.</summary>
    public static Machine Awake(Call call, SandboxAccount account) => account.Machines.Awake(call.Path("id"));

    /// <summary>Whom a file belongs to that is made for a user.</summary>
    public static string Owner(string? user) => user ?? EntryAttributes.DefaultOwner;
}
