using System.Globalization;
using System.Text.Json;

namespace Dari.Json;

/// <summary>Whole numbers, in whatever form JSON gives them: <c>12</c>, <c>12.0</c>, <c>1.2e1</c>.</summary>
internal static class JsonIntegers
{
    // The widest range needed, that of UInt64, has 20 digits.
    private const int MaxDigits = 20;

    private enum Outcome
    {
        Whole,
        Fraction,
        TooLarge,
    }

    /// <summary>Reads the number on which the reader's plain attempt has failed.</summary>
    internal static Int128 Read(in Utf8JsonReader reader, Int128 least, Int128 greatest) =>
        Read(JsonStrings.Raw(in reader), least, greatest);

    internal static Int128 Read(ReadOnlySpan<byte> number, Int128 least, Int128 greatest)
    {
        Outcome outcome = TryRead(number, out Int128 value);
        if (outcome == Outcome.Whole && value >= least && value <= greatest)
        {
            return value;
        }

        string found = outcome == Outcome.Fraction ? "a number with a fraction" : "a number outside that range";
        throw JsonFault.Expected(
            string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {greatest}"), found);
    }

    /// <summary>Whether the text is a JSON number and nothing else.</summary>
    internal static bool IsNumber(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || (text[0] != (byte)'-' && !char.IsAsciiDigit((char)text[0]))
            || !char.IsAsciiDigit((char)text[^1]))
        {
            return false;
        }

        var reader = new Utf8JsonReader(text);
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.Number && reader.BytesConsumed == text.Length;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Outcome TryRead(ReadOnlySpan<byte> number, out Int128 value)
    {
        value = 0;
        bool negative = number[0] == (byte)'-';
        int mark = number.IndexOfAny((byte)'e', (byte)'E');
        ReadOnlySpan<byte> mantissa = number[(negative ? 1 : 0)..(mark < 0 ? number.Length : mark)];
        int point = mantissa.IndexOf((byte)'.');
        ReadOnlySpan<byte> whole = point < 0 ? mantissa : mantissa[..point];
        ReadOnlySpan<byte> fraction = point < 0 ? default : mantissa[(point + 1)..].TrimEnd((byte)'0');
        bool isZero = whole.TrimStart((byte)'0').IsEmpty && fraction.IsEmpty;
        if (isZero)
        {
            return Outcome.Whole;
        }

        if (!TryReadExponent(mark < 0 ? default : number[(mark + 1)..], out int exponent))
        {
            return number[mark + 1] == (byte)'-' ? Outcome.Fraction : Outcome.TooLarge;
        }

        return Shift(whole, fraction, exponent, negative, out value);
    }

    // digits = whole + fraction; the decimal point belongs after whole.Length + exponent of them.
    private static Outcome Shift(
        ReadOnlySpan<byte> whole, ReadOnlySpan<byte> fraction, int exponent, bool negative, out Int128 value)
    {
        value = 0;
        byte[] digits = [.. whole, .. fraction];
        long end = (long)whole.Length + exponent;
        ReadOnlySpan<byte> rest = end <= 0 ? digits : end >= digits.Length ? default : digits.AsSpan((int)end);
        if (rest.IndexOfAnyExcept((byte)'0') >= 0)
        {
            return Outcome.Fraction;
        }

        int first = digits.AsSpan().IndexOfAnyExcept((byte)'0');
        if (end - first > MaxDigits)
        {
            return Outcome.TooLarge;
        }

        for (int i = first; i < end; i++)
        {
            value = (value * 10) + (i < digits.Length ? digits[i] - '0' : 0);
        }

        value = negative ? -value : value;
        return Outcome.Whole;
    }

    private static bool TryReadExponent(ReadOnlySpan<byte> text, out int exponent)
    {
        exponent = 0;
        return text.IsEmpty
            || (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
                && exponent is > -1_000_000_000 and < 1_000_000_000);
    }
}
