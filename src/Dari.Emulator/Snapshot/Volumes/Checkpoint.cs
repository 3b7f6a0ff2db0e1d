using System.Text.Json.Nodes;
using Dari.Emulator.Sandbox.Files;

namespace Dari.Emulator.Snapshot.Volumes;

/// <summary>The files of a volume as they were at one time.</summary>
internal sealed class Checkpoint(string id, string? name, FileTree files, DateTimeOffset createdAt) : IShelved
{
    public string Id => id;

    public FileTree Files => files;

    public JsonObject View() => new()
    {
        ["id"] = id,
        ["name"] = name,
        ["size_bytes"] = FolderCopy.Measure(files.Folder).Bytes,
        ["created_at"] = ServiceTimes.Plain(createdAt),
    };
}
