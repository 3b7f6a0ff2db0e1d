using Dari.Cli.Output;
using Dari.Sandboxes;

namespace Dari.Cli.Transfers;

/// <summary>What stands in a folder of a sandbox, at any depth, each entry with its name relative to the folder.</summary>
internal static class FolderListing
{
    /// <summary>Lists, folder by folder.</summary>
    /// <param name="sandbox">The client.</param>
    /// <param name="source">The folder.</param>
    /// <param name="user">The sandbox's user, or null.</param>
    /// <param name="path">The folder's path as the service says it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>In ordinal order of the names, so that a folder stands before what is in it.</returns>
    /// <exception cref="CliException">The service lists what does not stand in the folder.</exception>
    public static async Task<IReadOnlyList<(string Name, FileEntry Entry)>> ReadAsync(
        ISandboxClient sandbox, SandboxPath source, string? user, string path, CancellationToken cancellationToken)
    {
        string root = path.TrimEnd('/') + "/";
        var found = new SortedDictionary<string, FileEntry>(StringComparer.Ordinal);
        var folders = new Queue<string>([path]);
        while (folders.TryDequeue(out string? folder))
        {
            IReadOnlyList<FileEntry> entries = await sandbox.Files.ListAsync(
                source.SandboxId, new ListFilesQuery { Path = folder, User = user }, cancellationToken: cancellationToken);
            foreach (FileEntry entry in entries)
            {
                string name = entry.Path.StartsWith(root, StringComparison.Ordinal)
                    ? entry.Path[root.Length..].TrimEnd('/')
                    : throw new CliException("invalid_response", $"The service lists {entry.Path} in {folder}.");

                // A service may list deeper than it was asked to.
                if (name.Length > 0 && found.TryAdd(name, entry) && IsFolder(entry))
                {
                    folders.Enqueue(entry.Path);
                }
            }
        }

        return [.. found.Select(static one => (one.Key, one.Value))];
    }

    /// <summary>Not a link to one, which could lead round in a circle.</summary>
    public static bool IsFolder(FileEntry entry) => entry.IsDir && entry.SymlinkTarget is null;
}
