using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Dari.Text;

/// <summary>Decimal numbers as text, digit for digit as they are held: <c>12.50</c> stays <c>12.50</c>.</summary>
internal static class DecimalText
{
    /// <summary>Room for 29 digits, a sign, and a point with the zero before it.</summary>
    internal const int MaxLength = 32;

    /// <param name="value">The number.</param>
    /// <param name="text">Room for <see cref="MaxLength"/> bytes of ASCII.</param>
    /// <returns>How many of them it took.</returns>
    internal static int Format(decimal value, Span<byte> text)
    {
        ulong digits = Bits(value, out uint high, out bool isNegative);
        if (high != 0 || digits == 0)
        {
            value.TryFormat(text, out int all, default, CultureInfo.InvariantCulture);
            return all;
        }

        int length = 0;
        if (isNegative)
        {
            text[length++] = (byte)'-';
        }

        int scale = value.Scale;
        if (scale == 0)
        {
            return length + Digits.Write(text[length..], digits);
        }

        // Beyond 19 digits behind the point, what 64 bits hold is all behind it.
        ulong whole = scale < Digits.Most ? digits / Digits.Power(scale) : 0;
        ulong fraction = whole == 0 ? digits : digits - (whole * Digits.Power(scale));
        length += Digits.Write(text[length..], whole);
        text[length++] = (byte)'.';
        Digits.Fill(text.Slice(length, scale), fraction);
        return length + scale;
    }

    // The low 64 bits; in a vector, because an array on the stack would be checked for overruns.
    private static ulong Bits(decimal value, out uint high, out bool isNegative)
    {
        Vector128<int> parts = default;
        decimal.GetBits(value, MemoryMarshal.CreateSpan(ref Unsafe.As<Vector128<int>, int>(ref parts), 4));
        high = (uint)parts.GetElement(2);
        isNegative = parts.GetElement(3) < 0;
        return ((ulong)(uint)parts.GetElement(1) << 32) | (uint)parts.GetElement(0);
    }
}
