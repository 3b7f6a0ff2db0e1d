using System.Numerics;

namespace Dari.Text;

/// <summary>Whole numbers as decimal digits of ASCII.</summary>
internal static class Digits
{
    /// <summary>Digits of the greatest number.</summary>
    internal const int Most = 20;

    // "00" to "99". Properties of constants, which the compiler puts into the program's own data.
    private static ReadOnlySpan<byte> Pairs =>
        "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"u8
        + "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899"u8;

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
            int pair = (int)(value - (rest * 100)) * 2;
            text[end - 1] = Pairs[pair + 1];
            text[end - 2] = Pairs[pair];
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
}
