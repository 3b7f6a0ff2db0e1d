using Dari.Archiving;
using Dari.Archiving.Packing;
using Dari.Archiving.Selecting;

namespace Dari.Uploads.Sources;

/// <summary>A file or link of a folder, at its place in the tar.</summary>
/// <param name="Name">Relative to the folder.</param>
/// <param name="Path">Where the file is.</param>
/// <param name="Target">Where a link leads; empty for a file.</param>
/// <param name="Length">Bytes of the file.</param>
/// <param name="ModifiedTicks">When it was written last.</param>
/// <param name="IsExecutable">Whether somebody may run it.</param>
/// <param name="Offset">Where its header begins.</param>
/// <param name="HeaderLength">Bytes of its header.</param>
internal sealed record FolderEntry(
    string Name, string Path, string Target, long Length, long ModifiedTicks, bool IsExecutable, long Offset, int HeaderLength)
{
    /// <summary>Where the next entry begins: contents fill up whole blocks.</summary>
    internal long End => Offset + HeaderLength + ((Length + TarHeader.BlockSize - 1) / TarHeader.BlockSize * TarHeader.BlockSize);

    /// <summary>Made when it is needed: a large folder has many.</summary>
    internal byte[] Header() =>
        TarHeader.Of(Name, Target, Length, IsExecutable, Target.Length > 0 ? TarHeader.Link : TarHeader.File);

    /// <exception cref="ArchiveException">The file cannot be taken.</exception>
    internal static FolderEntry Of(SourceFile file, LinkPolicy links, long offset)
    {
        if (file.Info.LinkTarget is { } target)
        {
            target = TarPacker.CheckLink(file.Name, target, links);
            var link = new FolderEntry(file.Name, file.Info.FullName, target, 0, 0, false, offset, 0);
            return link with { HeaderLength = link.Header().Length };
        }

        file.Info.Refresh();
        if (file.Info is not FileInfo { Exists: true } info)
        {
            throw new ArchiveException($"{file.Name} vanished while the folder was listed.", file.Name);
        }

        if (info.Length == 0 && !SpecialFiles.IsRegular(info.FullName))
        {
            throw new ArchiveException($"{file.Name} is a pipe, socket or device, not a file.", file.Name);
        }

        var entry = new FolderEntry(
            file.Name, info.FullName, "", info.Length, info.LastWriteTimeUtc.Ticks, TarPacker.IsExecutable(info), offset, 0);
        return entry with { HeaderLength = entry.Header().Length };
    }
}
