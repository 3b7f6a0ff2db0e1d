using System.Text.Json.Nodes;
using Dari.Emulator.Dari.State;
using Dari.Emulator.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Dari.Routes;

/// <summary>Takes the files that content blocks refer to.</summary>
internal sealed class FileRoutes(DariParts parts)
{
    private readonly ServiceContext _context = parts.Context;

    public void Map(OperationRoutes routes) => routes.Map("uploadFile", UploadAsync);

    private async Task<Reply> UploadAsync(Call call)
    {
        IFormFile sent = call.Form.Files.GetFile("file")!;
        if (sent.Length > _context.Options.MaxFileBytes)
        {
            throw new ServiceFault(413, "too_large", "The file is larger than the service allows.");
        }

        string id = Ids.New("file_");
        string path = Path.Combine(Directory.CreateDirectory(Path.Combine(_context.Folder, "files")).FullName, id);
        await using (FileStream to = File.Create(path))
        {
            await sent.CopyToAsync(to, call.Ended);
        }

        var file = new UploadedFile
        {
            Id = id,
            Organization = call.Caller.Organization,
            CreatedAt = _context.Now,
            Name = LeafName(sent.FileName, id),
            Size = sent.Length,
            File = path,
        };
        lock (parts.State.Gate)
        {
            parts.State.Files.Add(file);
        }

        return Reply.Json(201, new JsonObject { ["id"] = id, ["filename"] = file.Name, ["size_bytes"] = file.Size });
    }

    private static string LeafName(string sent, string fallback)
    {
        string leaf = sent.Split('/', '\\')[^1].Replace("\0", "");
        return leaf is "" or "." or ".." ? fallback : leaf;
    }
}
