using System.Text.Json;

namespace Dari.Json;

public static partial class JsonWrite
{
    /// <inheritdoc cref="String"/>
    public static void Int32(Utf8JsonWriter writer, ReadOnlySpan<byte> name, int value) =>
        writer.WriteNumber(name, value);

    /// <inheritdoc cref="StringValue"/>
    public static void Int32Value(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

    /// <inheritdoc cref="String"/>
    public static void Int64(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long value) =>
        writer.WriteNumber(name, value);

    /// <inheritdoc cref="StringValue"/>
    public static void Int64Value(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);

    /// <inheritdoc cref="String"/>
    public static void UInt32(Utf8JsonWriter writer, ReadOnlySpan<byte> name, uint value) =>
        writer.WriteNumber(name, value);

    /// <inheritdoc cref="StringValue"/>
    public static void UInt32Value(Utf8JsonWriter writer, uint value) => writer.WriteNumberValue(value);

    /// <inheritdoc cref="String"/>
    public static void UInt64(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ulong value) =>
        writer.WriteNumber(name, value);

    /// <inheritdoc cref="StringValue"/>
    public static void UInt64Value(Utf8JsonWriter writer, ulong value) => writer.WriteNumberValue(value);

    /// <inheritdoc cref="String"/>
    /// <exception cref="ArgumentException">NaN or infinite: JSON has no such numbers.</exception>
    public static void Single(Utf8JsonWriter writer, ReadOnlySpan<byte> name, float value) =>
        writer.WriteNumber(name, value);

    /// <inheritdoc cref="StringValue"/>
    /// <exception cref="ArgumentException">NaN or infinite: JSON has no such numbers.</exception>
    public static void SingleValue(Utf8JsonWriter writer, float value) => writer.WriteNumberValue(value);

    /// <inheritdoc cref="String"/>
    /// <exception cref="ArgumentException">NaN or infinite: JSON has no such numbers.</exception>
    public static void Double(Utf8JsonWriter writer, ReadOnlySpan<byte> name, double value) =>
        writer.WriteNumber(name, value);

    /// <inheritdoc cref="StringValue"/>
    /// <exception cref="ArgumentException">NaN or infinite: JSON has no such numbers.</exception>
    public static void DoubleValue(Utf8JsonWriter writer, double value) => writer.WriteNumberValue(value);

    /// <inheritdoc cref="String"/>
    public static void Decimal(Utf8JsonWriter writer, ReadOnlySpan<byte> name, decimal value) =>
        writer.WriteNumber(name, value);

    /// <inheritdoc cref="StringValue"/>
    public static void DecimalValue(Utf8JsonWriter writer, decimal value) => writer.WriteNumberValue(value);
}
