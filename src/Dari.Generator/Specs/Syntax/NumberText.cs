using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Dari.Generator.Specs.Syntax;

/// <summary>Numbers stay text from the document to the literal: a <see cref="double"/> would round some of them.</summary>
internal static class NumberText
{
    /// <summary>Whether the part of <paramref name="text"/> is a number by the grammar of JSON.</summary>
    [MethodImpl(HotPath.Optimized)]
    public static bool IsJson(string text, int start, int length)
    {
        int end = start + length;
        int i = start < end && text[start] == '-' ? start + 1 : start;
        int digits = Digits(text, i, end);
        if (digits == 0 || (digits > 1 && text[i] == '0'))
        {
            return false;
        }

        i += digits;
        if (i < end && text[i] == '.')
        {
            digits = Digits(text, i + 1, end);
            if (digits == 0)
            {
                return false;
            }

            i += digits + 1;
        }

        return i == end || (Exponent(text, i, end) is > 0 and int exponent && i + exponent == end);
    }

    public static bool IsJson(string text) => IsJson(text, 0, text.Length);

    /// <summary>
    /// The JSON form of a number of the YAML 1.2 core schema, and <see langword="null"/> for anything else. A number
    /// with leading zeros is not taken for one: whoever writes <c>00501</c> means the digits.
    /// </summary>
    public static string? Normalize(string text)
    {
        if (text.Length == 0 || text[0] is not ((>= '0' and <= '9') or '-' or '+' or '.'))
        {
            return null;
        }

        if (IsJson(text))
        {
            return text;
        }

        if (text.Length > 2 && text[0] == '0' && text[1] is 'x' or 'o')
        {
            return FromBase(text.Substring(2), text[1] == 'x' ? 16 : 8);
        }

        return FromLooseDecimal(text);
    }

    /// <summary><c>+1</c>, <c>.5</c> and <c>1.</c> are numbers in YAML.</summary>
    private static string? FromLooseDecimal(string text)
    {
        string sign = text[0] == '-' ? "-" : "";
        int i = text[0] is '-' or '+' ? 1 : 0;
        int whole = Digits(text, i, text.Length);
        int point = i + whole;
        bool hasPoint = point < text.Length && text[point] == '.';
        int fraction = hasPoint ? Digits(text, point + 1, text.Length) : 0;
        int rest = hasPoint ? point + 1 + fraction : point;
        if (whole + fraction == 0)
        {
            return null;
        }

        string number = sign
            + (whole == 0 ? "0" : text.Substring(i, whole))
            + (fraction == 0 ? "" : "." + text.Substring(point + 1, fraction))
            + text.Substring(rest);
        return IsJson(number) ? number : null;
    }

    private static string? FromBase(string digits, int radix)
    {
        // Longer ones are hashes, and converting them takes quadratic time.
        if (digits.Length > 64)
        {
            return null;
        }

        BigInteger value = BigInteger.Zero;
        foreach (char character in digits)
        {
            int digit = character switch
            {
                >= '0' and <= '9' => character - '0',
                >= 'a' and <= 'f' => character - 'a' + 10,
                >= 'A' and <= 'F' => character - 'A' + 10,
                _ => int.MaxValue,
            };

            if (digit >= radix)
            {
                return null;
            }

            value = (value * radix) + digit;
        }

        return value.ToString(CultureInfo.InvariantCulture);
    }

    private static int Digits(string text, int start, int end)
    {
        int i = start;
        while (i < end && text[i] is >= '0' and <= '9')
        {
            i++;
        }

        return i - start;
    }

    /// <summary>Length of an exponent that begins at <paramref name="start"/>, or 0.</summary>
    private static int Exponent(string text, int start, int end)
    {
        if (start >= end || text[start] is not ('e' or 'E'))
        {
            return 0;
        }

        int i = start + 1;
        if (i < end && text[i] is '+' or '-')
        {
            i++;
        }

        int digits = Digits(text, i, end);
        return digits == 0 ? 0 : i + digits - start;
    }
}
