using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Dari.Text;

namespace Dari.Json;

public static partial class JsonRead
{
    /// <summary>2 to the power of 53: up to here a double has every whole number.</summary>
    private const double ExactWhole = 9_007_199_254_740_992;

    /// <summary>Reads a whole number of 32 bits; <c>1.0</c> and <c>1e3</c> are whole numbers too.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <returns>The number.</returns>
    /// <exception cref="JsonException">Not a number, has a fraction, or is out of range.</exception>
    public static int Int32(ref Utf8JsonReader reader)
    {
        ExpectNumber(in reader);
        if (!reader.HasValueSequence && PlainNumber.TryWhole(reader.ValueSpan, out long plain) && plain == (int)plain)
        {
            return (int)plain;
        }

        return reader.TryGetInt32(out int value)
            ? value
            : (int)JsonIntegers.Read(in reader, int.MinValue, int.MaxValue);
    }

    /// <summary>Reads a whole number of 64 bits; <c>1.0</c> and <c>1e3</c> are whole numbers too.</summary>
    /// <inheritdoc cref="Int32"/>
    public static long Int64(ref Utf8JsonReader reader)
    {
        ExpectNumber(in reader);
        if (!reader.HasValueSequence && PlainNumber.TryWhole(reader.ValueSpan, out long plain))
        {
            return plain;
        }

        return reader.TryGetInt64(out long value)
            ? value
            : (long)JsonIntegers.Read(in reader, long.MinValue, long.MaxValue);
    }

    /// <summary>Reads a whole number of 32 bits without sign.</summary>
    /// <inheritdoc cref="Int32"/>
    public static uint UInt32(ref Utf8JsonReader reader)
    {
        ExpectNumber(in reader);
        return reader.TryGetUInt32(out uint value)
            ? value
            : (uint)JsonIntegers.Read(in reader, uint.MinValue, uint.MaxValue);
    }

    /// <summary>Reads a whole number of 64 bits without sign.</summary>
    /// <inheritdoc cref="Int32"/>
    public static ulong UInt64(ref Utf8JsonReader reader)
    {
        ExpectNumber(in reader);
        return reader.TryGetUInt64(out ulong value)
            ? value
            : (ulong)JsonIntegers.Read(in reader, ulong.MinValue, ulong.MaxValue);
    }

    /// <summary>Reads a number into single precision.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <returns>The nearest number.</returns>
    /// <exception cref="JsonException">Not a number, or too large for the type.</exception>
    public static float Single(ref Utf8JsonReader reader)
    {
        ExpectNumber(in reader);
        return reader.TryGetSingle(out float value) && float.IsFinite(value)
            ? value
            : throw JsonFault.Expected("a number from -3.4028235E+38 to 3.4028235E+38", "a number outside that range");
    }

    /// <summary>Reads a number into double precision.</summary>
    /// <inheritdoc cref="Single"/>
    public static double Double(ref Utf8JsonReader reader)
    {
        ExpectNumber(in reader);
        if (!reader.HasValueSequence && PlainNumber.TryReal(reader.ValueSpan, out double plain))
        {
            return plain;
        }

        if (!reader.TryGetDouble(out double value) || !double.IsFinite(value))
        {
            throw DoubleRange();
        }

        if (Math.Abs(value) >= ExactWhole && reader.TryGetInt64(out long whole) && (Int128)value != whole)
        {
            Misfit.Rounded();
        }

        return value;
    }

    /// <summary>
    /// Reads a decimal number; its digits after the point are kept, also closing zeros, up to 28 digits.
    /// </summary>
    /// <inheritdoc cref="Single"/>
    public static decimal Decimal(ref Utf8JsonReader reader)
    {
        ExpectNumber(in reader);
        return reader.TryGetDecimal(out decimal value) ? value : throw DecimalRange();
    }

    /// <summary>Reads a whole number of 32 bits, or a string that holds one: <c>"12"</c>.</summary>
    /// <inheritdoc cref="Int32"/>
    public static int Int32OrText(ref Utf8JsonReader reader) =>
        IsText(in reader) ? (int)IntegerText(ref reader, int.MinValue, int.MaxValue) : Int32(ref reader);

    /// <summary>Reads a whole number of 64 bits, or a string that holds one: <c>"12"</c>.</summary>
    /// <inheritdoc cref="Int32"/>
    public static long Int64OrText(ref Utf8JsonReader reader) =>
        IsText(in reader) ? (long)IntegerText(ref reader, long.MinValue, long.MaxValue) : Int64(ref reader);

    /// <summary>Reads a whole number of 32 bits without sign, or a string that holds one: <c>"12"</c>.</summary>
    /// <inheritdoc cref="Int32"/>
    public static uint UInt32OrText(ref Utf8JsonReader reader) =>
        IsText(in reader) ? (uint)IntegerText(ref reader, uint.MinValue, uint.MaxValue) : UInt32(ref reader);

    /// <summary>Reads a whole number of 64 bits without sign, or a string that holds one: <c>"12"</c>.</summary>
    /// <inheritdoc cref="Int32"/>
    public static ulong UInt64OrText(ref Utf8JsonReader reader) =>
        IsText(in reader) ? (ulong)IntegerText(ref reader, ulong.MinValue, ulong.MaxValue) : UInt64(ref reader);

    /// <summary>
    /// Reads a number into single precision, or a string that holds one, also <c>"NaN"</c> and <c>"Infinity"</c>.
    /// </summary>
    /// <inheritdoc cref="Single"/>
    public static float SingleOrText(ref Utf8JsonReader reader)
    {
        if (!IsText(in reader))
        {
            return Single(ref reader);
        }

        float value = (float)DoubleText(ref reader, out bool isNamed);
        return isNamed || float.IsFinite(value)
            ? value
            : throw JsonFault.Expected("a number from -3.4028235E+38 to 3.4028235E+38", "a number outside that range");
    }

    /// <summary>
    /// Reads a number into double precision, or a string that holds one, also <c>"NaN"</c> and <c>"Infinity"</c>.
    /// </summary>
    /// <inheritdoc cref="Single"/>
    public static double DoubleOrText(ref Utf8JsonReader reader) =>
        IsText(in reader) ? DoubleText(ref reader, out _) : Double(ref reader);

    /// <summary>Reads a decimal number, or a string that holds one: <c>"1.50"</c>.</summary>
    /// <inheritdoc cref="Single"/>
    public static decimal DecimalOrText(ref Utf8JsonReader reader)
    {
        if (!IsText(in reader))
        {
            return Decimal(ref reader);
        }

        byte[] text = NumberText(ref reader);
        char format = text.AsSpan().IndexOfAny((byte)'e', (byte)'E') < 0 ? 'g' : 'e';
        return Utf8Parser.TryParse(text, out decimal value, out int read, format) && read == text.Length
            ? value
            : throw DecimalRange();
    }

    private static void ExpectNumber(in Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            throw JsonFault.Expected("a number", in reader);
        }
    }

    private static bool IsText(in Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String;

    private static Int128 IntegerText(ref Utf8JsonReader reader, Int128 least, Int128 greatest) =>
        JsonIntegers.Read(NumberText(ref reader), least, greatest);

    private static double DoubleText(ref Utf8JsonReader reader, out bool isNamed)
    {
        string text = JsonStrings.Read(ref reader);
        double? named = text switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => null,
        };
        isNamed = named is not null;
        if (named is { } special)
        {
            return special;
        }

        byte[] utf8 = ExpectNumberText(Encoding.UTF8.GetBytes(text));
        char format = utf8.AsSpan().IndexOfAny((byte)'e', (byte)'E') < 0 ? 'g' : 'e';
        return Utf8Parser.TryParse(utf8, out double value, out int read, format) && read == utf8.Length
            && double.IsFinite(value)
            ? value
            : throw DoubleRange();
    }

    private static byte[] NumberText(ref Utf8JsonReader reader) => ExpectNumberText(JsonStrings.Utf8(ref reader));

    private static byte[] ExpectNumberText(byte[] text) =>
        JsonIntegers.IsNumber(text)
            ? text
            : throw JsonFault.Expected("a number, or a string that holds one", "another string");

    private static JsonException DoubleRange() =>
        JsonFault.Expected(
            "a number from -1.7976931348623157E+308 to 1.7976931348623157E+308", "a number outside that range");

    private static JsonException DecimalRange() =>
        JsonFault.Expected(
            "a number from -79228162514264337593543950335 to 79228162514264337593543950335",
            "a number outside that range");
}
