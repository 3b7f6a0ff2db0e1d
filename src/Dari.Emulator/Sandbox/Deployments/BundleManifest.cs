using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Files;

namespace Dari.Emulator.Sandbox.Deployments;

/// <summary>Describes what is really in a bundle.</summary>
internal static class BundleManifest
{
    /// <summary>The manifest of an unpacked bundle; patterns and digests that only its maker knows are kept.</summary>
    public static JsonObject Of(FileTree files, string digest, JsonObject? announced, DateTimeOffset now)
    {
        var view = new FileView(files, files.Folder);
        var entries = view.Below(view.Resolve(VirtualPath.Root)).Where(place => !place.IsFolder).ToArray();
        var manifest = announced?.DeepClone().AsObject() ?? [];
        manifest["bundle_digest"] = digest;
        manifest["archive_format"] = "tar";
        manifest["total_size"] = entries.Sum(place => place.Entry is FileInfo file ? file.Length : 0);
        manifest["file_count"] = entries.Length;
        manifest["generated_at"] ??= Times.Text(now);
        manifest["materialization_path"] = AgentConfig.ProjectFolder;
        manifest["entries"] = new JsonArray([.. entries.Select(Entry)]);
        return manifest;
    }

    /// <summary>The files of a view by path below a folder, with their digests.</summary>
    public static IReadOnlyDictionary<string, string> Digests(FileView view, FilePlace folder) => view.Below(folder)
        .Where(place => place.IsFile)
        .ToDictionary(place => VirtualPath.Below(place.Path, folder.Path), Digest, StringComparer.Ordinal);

    /// <summary>Digest of a file, as <c>sha256:</c> and hex.</summary>
    public static string Digest(FilePlace file)
    {
        using var bytes = File.OpenRead(file.Physical);
        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    private static JsonNode Entry(FilePlace place)
    {
        var entry = FileEntry.Of(place);
        return new JsonObject
        {
            ["path"] = VirtualPath.Below(place.Path, VirtualPath.Root),
            ["included"] = true,
            ["size"] = entry.Size,
            ["mode"] = entry.Mode,
            ["digest"] = place.IsFile ? Digest(place) : null,
            ["symlink_target"] = entry.SymlinkTarget,
        };
    }
}
