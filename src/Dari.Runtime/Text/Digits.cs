using System.Buffers.Binary;
using System.Numerics;

namespace Dari.Text;

/// <summary>Whole numbers as decimal digits of ASCII.</summary>
internal static class Digits
{
    /// <summary>Digits of the greatest number.</summary>
    internal const int Most = 20;

    private static readonly ushort[] Pairs = [.. Enumerable.Range(0, 100).Select(Pair)];

    // A property of constants, which the compiler puts into the program's own data.
    private static ReadOnlySpan<ulong> Powers =>
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
        100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
        10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
    ];

    /// <param name="exponent">From 0 to 19.</param>
    internal static ulong Power(int exponent) => Powers[exponent];

    /// <summary>How many digits a number has; one for zero.</summary>
    internal static int Count(ulong value)
    {
        // The logarithm to the base of 10 is that to the base of 2 times 0.30103, and one digit less or not.
        int least = ((BitOperations.Log2(value | 1) + 1) * 1233) >> 12;
        return least == Most || value < Powers[least] ? Math.Max(least, 1) : least + 1;
    }

    /// <summary>Fills the text with the last digits of a number, and zeros in front of them.</summary>
    internal static void Fill(Span<byte> text, ulong value)
    {
        int end = text.Length;
        for (; end >= 2; end -= 2)
        {
            ulong rest = value / 100;
            BinaryPrimitives.WriteUInt16LittleEndian(text[(end - 2)..], Pairs[(int)(value - (rest * 100))]);
            value = rest;
        }

        if (end == 1)
        {
            text[0] = (byte)('0' + (value % 10));
        }
    }

    /// <returns>How many digits were written.</returns>
    internal static int Write(Span<byte> text, ulong value)
    {
        int count = Count(value);
        Fill(text[..count], value);
        return count;
    }

    /// <returns>How many digits, and the sign, were written.</returns>
    internal static int Write(Span<byte> text, long value)
    {
        if (value >= 0)
        {
            return Write(text, (ulong)value);
        }

        text[0] = (byte)'-';
        return Write(text[1..], 0 - (ulong)value) + 1;
    }

    private static ushort Pair(int value) => (ushort)(('0' + (value / 10)) | (('0' + (value % 10)) << 8));
}
