using System.Text.Json.Serialization;
using Dari.Emulator.Sandbox.Files;
using Dari.Emulator.Sandbox.Uploads;

namespace Dari.Emulator.Sandbox.Volumes;

/// <summary>Storage that outlives sandboxes.</summary>
internal sealed class Volume
{
    public Volume(string id, string name, string folder, SandboxSettings settings)
    {
        Id = id;
        Name = name;
        CreatedAt = settings.Clock.GetUtcNow();
        Folder = folder;
        Files = new FileView(
            FileTree.At(Path.Combine(folder, "files"), settings.Sandbox.MaxVolumeBytes), Path.Combine(folder, "uploads"));
        Uploads = settings.Uploads(
            new UploadDestination(Files, static (path, _) => VirtualPath.Absolute(path)),
            isVolume: true);
    }

    public string Id { get; }

    public string Name { get; }

    public DateTimeOffset CreatedAt { get; }

    /// <summary>Folder of the host with everything of the volume.</summary>
    public string Folder { get; }

    public FileView Files { get; }

    public UploadDesk Uploads { get; }

    /// <summary>The volume as the service answers it.</summary>
    public VolumeView View(int mounts, DateTimeOffset now)
    {
        var (bytes, entries) = FolderCopy.Measure(Files.Tree.Folder);
        return new VolumeView(Id, Name, CreatedAt, bytes, entries, mounts, Files.Tree.Capacity, now, mounts > 0 ? "attached" : "available");
    }

    /// <summary>A volume as the service answers it.</summary>
    internal sealed record VolumeView(
        string Id,
        string Name,
        DateTimeOffset CreatedAt,
        long UsedBytes,
        long InodeCount,
        int MountCount,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? MaxSizeBytes,
        DateTimeOffset LastReconciledAt,
        string Status)
    {
        /// <summary>No limit on the number of files.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
        public long? MaxFileCount => null;

        /// <summary>No limit on the number of mounts.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
        public int? MaxMounts => null;
    }
}
