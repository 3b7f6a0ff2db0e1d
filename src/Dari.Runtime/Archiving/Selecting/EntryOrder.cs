namespace Dari.Archiving.Selecting;

/// <summary>
/// The order of names in an archive: that of their bytes in UTF-8, which is git's and does not depend on the system.
/// </summary>
internal sealed class EntryOrder : IComparer<string>
{
    internal static readonly EntryOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        int same = x.AsSpan().CommonPrefixLength(y);
        return same == x.Length || same == y.Length
            ? x.Length.CompareTo(y.Length)
            : Weight(x[same]).CompareTo(Weight(y[same]));
    }

    // Surrogates stand for what comes after all other characters.
    private static int Weight(char value) => char.IsSurrogate(value) ? value + 0x10000 : value;
}
