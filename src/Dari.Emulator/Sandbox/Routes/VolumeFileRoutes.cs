using System.Formats.Tar;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Files;
using Dari.Emulator.Sandbox.Volumes;

namespace Dari.Emulator.Sandbox.Routes;

/// <summary>Files of a volume. Its transfers take a grant in place of a key.</summary>
internal static class VolumeFileRoutes
{
    public static void Map(SandboxRoutes routes)
    {
        var world = routes.World;
        var most = world.Settings.Sandbox.MaxInlineBytes;
        routes.Map("readVolumeFile", (call, account) =>
        {
            var request = SandboxJson.Read<ReadRequest>(call);
            var volume = Volume(call, account);
            return SandboxJson.Reply(volume.Files.Read(VirtualPath.Absolute(request.Path), request.Encoding, most));
        });
        routes.Map("makeVolumeDirectory", (call, account) =>
        {
            Volume(call, account).Files.MakeFolder(
                VirtualPath.Absolute(SandboxJson.Read<TargetRequest>(call).Path), EntryAttributes.DefaultOwner);
            return Reply.Empty();
        });
        routes.Map("createVolumeDownloadUrl", (call, account) => SignDownload(world, call, account));
        routes.Map("createVolumeUploadUrl", (call, account) => SignUpload(world, call, account));
        routes.MapOpen("downloadVolumeFile", call =>
        {
            var grant = world.Grants.Use(call.Query("grant"), call.Path("id"), isUpload: false);
            var view = Volume(world, grant).Files;
            var place = view.Resolve(grant.Path);
            return Task.FromResult(
                grant.IsArchive && place.IsFolder ? Archive(view, place)
                : !grant.IsArchive && place.IsFile ? FileTransferRoutes.Bytes(place)
                : throw SandboxFault.NotFound("The file is gone."));
        });
        routes.MapOpen("uploadVolumeFile", async call =>
        {
            var grant = world.Grants.Use(call.Query("grant"), call.Path("id"), isUpload: true);
            await Volume(world, grant).Files.WriteAsync(
                grant.Path, FileRoutes.Owner(null), call.Bytes, world.Settings.Options.UploadMaxBytes, call.Ended);
            return Reply.Empty();
        });
        routes.MapOpen("uploadVolumeFileForm", async call =>
        {
            var grant = world.Grants.Use(call.Query("grant"), call.Path("id"), isUpload: true);
            await FileTransferRoutes.WriteFormAsync(Volume(world, grant).Files, grant, call, most);
            return Reply.Empty();
        });
    }

    private static Volume Volume(Call call, SandboxAccount account) => account.Volumes.Find(call.Path("id"));

    private static Volume Volume(SandboxWorld world, FileGrant grant) =>
        world.Account(grant.Organization).Volumes.Find(grant.HolderId);

    private static Reply SignDownload(SandboxWorld world, Call call, SandboxAccount account)
    {
        var request = SandboxJson.Read<DownloadRequest>(call);
        var volume = Volume(call, account);
        var path = VirtualPath.Absolute(request.Path);
        var isArchive = request.ArchiveFormat is not null;
        var place = isArchive ? volume.Files.Folder(path) : volume.Files.File(path);
        var grant = new FileGrant(account.Organization, volume.Id, place.Path, IsUpload: false, world.Grants.Expiry)
        {
            IsArchive = isArchive,
        };
        return SandboxJson.Reply(new { Url = Address(world, volume, world.Grants.Issue(grant)) });
    }

    private static Reply SignUpload(SandboxWorld world, Call call, SandboxAccount account)
    {
        var volume = Volume(call, account);
        var place = volume.Files.Resolve(VirtualPath.Absolute(SandboxJson.Read<TargetRequest>(call).Path));
        volume.Files.RefuseLocation(place);
        var token = world.Grants.Issue(
            new FileGrant(account.Organization, volume.Id, place.Path, IsUpload: true, world.Grants.Expiry));
        return SandboxJson.Reply(new { Url = Address(world, volume, token), Token = token });
    }

    private static Uri Address(SandboxWorld world, Volume volume, string grant) =>
        new(world.Settings.Url, $"/v1/volumes/{volume.Id}/file?grant={grant}");

    private static Reply Archive(FileView view, FilePlace folder) => Reply.Bytes(
        "application/octet-stream",
        async (body, cancellationToken) =>
        {
            await using var tar = new TarWriter(body, TarEntryFormat.Pax, leaveOpen: true);
            foreach (var place in view.Below(folder))
            {
                await WriteAsync(tar, place, VirtualPath.Below(place.Path, folder.Path), cancellationToken);
            }
        });

    private static async Task WriteAsync(TarWriter tar, FilePlace place, string name, CancellationToken cancellationToken)
    {
        var info = FileEntry.Of(place);
        var entry = new PaxTarEntry(
            info.IsDir ? TarEntryType.Directory : info.SymlinkTarget is null ? TarEntryType.RegularFile : TarEntryType.SymbolicLink,
            name)
        {
            Mode = (UnixFileMode)place.Attributes.Mode,
            ModificationTime = info.ModifiedTime,
        };
        if (info.SymlinkTarget is { } target)
        {
            entry.LinkName = target;
        }

        if (!place.IsFile)
        {
            await tar.WriteEntryAsync(entry, cancellationToken);
            return;
        }

        await using var bytes = FileReading.Open(place);
        entry.DataStream = bytes;
        await tar.WriteEntryAsync(entry, cancellationToken);
    }

    private sealed record DownloadRequest(string Path, string? ArchiveFormat = null);
}
