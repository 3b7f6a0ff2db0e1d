namespace Dari.Emulator.Sandbox.Uploads;

/// <summary>Which parts of an upload are stored, and with which digest.</summary>
/// <param name="length">Bytes of the whole upload.</param>
/// <param name="size">Bytes of every part but the last.</param>
internal sealed class UploadParts(long length, long size)
{
    private readonly SortedDictionary<int, string> _digests = [];

    /// <summary>Bytes of every part but the last.</summary>
    public long Size { get; } = size;

    /// <summary>Number of parts; 0 for an empty upload.</summary>
    public int Count { get; } = checked((int)((length + size - 1) / size));

    /// <summary>Bytes stored. A part that came twice counts once.</summary>
    public long AcceptedBytes { get; private set; }

    /// <summary>Lowest part that is missing, or null when none is.</summary>
    public int? Next { get; private set; } = length == 0 ? null : 0;

    /// <summary>True when every byte is stored.</summary>
    public bool IsWhole => AcceptedBytes == length;

    /// <summary>First byte of a part.</summary>
    public long Offset(int number) => number * Size;

    /// <summary>Bytes of a part.</summary>
    public long Length(int number) => Math.Min(Size, length - Offset(number));

    /// <summary>Digest of a part that is stored, or null.</summary>
    public string? Digest(int number) => _digests.GetValueOrDefault(number);

    /// <summary>Counts a part as stored; to be called once for each.</summary>
    public void Accept(int number, string digest)
    {
        _digests.Add(number, digest);
        AcceptedBytes += Length(number);
        while (Next is { } next && _digests.ContainsKey(next))
        {
            Next = next + 1 < Count ? next + 1 : null;
        }
    }
}
