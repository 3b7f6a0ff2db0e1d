using System.Globalization;

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
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        ulong digits = ((ulong)(uint)parts[1] << 32) | (uint)parts[0];
        if (parts[2] != 0 || digits == 0)
        {
            value.TryFormat(text, out int all, default, CultureInfo.InvariantCulture);
            return all;
        }

        int length = 0;
        if (value < 0)
        {
            text[length++] = (byte)'-';
        }

        int scale = value.Scale;
        digits.TryFormat(text[length..], out int count, default, CultureInfo.InvariantCulture);
        if (scale == 0)
        {
            return length + count;
        }

        // 5 with a scale of 3 is 0.005: the digits move behind the zeros that they lack.
        int lacking = Math.Max(scale + 1 - count, 0);
        Span<byte> number = text[length..];
        number[..count].CopyTo(number[lacking..]);
        number[..lacking].Fill((byte)'0');
        int point = count + lacking - scale;
        number.Slice(point, scale).CopyTo(number[(point + 1)..]);
        number[point] = (byte)'.';
        return length + count + lacking + 1;
    }
}
