using Dari.Emulator.Hosting;

namespace Dari.Emulator.Sandbox.Files;

/// <summary>A path after resolution: no link is left in its folders.</summary>
/// <param name="Path">The path as the sandbox sees it.</param>
/// <param name="Tree">The tree that holds it.</param>
/// <param name="TreePath">The path inside that tree.</param>
/// <param name="IsReadOnly">True when it lies in a mount that refuses writing.</param>
internal sealed record FilePlace(string Path, FileTree Tree, string TreePath, bool IsReadOnly)
{
    /// <summary>Place on the host.</summary>
    public string Physical => Tree.Physical(TreePath);

    /// <summary>The entry on the host, or null when there is none. A link is the link itself.</summary>
    public FileSystemInfo? Entry
    {
        get
        {
            var folder = new DirectoryInfo(Physical);
            if (folder.LinkTarget is not null || folder.Exists)
            {
                return folder;
            }

            var file = new FileInfo(Physical);
            return file.Exists ? file : null;
        }
    }

    /// <summary>True when a folder, and not a link to one, is there.</summary>
    public bool IsFolder => Entry is DirectoryInfo { LinkTarget: null };

    /// <summary>True when a file, and not a link to one, is there.</summary>
    public bool IsFile => Entry is FileInfo;

    /// <summary>Mode and owner.</summary>
    public EntryAttributes Attributes => Tree.Attributes(TreePath, IsFolder);

    /// <summary>Refuses the place when nothing may be written there.</summary>
    /// <exception cref="ServiceFault">403 <c>volume_read_only</c>.</exception>
    public FilePlace Writable() =>
        IsReadOnly ? throw SandboxFault.Forbidden("The volume is mounted read-only.", "volume_read_only") : this;
}
