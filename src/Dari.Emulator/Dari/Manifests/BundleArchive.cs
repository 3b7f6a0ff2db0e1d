using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Dari.Emulator.Dari.Manifests;

/// <summary>
/// Reads a source archive, a tar inside gzip, without trusting it: names stay inside, only files and folders
/// are allowed, and the number of entries and the unpacked size are bounded.
/// </summary>
internal sealed class BundleArchive
{
    private const int MaxEntries = 50_000;
    private const long MaxUnpackedBytes = 2L << 30;
    private const int MaxTextBytes = 4 * 1024 * 1024;

    private readonly string _file;

    private BundleArchive(string file, IReadOnlyDictionary<string, long> files)
    {
        _file = file;
        Files = files;
    }

    /// <summary>The files by path with their sizes, in the order of the archive.</summary>
    public IReadOnlyDictionary<string, long> Files { get; }

    /// <exception cref="InvalidDataException">It is not a tar.gz, or it holds what it may not.</exception>
    public static BundleArchive Open(string file)
    {
        var files = new OrderedDictionary<string, long>(StringComparer.Ordinal);
        long total = 0;
        foreach (TarEntry entry in Entries(file))
        {
            total += entry.Length;
            if (files.Count >= MaxEntries || total > MaxUnpackedBytes)
            {
                throw new InvalidDataException("The archive is too large when unpacked.");
            }

            if (entry.EntryType is TarEntryType.Directory)
            {
                continue;
            }

            if (!files.TryAdd(SafeName(entry), entry.Length))
            {
                throw new InvalidDataException($"The archive holds '{entry.Name}' twice.");
            }
        }

        return new BundleArchive(file, files);
    }

    /// <summary>The text of a file; null when there is none of that name.</summary>
    /// <exception cref="InvalidDataException">The file is too large or is not UTF-8 text.</exception>
    public string? ReadText(string path)
    {
        if (!Files.TryGetValue(path, out long size))
        {
            return null;
        }

        if (size > MaxTextBytes)
        {
            throw new InvalidDataException($"'{path}' is too large to be shown.");
        }

        foreach (TarEntry entry in Entries(_file))
        {
            // An entry's bytes can be read only for as long as it is the current one.
            if (entry.EntryType != TarEntryType.Directory && SafeName(entry) == path)
            {
                return ReadText(entry, path);
            }
        }

        return null;
    }

    private static string ReadText(TarEntry entry, string path)
    {
        try
        {
            using var reader = new StreamReader(entry.DataStream ?? Stream.Null, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException($"'{path}' is not UTF-8 text.");
        }
    }

    private static IEnumerable<TarEntry> Entries(string file)
    {
        using FileStream compressed = File.OpenRead(file);
        using var unpacked = new GZipStream(compressed, CompressionMode.Decompress);
        using var reader = new TarReader(unpacked);
        while (Next(reader) is { } entry)
        {
            yield return entry;
        }
    }

    private static TarEntry? Next(TarReader reader)
    {
        try
        {
            return reader.GetNextEntry();
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw new InvalidDataException("The archive is not a sound tar.gz.", exception);
        }
    }

    private static string SafeName(TarEntry entry)
    {
        string name = entry.Name.StartsWith("./", StringComparison.Ordinal) ? entry.Name[2..] : entry.Name;
        if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile))
        {
            throw new InvalidDataException($"'{name}' is not a regular file.");
        }

        return name.StartsWith('/') || name.Contains('\\') || name.Contains('\0') || name.Split('/').Any(static part => part is "" or "." or "..")
            ? throw new InvalidDataException($"'{name}' is not a name inside the archive.")
            : name;
    }
}
