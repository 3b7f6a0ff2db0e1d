using Dari.Emulator.Hosting;

namespace Dari.Emulator.Sandbox.Files;

/// <summary>A file, folder or link as the service answers it.</summary>
internal sealed record FileEntry(
    string Name,
    string Path,
    bool IsDir,
    long Size,
    string Type,
    string Mode,
    string Permissions,
    string Owner,
    string Group,
    DateTimeOffset ModifiedTime,
    string? SymlinkTarget)
{
    /// <summary>What stands at a place.</summary>
    /// <exception cref="ServiceFault">404: nothing does.</exception>
    public static FileEntry Of(FilePlace place)
    {
        var entry = place.Entry ?? throw SandboxFault.NotFound("There is nothing at the path.");
        var isLink = entry.LinkTarget is not null;
        var isFolder = entry is DirectoryInfo && !isLink;
        var attributes = place.Attributes;
        return new FileEntry(
            VirtualPath.Name(place.Path),
            place.Path,
            isFolder,
            entry is FileInfo file ? file.Length : 0,
            isLink ? "symlink" : isFolder ? "directory" : "file",
            attributes.Octal,
            attributes.Octal,
            attributes.Owner,
            attributes.Owner,
            entry.LastWriteTimeUtc,
            entry.LinkTarget);
    }
}
