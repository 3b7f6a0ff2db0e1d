using System.IO.Compression;
using System.Text.Json.Nodes;
using Dari.Emulator.Dari.State;
using Dari.Emulator.Dari.Turns;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Dari.Routes;

/// <summary>Shows and downloads the workspace of a session.</summary>
internal sealed class WorkspaceRoutes(DariParts parts)
{
    public void Map(OperationRoutes routes)
    {
        routes.Map("listSessionFiles", List);
        routes.Map("downloadSessionWorkspace", DownloadAsync);
    }

    private Reply List(Call call)
    {
        Session session = Find(call);
        string path = call.Query("path") is { Length: > 0 } asked ? asked : "/";
        string? folder = Workspace.Locate(session, path);
        if (folder is null || !Directory.Exists(folder))
        {
            throw new ServiceFault(404, "not_found", "The workspace has no such directory.");
        }

        string prefix = "/" + path.Trim('/');
        IEnumerable<JsonNode?> entries = new DirectoryInfo(folder).EnumerateFileSystemInfos()
            .OrderBy(static entry => entry.Name, StringComparer.Ordinal)
            .Select(entry => Entry(entry, prefix.TrimEnd('/') + "/" + entry.Name));
        return Reply.Json(200, new JsonObject { ["path"] = path, ["entries"] = new JsonArray([.. entries]) });
    }

    private static JsonObject Entry(FileSystemInfo entry, string path) => entry is FileInfo file
        ? new JsonObject { ["path"] = path, ["type"] = "file", ["size_bytes"] = file.Length }
        : new JsonObject { ["path"] = path, ["type"] = "directory" };

    private async Task<Reply> DownloadAsync(Call call)
    {
        Session session = Find(call);
        if (!Directory.Exists(session.Workspace))
        {
            throw new ServiceFault(409, "conflict", "The session has no workspace yet.");
        }

        IReadOnlyList<string> paths = call.QueryAll("path");
        List<string> folders = [.. (paths.Count == 0 ? ["/"] : paths).Select(path => Folder(session, path))];
        SortedDictionary<string, string> files = new(StringComparer.Ordinal);
        foreach (string file in folders.SelectMany(static folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)))
        {
            files[Path.GetRelativePath(session.Workspace, file).Replace('\\', '/')] = file;
        }

        FileStream zip = await ZipAsync(files, Path.Combine(parts.Context.Folder, Ids.New("workspace-")), call.Ended);
        return Reply.Bytes("application/zip", (to, cancellationToken) => SendAsync(zip, to, cancellationToken), zip.Length)
            .With("Content-Disposition", $"attachment; filename=\"workspace-{session.Id}.zip\"");
    }

    private static string Folder(Session session, string path) =>
        path.Length > 0 && Workspace.Locate(session, path) is { } folder && Directory.Exists(folder)
            ? folder
            : throw new ServiceFault(400, "invalid_request", "A path is invalid, missing or not a directory.");

    /// <summary>Packs into a file, so that the answer has a length and a cut one is noticed.</summary>
    private static async Task<FileStream> ZipAsync(SortedDictionary<string, string> files, string temporary, CancellationToken cancellationToken)
    {
        var packed = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        try
        {
            using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            {
                foreach ((string name, string file) in files)
                {
                    await using FileStream from = File.OpenRead(file);
                    await using Stream entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                    await from.CopyToAsync(entry, cancellationToken);
                }
            }

            packed.Position = 0;
            return packed;
        }
        catch
        {
            await packed.DisposeAsync();
            throw;
        }
    }

    private static async Task SendAsync(FileStream packed, Stream to, CancellationToken cancellationToken)
    {
        await using (packed)
        {
            await packed.CopyToAsync(to, cancellationToken);
        }
    }

    private Session Find(Call call)
    {
        lock (parts.State.Gate)
        {
            return parts.State.Sessions.Find(call.Path("session_id"), call.Caller);
        }
    }
}
