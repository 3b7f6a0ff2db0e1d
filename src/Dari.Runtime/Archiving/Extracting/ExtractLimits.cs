namespace Dari.Archiving.Extracting;

/// <summary>Counts what comes out of an archive, and stops where it is more than accepted.</summary>
/// <param name="options">The limits.</param>
/// <param name="compressed">How many compressed bytes were read for it so far.</param>
internal sealed class ExtractLimits(ExtractOptions options, Func<long> compressed)
{
    // Small archives of repetitive text are no attack.
    private const long RatioFrom = 16 << 20;

    private int _entries;
    private long _unpacked;

    internal long ContentBytes { get; private set; }

    internal void AddEntry(string name)
    {
        if (++_entries > options.MaxEntries)
        {
            throw new ArchiveException($"The archive has more than {options.MaxEntries} entries.", name);
        }
    }

    internal void AddContent(long count, string? name)
    {
        ContentBytes += count;
        if (ContentBytes > options.MaxBytes)
        {
            throw new ArchiveException($"The archive's files have more than {options.MaxBytes} bytes.", name);
        }
    }

    /// <summary>Counts bytes that were decompressed, also those that belong to no file.</summary>
    internal void AddUnpacked(long count)
    {
        _unpacked += count;
        if (_unpacked > RatioFrom && _unpacked > options.MaxRatio * compressed())
        {
            throw new ArchiveException($"The archive grows to more than {options.MaxRatio} times its size.");
        }
    }
}
