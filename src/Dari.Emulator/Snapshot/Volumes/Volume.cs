using System.Text.Json.Nodes;
using Dari.Emulator.Sandbox.Files;

namespace Dari.Emulator.Snapshot.Volumes;

/// <summary>Storage that outlives machines.</summary>
internal sealed class Volume : IShelved
{
    private readonly DateTimeOffset _createdAt;

    public Volume(string id, string folder, DateTimeOffset createdAt)
    {
        Id = id;
        Folder = folder;
        _createdAt = createdAt;
        Files = new FileView(FileTree.At(Path.Combine(folder, "files")), Path.Combine(folder, "staging"));
    }

    public string Id { get; }

    /// <summary>Folder of the host with everything of the volume.</summary>
    public string Folder { get; }

    public required string Name { get; set; }

    public long? QuotaBytes { get; set; }

    public FileView Files { get; }

    public Shelf<Checkpoint> Checkpoints { get; } = new("checkpoint");

    /// <summary>Bytes that were in use when they were last counted; machines change them uncounted.</summary>
    public long UsedBytes { get; private set; }

    public void Measure() => UsedBytes = FolderCopy.Measure(Files.Tree.Folder).Bytes;

    public JsonObject View() => new()
    {
        ["id"] = Id,
        ["name"] = Name,
        ["quota_bytes"] = QuotaBytes,
        ["used_bytes"] = UsedBytes,
        ["created_at"] = ServiceTimes.Plain(_createdAt),
    };
}
