namespace Dari.Json;

/// <summary>
/// Bounds how much a thread reads again because unions try one case after the other. Unions within unions would else
/// multiply: a text of a few kilobytes from a hostile server could keep a processor busy for hours.
/// </summary>
internal static class UnionEffort
{
    private const long BytesFree = 1 << 16;
    private const long TimesTheLength = 32;

    [ThreadStatic]
    private static bool _isInside;

    [ThreadStatic]
    private static long _left;

    /// <summary>Begins to read a union of so many bytes.</summary>
    /// <returns>Whether it stands in no other union: the one that must be told to leave.</returns>
    internal static bool Enter(long length)
    {
        if (_isInside)
        {
            return false;
        }

        (_isInside, _left) = (true, BytesFree + (TimesTheLength * length));
        return true;
    }

    internal static void Leave(bool isOutermost) => _isInside &= !isOutermost;

    /// <summary>Whether so many bytes may be read once more.</summary>
    internal static bool Spend(long length)
    {
        _left -= length;
        return _left >= 0;
    }
}
