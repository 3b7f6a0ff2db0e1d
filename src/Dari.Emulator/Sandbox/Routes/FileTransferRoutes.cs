using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Files;
using Dari.Emulator.Sandbox.Machines;
using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Sandbox.Routes;

/// <summary>Raw bytes, forms, batches, and the signed addresses for them.</summary>
internal static class FileTransferRoutes
{
    /// <summary>Query parameter that carries the permission of a signed address.</summary>
    public const string TokenName = "token";

    public static void Map(SandboxRoutes routes)
    {
        var world = routes.World;
        routes.Map("downloadFile", (call, account) =>
        {
            var (machine, path, _) = Target(world, call, account, isUpload: false);
            return Bytes(machine.Files.File(path));
        });
        routes.Map("uploadFile", async (call, account) =>
        {
            var (machine, path, user) = Target(world, call, account, isUpload: true);
            await machine.Files.WriteAsync(
                path, FileRoutes.Owner(user), call.Bytes, world.Settings.Options.UploadMaxBytes, call.Ended);
            return Reply.Empty();
        });
        routes.MapOpen("uploadFileForm", async call =>
        {
            var grant = Grant(world, call, isUpload: true);
            var machine = world.Account(grant.Organization).Machines.Awake(grant.HolderId);
            await WriteFormAsync(machine.Files, grant, call, world.Settings.Sandbox.MaxInlineBytes);
            return Reply.Empty();
        });
        routes.Map("createFileUploadUrl", (call, account) => SignUpload(world, call, account));
        routes.Map("createFileDownloadUrl", (call, account) => SignDownload(world, call, account));
        routes.Map("batchWriteFiles", (call, account) => FileBatch.WriteAsync(
            FileRoutes.Awake(call, account), call, world.Settings.Sandbox.MaxInlineBytes));
    }

    /// <summary>The answer with the bytes of a file.</summary>
    public static Reply Bytes(FilePlace file)
    {
        var bytes = FileReading.Open(file);
        return Reply.Bytes(
            "application/octet-stream",
            async (body, cancellationToken) =>
            {
                await using (bytes)
                {
                    await bytes.CopyToAsync(body, cancellationToken);
                }
            },
            bytes.Length);
    }

    /// <summary>Writes the file of a form to the one path of a permission.</summary>
    public static async Task WriteFormAsync(FileView view, FileGrant grant, Call call, long limit)
    {
        var file = call.Form.Files["file"] ?? throw SandboxFault.Invalid("The form has no file.");
        await using var bytes = file.OpenReadStream();
        await view.WriteAsync(grant.Path, FileRoutes.Owner(grant.User), bytes, limit, call.Ended);
    }

    private static (Machine Machine, string Path, string? User) Target(
        SandboxWorld world, Call call, SandboxAccount account, bool isUpload)
    {
        if (call.Caller.Organization.Length == 0)
        {
            var grant = Grant(world, call, isUpload);
            return (world.Account(grant.Organization).Machines.Awake(grant.HolderId), grant.Path, grant.User);
        }

        var machine = FileRoutes.Awake(call, account);
        var user = call.Query("user");
        return (machine, machine.Absolute(call.Query("path") ?? "", user), user);
    }

    // The path of a permission is its own; one in the query has to be the same.
    private static FileGrant Grant(SandboxWorld world, Call call, bool isUpload)
    {
        var grant = world.Grants.Use(call.Query(TokenName), call.Path("id"), isUpload);
        return call.Query("path") is { } path && path != grant.Path
            ? throw SandboxFault.Forbidden("The signed address is for another path.", "permission_denied")
            : grant;
    }

    private static Reply SignUpload(SandboxWorld world, Call call, SandboxAccount account)
    {
        var request = SandboxJson.Read<TargetRequest>(call);
        var machine = FileRoutes.Awake(call, account);
        var place = machine.Files.Resolve(machine.Absolute(request.Path, request.User)).Writable();
        machine.Files.RefuseLocation(place);
        var token = world.Grants.Issue(
            new FileGrant(account.Organization, machine.Id, place.Path, IsUpload: true, world.Grants.Expiry) { User = request.User });
        return SandboxJson.Reply(new { Url = Address(world, machine, place.Path, token), Token = token });
    }

    private static Reply SignDownload(SandboxWorld world, Call call, SandboxAccount account)
    {
        var request = SandboxJson.Read<TargetRequest>(call);
        var machine = FileRoutes.Awake(call, account);
        var file = machine.Files.File(machine.Absolute(request.Path, request.User));
        var token = world.Grants.Issue(
            new FileGrant(account.Organization, machine.Id, file.Path, IsUpload: false, world.Grants.Expiry));
        return SandboxJson.Reply(new { Url = Address(world, machine, file.Path, token) });
    }

    private static Uri Address(SandboxWorld world, Machine machine, string path, string token) => new(
        world.Settings.Url, $"/v1/sandboxes/{machine.Id}/file?path={Uri.EscapeDataString(path)}&{TokenName}={token}");
}
