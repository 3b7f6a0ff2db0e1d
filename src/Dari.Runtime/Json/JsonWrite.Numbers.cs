using System.Globalization;
using Dari.Text;

namespace Dari.Json;

public static partial class JsonWrite
{
    // -2.2250738585072014E-308 has 24.
    private const int LongestNumber = 32;

    /// <inheritdoc cref="String"/>
    public static void Int32(JsonOutput writer, ReadOnlySpan<byte> name, int value)
    {
        int length = Digits.Write(writer.Member(name, LongestNumber), value);
        writer.End(length);
    }

    /// <inheritdoc cref="StringValue"/>
    public static void Int32Value(JsonOutput writer, int value) =>
        writer.End(Digits.Write(writer.Value(LongestNumber), value));

    /// <inheritdoc cref="String"/>
    public static void Int64(JsonOutput writer, ReadOnlySpan<byte> name, long value)
    {
        int length = Digits.Write(writer.Member(name, LongestNumber), value);
        writer.End(length);
    }

    /// <inheritdoc cref="StringValue"/>
    public static void Int64Value(JsonOutput writer, long value) =>
        writer.End(Digits.Write(writer.Value(LongestNumber), value));

    /// <inheritdoc cref="String"/>
    public static void UInt32(JsonOutput writer, ReadOnlySpan<byte> name, uint value)
    {
        int length = Digits.Write(writer.Member(name, LongestNumber), value);
        writer.End(length);
    }

    /// <inheritdoc cref="StringValue"/>
    public static void UInt32Value(JsonOutput writer, uint value) =>
        writer.End(Digits.Write(writer.Value(LongestNumber), value));

    /// <inheritdoc cref="String"/>
    public static void UInt64(JsonOutput writer, ReadOnlySpan<byte> name, ulong value)
    {
        int length = Digits.Write(writer.Member(name, LongestNumber), value);
        writer.End(length);
    }

    /// <inheritdoc cref="StringValue"/>
    public static void UInt64Value(JsonOutput writer, ulong value) =>
        writer.End(Digits.Write(writer.Value(LongestNumber), value));

    /// <inheritdoc cref="String"/>
    /// <exception cref="ArgumentException">NaN or infinite: JSON has no such numbers.</exception>
    public static void Single(JsonOutput writer, ReadOnlySpan<byte> name, float value)
    {
        writer.Name(name);
        SingleValue(writer, value);
    }

    /// <inheritdoc cref="StringValue"/>
    /// <exception cref="ArgumentException">NaN or infinite: JSON has no such numbers.</exception>
    public static void SingleValue(JsonOutput writer, float value) => Number(writer, Finite(value));

    /// <inheritdoc cref="String"/>
    /// <exception cref="ArgumentException">NaN or infinite: JSON has no such numbers.</exception>
    public static void Double(JsonOutput writer, ReadOnlySpan<byte> name, double value)
    {
        writer.Name(name);
        DoubleValue(writer, value);
    }

    /// <inheritdoc cref="StringValue"/>
    /// <exception cref="ArgumentException">NaN or infinite: JSON has no such numbers.</exception>
    public static void DoubleValue(JsonOutput writer, double value) => Number(writer, Finite(value));

    /// <inheritdoc cref="String"/>
    public static void Decimal(JsonOutput writer, ReadOnlySpan<byte> name, decimal value)
    {
        int length = DecimalText.Format(value, writer.Member(name, DecimalText.MaxLength));
        writer.End(length);
    }

    /// <inheritdoc cref="StringValue"/>
    public static void DecimalValue(JsonOutput writer, decimal value) =>
        writer.End(DecimalText.Format(value, writer.Value(DecimalText.MaxLength)));

    private static void Number<T>(JsonOutput writer, T value)
        where T : struct, IUtf8SpanFormattable
    {
        value.TryFormat(writer.Value(LongestNumber), out int length, default, CultureInfo.InvariantCulture);
        writer.End(length);
    }

    private static T Finite<T>(T value)
        where T : struct, System.Numerics.IFloatingPoint<T> =>
        T.IsFinite(value) ? value : throw new ArgumentException($"JSON has no number {value}.", nameof(value));
}
