using System.Text.Json;
using Dari.Text;

namespace Dari.Json;

public static partial class JsonWrite
{
    /// <summary>
    /// Writes an RFC 3339 time stamp with its own offset, <c>Z</c> for none, and no more digits of the fraction than
    /// needed.
    /// </summary>
    /// <inheritdoc cref="String"/>
    public static void DateTime(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset value)
    {
        writer.WritePropertyName(name);
        DateTimeValue(writer, value);
    }

    /// <summary>
    /// Writes an RFC 3339 time stamp with its own offset, <c>Z</c> for none, and no more digits of the fraction than
    /// needed.
    /// </summary>
    /// <inheritdoc cref="StringValue"/>
    public static void DateTimeValue(Utf8JsonWriter writer, DateTimeOffset value)
    {
        // Raw, because the default encoder would turn the plus sign of the offset into an escape.
        Span<char> text = stackalloc char[Rfc3339.MaxLength + 2];
        int length = Rfc3339.Format(value, text[1..]);
        text[0] = text[length + 1] = '"';
        writer.WriteRawValue(text[..(length + 2)], skipInputValidation: true);
    }

    /// <summary>Writes a date, <c>2026-05-04</c>.</summary>
    /// <inheritdoc cref="String"/>
    public static void Date(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateOnly value)
    {
        writer.WritePropertyName(name);
        DateValue(writer, value);
    }

    /// <summary>Writes a date, <c>2026-05-04</c>.</summary>
    /// <inheritdoc cref="StringValue"/>
    public static void DateValue(Utf8JsonWriter writer, DateOnly value) =>
        writer.WriteStringValue(Rfc3339.Format(value));

    /// <summary>Writes a time of day, <c>10:20:30.5</c>.</summary>
    /// <inheritdoc cref="String"/>
    public static void Time(Utf8JsonWriter writer, ReadOnlySpan<byte> name, TimeOnly value)
    {
        writer.WritePropertyName(name);
        TimeValue(writer, value);
    }

    /// <summary>Writes a time of day, <c>10:20:30.5</c>.</summary>
    /// <inheritdoc cref="StringValue"/>
    public static void TimeValue(Utf8JsonWriter writer, TimeOnly value) =>
        writer.WriteStringValue(Rfc3339.Format(value));

    /// <summary>Writes an ISO 8601 duration in days and smaller units, <c>P1DT2H3M4.5S</c>.</summary>
    /// <inheritdoc cref="String"/>
    public static void Duration(Utf8JsonWriter writer, ReadOnlySpan<byte> name, TimeSpan value)
    {
        writer.WritePropertyName(name);
        DurationValue(writer, value);
    }

    /// <summary>Writes an ISO 8601 duration in days and smaller units, <c>P1DT2H3M4.5S</c>.</summary>
    /// <inheritdoc cref="StringValue"/>
    public static void DurationValue(Utf8JsonWriter writer, TimeSpan value) =>
        writer.WriteStringValue(Iso8601Duration.Format(value));

    /// <summary>Writes a UUID in lower case with hyphens.</summary>
    /// <inheritdoc cref="String"/>
    public static void Guid(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Guid value)
    {
        writer.WritePropertyName(name);
        GuidValue(writer, value);
    }

    /// <summary>Writes a UUID in lower case with hyphens.</summary>
    /// <inheritdoc cref="StringValue"/>
    public static void GuidValue(Utf8JsonWriter writer, Guid value) => writer.WriteStringValue(value);

    /// <summary>Writes a URI as it was given; null as <c>null</c>.</summary>
    /// <inheritdoc cref="String"/>
    public static void Uri(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Uri? value)
    {
        writer.WritePropertyName(name);
        UriValue(writer, value);
    }

    /// <summary>Writes a URI as it was given; null as <c>null</c>.</summary>
    /// <inheritdoc cref="StringValue"/>
    public static void UriValue(Utf8JsonWriter writer, Uri? value) => StringValue(writer, value?.OriginalString);

    /// <summary>Writes bytes in base64.</summary>
    /// <inheritdoc cref="String"/>
    public static void Bytes(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ReadOnlyMemory<byte> value)
    {
        writer.WritePropertyName(name);
        BytesValue(writer, value);
    }

    /// <summary>Writes bytes in base64.</summary>
    /// <inheritdoc cref="StringValue"/>
    public static void BytesValue(Utf8JsonWriter writer, ReadOnlyMemory<byte> value) =>
        writer.WriteBase64StringValue(value.Span);
}
