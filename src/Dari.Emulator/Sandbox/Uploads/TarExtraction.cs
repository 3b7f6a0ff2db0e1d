using System.Formats.Tar;
using Dari.Emulator.Sandbox.Files;

namespace Dari.Emulator.Sandbox.Uploads;

/// <summary>Unpacks a tar into an empty tree and refuses whatever could leave it.</summary>
/// <remarks>
/// Refused as a whole: absolute names, <c>..</c>, names that go through a link, devices and pipes, and
/// links that point out of the tree. Hard links become copies.
/// </remarks>
internal static class TarExtraction
{
    private const int MostEntries = 200_000;

    /// <summary>Unpacks the archive; the answer is the number of files and links.</summary>
    /// <exception cref="UnsafeArchiveException">The archive is broken or unsafe.</exception>
    public static long Extract(string archive, FileTree target, string owner)
    {
        using var file = File.OpenRead(archive);
        using var reader = new TarReader(file);
        try
        {
            var (files, entries) = (0L, 0);
            while (reader.GetNextEntry() is { } entry)
            {
                if (++entries > MostEntries)
                {
                    throw new UnsafeArchiveException($"The archive has more than {MostEntries} entries.");
                }

                files += Extract(entry, target, owner) ? 1 : 0;
            }

            return files;
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or FormatException
            or OverflowException or ArgumentException or NotSupportedException)
        {
            throw new UnsafeArchiveException("The bytes are no tar archive.");
        }
    }

    private static bool Extract(TarEntry entry, FileTree target, string owner)
    {
        if (entry.EntryType is TarEntryType.GlobalExtendedAttributes)
        {
            return false;
        }

        var path = TarNames.Entry(entry.Name);
        if (path == VirtualPath.Root)
        {
            return entry.EntryType is TarEntryType.Directory
                ? false
                : throw new UnsafeArchiveException("The archive has an entry without a name.");
        }

        MakeParents(target, path, owner);
        Write(entry, target, path);
        target.SetAttributes(path, new EntryAttributes((int)entry.Mode & 0xFFF, owner));
        return entry.EntryType is not TarEntryType.Directory;
    }

    private static void Write(TarEntry entry, FileTree target, string path)
    {
        var place = ClearPlace(target, path, entry.EntryType is TarEntryType.Directory);
        switch (entry.EntryType)
        {
            case TarEntryType.Directory:
                Directory.CreateDirectory(place);
                break;
            case TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile:
                WriteFile(entry, place);
                break;
            case TarEntryType.SymbolicLink:
                File.CreateSymbolicLink(place, TarNames.LinkTarget(path, entry.LinkName));
                break;
            case TarEntryType.HardLink:
                File.Copy(HardLinkSource(target, entry.LinkName), place);
                break;
            default:
                throw new UnsafeArchiveException("The archive has an entry that is no file, folder or link.");
        }
    }

    private static void WriteFile(TarEntry entry, string place)
    {
        using (var file = new FileStream(place, FileMode.CreateNew, FileAccess.Write))
        {
            entry.DataStream?.CopyTo(file);
        }

        File.SetLastWriteTimeUtc(place, entry.ModificationTime.UtcDateTime);
    }

    private static void MakeParents(FileTree target, string path, string owner)
    {
        var parent = VirtualPath.Parent(path);
        if (target.HasLinkOn(parent))
        {
            throw new UnsafeArchiveException("The archive has an entry that goes through a link.");
        }

        if (parent == VirtualPath.Root || Directory.Exists(target.Physical(parent)))
        {
            return;
        }

        MakeParents(target, parent, owner);
        if (File.Exists(target.Physical(parent)))
        {
            throw new UnsafeArchiveException("The archive has an entry below a file.");
        }

        Directory.CreateDirectory(target.Physical(parent));
        target.SetAttributes(parent, EntryAttributes.Default(isFolder: true) with { Owner = owner });
    }

    // A later entry of the same name wins, as with tar itself; an earlier link is removed, not written through.
    private static string ClearPlace(FileTree target, string path, bool isFolder)
    {
        var place = target.Physical(path);
        var isLink = new DirectoryInfo(place).LinkTarget is not null;
        if (isLink || File.Exists(place))
        {
            File.Delete(place);
        }
        else if (Directory.Exists(place) && !isFolder)
        {
            throw new UnsafeArchiveException("The archive has a file where it had a folder.");
        }

        return place;
    }

    private static string HardLinkSource(FileTree target, string name)
    {
        var path = TarNames.Entry(name);
        var place = target.Physical(path);
        return !target.HasLinkOn(path) && File.Exists(place)
            ? place
            : throw new UnsafeArchiveException("The archive has a hard link to something that is not in it.");
    }
}
