using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Files;
using Dari.Emulator.Snapshot.Volumes;
using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Snapshot.Routes;

/// <summary>Files of volumes. Paths are relative to the volume; a slash at the start changes nothing.</summary>
internal static class VolumeFileRoutes
{
    public static void Map(AccountRoutes routes)
    {
        routes.Read("listVolumeFiles", List);
        routes.Change("deleteVolumeFile", "volume.file_delete", Delete);
        routes.ChangeAsync("uploadVolumeFile", "volume.file_upload", UploadAsync);
        routes.Change("downloadVolumeFile", "volume.file_download", Download);
    }

    private static Volume Volume(AccountCall call) => call.About("volume", call.FromPath(call.Account.Volumes, "volume_id"));

    private static Reply List(AccountCall call)
    {
        int limit = call.WholeQuery("limit", int.MaxValue);
        FileView files = Volume(call).Files;
        string prefix = (call.Call.Query("prefix") ?? "").TrimStart('/');
        FilePlace[] found = [.. files.Below(files.Resolve(VirtualPath.Root))
            .Where(place => Relative(place).StartsWith(prefix, StringComparison.Ordinal))
            .Where(place => call.Call.Query("recursive") == "true" || !Relative(place)[prefix.Length..].Trim('/').Contains('/'))
            .Take(limit < int.MaxValue ? limit + 1 : limit)];
        return Reply.Json(200, new JsonObject
        {
            ["files"] = new JsonArray([.. found.Take(limit).Select(static place => (JsonNode?)View(place))]),
            ["truncated"] = found.Length > limit,
        });
    }

    private static string Relative(FilePlace place) => place.Path.TrimStart('/');

    private static JsonObject View(FilePlace place) => new()
    {
        ["path"] = Relative(place),
        ["is_directory"] = place.IsFolder,
        ["size_bytes"] = place.Entry is FileInfo file ? file.Length : 0,
    };

    private static Reply Delete(AccountCall call)
    {
        Volume volume = Volume(call);
        SessionFiles.Try("path", "query", () =>
        {
            volume.Files.Remove(VirtualPath.Resolve(VirtualPath.Root, call.Call.Query("path") ?? ""));
            return true;
        });
        volume.Measure();
        return Reply.Empty();
    }

    private static async Task<Reply> UploadAsync(AccountCall call)
    {
        Volume volume;
        lock (call.Account.Gate)
        {
            volume = Volume(call);
        }

        IFormFile file = call.Call.Form.Files["file"]!;
        using StagedFile staged = StagedFile.In(volume.Files);
        await using (Stream bytes = file.OpenReadStream())
        {
            await staged.FillAsync(bytes, long.MaxValue, call.Call.Ended);
        }

        lock (call.Account.Gate)
        {
            return Publish(call, volume, staged, file.Length);
        }
    }

    private static Reply Publish(AccountCall call, Volume volume, StagedFile staged, long length)
    {
        FileView files = volume.Files;
        FilePlace place = SessionFiles.Try(
            "/path", "body", () => files.Resolve(VirtualPath.Resolve(VirtualPath.Root, call.Call.Form["path"].ToString())));
        if (place.Entry is FileInfo && call.Call.Form["overwrite"].ToString() != "true")
        {
            throw SnapshotFault.Invalid("There is a file at the path already.", "/path");
        }

        volume.Measure();
        long replaced = (place.Entry as FileInfo)?.Length ?? 0;
        if (volume.UsedBytes - replaced + length > volume.QuotaBytes)
        {
            throw SnapshotFault.Invalid("The volume has no room for the file.", "/file");
        }

        SessionFiles.Try("/path", "body", () => files.Publish(staged.Path, place.Path, "root"));
        volume.Measure();
        return Reply.Json(200, View(files.Resolve(place.Path)));
    }

    private static Reply Download(AccountCall call)
    {
        Volume volume = Volume(call);
        return SessionFiles.Try("/path", "body", () => Transfer.Of(
            volume.Files.File(VirtualPath.Resolve(VirtualPath.Root, call.Body.Text("path")!)).Physical));
    }
}
