namespace Dari.Text;

/// <summary>Reads JSON numbers of the common forms; what it does not read is not wrong, only longer or stranger.</summary>
internal static class PlainNumber
{
    // So many digits are less than 2 to the power of 63, whatever they are.
    private const int WholeDigits = 18;

    // A double holds every whole number up to here, and every power of ten up to the 22nd.
    private const long Exact = 1L << 53;

    private static ReadOnlySpan<double> Powers => [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17];

    /// <param name="number">A number in JSON's grammar.</param>
    /// <param name="value">Its value.</param>
    /// <returns>Whether it is digits alone, perhaps behind a minus, and not too many.</returns>
    internal static bool TryWhole(ReadOnlySpan<byte> number, out long value)
    {
        value = 0;
        bool isNegative = number.Length > 1 && number[0] == (byte)'-';
        int i = isNegative ? 1 : 0;
        if (number.Length - i > WholeDigits)
        {
            return false;
        }

        for (; i < number.Length; i++)
        {
            uint digit = number[i] - (uint)'0';
            if (digit > 9)
            {
                return false;
            }

            value = (value * 10) + digit;
        }

        value = isNegative ? -value : value;
        return true;
    }

    /// <summary>
    /// Reads a number whose digits, and the power of ten behind its point, are both exact: then so is one division,
    /// rounded once.
    /// </summary>
    /// <param name="number">A number in JSON's grammar.</param>
    /// <param name="value">The nearest value.</param>
    /// <returns>Whether it is such a number.</returns>
    internal static bool TryReal(ReadOnlySpan<byte> number, out double value)
    {
        value = 0;
        bool isNegative = number.Length > 1 && number[0] == (byte)'-';
        int i = isNegative ? 1 : 0;
        if (number.Length - i > WholeDigits)
        {
            return false;
        }

        long digits = 0;
        int point = number.Length - 1;
        for (; i < number.Length; i++)
        {
            uint digit = number[i] - (uint)'0';
            if (digit <= 9)
            {
                digits = (digits * 10) + digit;
            }
            else if (number[i] == (byte)'.')
            {
                point = i;
            }
            else
            {
                return false;
            }
        }

        // The sign goes in last: there is a negative zero.
        value = digits / Powers[number.Length - 1 - point];
        value = isNegative ? -value : value;
        return digits <= Exact;
    }
}
