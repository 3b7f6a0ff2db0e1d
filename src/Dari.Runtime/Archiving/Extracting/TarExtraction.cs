using System.Formats.Tar;

namespace Dari.Archiving.Extracting;

/// <summary>Extracts a tar.</summary>
internal static class TarExtraction
{
    internal static async Task RunAsync(Stream tar, Staging staging, CancellationToken cancellationToken)
    {
        var reader = new TarReader(tar, leaveOpen: true);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.GetNextEntryAsync(false, cancellationToken).ConfigureAwait(false) is { } entry)
            {
                if (entry.EntryType != TarEntryType.GlobalExtendedAttributes)
                {
                    await AddAsync(entry, staging, cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    private static async ValueTask AddAsync(TarEntry entry, Staging staging, CancellationToken cancellationToken)
    {
        string name = EntryNames.Clean(entry.Name);
        switch (entry.EntryType)
        {
            case TarEntryType.Directory:
                staging.AddFolder(name);
                break;
            case TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile:
                const UnixFileMode Executes =
                    UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
                bool isExecutable = (entry.Mode & Executes) != 0;
                await staging.AddFileAsync(name, entry.DataStream, isExecutable, cancellationToken)
                    .ConfigureAwait(false);
                break;
            case TarEntryType.SymbolicLink:
                staging.AddLink(name, entry.LinkName);
                break;
            case TarEntryType.HardLink:
                staging.AddCopy(name, EntryNames.Clean(entry.LinkName));
                break;
            default:
                throw new ArchiveException(
                    $"The archive's entry \"{name}\" is neither a file nor a folder nor a link.", name);
        }
    }
}
