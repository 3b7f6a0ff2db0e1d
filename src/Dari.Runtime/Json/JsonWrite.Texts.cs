using System.Globalization;
using Dari.Text;

namespace Dari.Json;

public static partial class JsonWrite
{
    /// <summary>
    /// Writes an RFC 3339 time stamp with its own offset, <c>Z</c> for none, and no more digits of the fraction than
    /// needed.
    /// </summary>
    /// <inheritdoc cref="String"/>
    public static void DateTime(JsonOutput writer, ReadOnlySpan<byte> name, DateTimeOffset value)
    {
        Span<byte> room = writer.Member(name, Rfc3339.MaxLength + 2);
        Quote(writer, room, Rfc3339.Format(value, room[1..]));
    }

    /// <summary>
    /// Writes an RFC 3339 time stamp with its own offset, <c>Z</c> for none, and no more digits of the fraction than
    /// needed.
    /// </summary>
    /// <inheritdoc cref="StringValue"/>
    public static void DateTimeValue(JsonOutput writer, DateTimeOffset value)
    {
        Span<byte> room = writer.Value(Rfc3339.MaxLength + 2);
        Quote(writer, room, Rfc3339.Format(value, room[1..]));
    }

    /// <summary>Writes a date, <c>2026-05-04</c>.</summary>
    /// <inheritdoc cref="String"/>
    public static void Date(JsonOutput writer, ReadOnlySpan<byte> name, DateOnly value)
    {
        writer.Name(name);
        DateValue(writer, value);
    }

    /// <summary>Writes a date, <c>2026-05-04</c>.</summary>
    /// <inheritdoc cref="StringValue"/>
    public static void DateValue(JsonOutput writer, DateOnly value) => Format(writer, value, "O");

    /// <summary>Writes a time of day, <c>10:20:30.5</c>.</summary>
    /// <inheritdoc cref="String"/>
    public static void Time(JsonOutput writer, ReadOnlySpan<byte> name, TimeOnly value)
    {
        writer.Name(name);
        TimeValue(writer, value);
    }

    /// <summary>Writes a time of day, <c>10:20:30.5</c>.</summary>
    /// <inheritdoc cref="StringValue"/>
    public static void TimeValue(JsonOutput writer, TimeOnly value)
    {
        Span<byte> room = writer.Value(Rfc3339.MaxLength + 2);
        Quote(writer, room, Rfc3339.Format(value, room[1..]));
    }

    /// <summary>Writes an ISO 8601 duration in days and smaller units, <c>P1DT2H3M4.5S</c>.</summary>
    /// <inheritdoc cref="String"/>
    public static void Duration(JsonOutput writer, ReadOnlySpan<byte> name, TimeSpan value)
    {
        writer.Name(name);
        DurationValue(writer, value);
    }

    /// <summary>Writes an ISO 8601 duration in days and smaller units, <c>P1DT2H3M4.5S</c>.</summary>
    /// <inheritdoc cref="StringValue"/>
    public static void DurationValue(JsonOutput writer, TimeSpan value) =>
        writer.Text(Iso8601Duration.Format(value));

    /// <summary>Writes a UUID in lower case with hyphens.</summary>
    /// <inheritdoc cref="String"/>
    public static void Guid(JsonOutput writer, ReadOnlySpan<byte> name, Guid value)
    {
        writer.Name(name);
        GuidValue(writer, value);
    }

    /// <summary>Writes a UUID in lower case with hyphens.</summary>
    /// <inheritdoc cref="StringValue"/>
    public static void GuidValue(JsonOutput writer, Guid value) => Format(writer, value, "D");

    /// <summary>Writes a URI as it was given; null as <c>null</c>.</summary>
    /// <inheritdoc cref="String"/>
    public static void Uri(JsonOutput writer, ReadOnlySpan<byte> name, Uri? value)
    {
        writer.Name(name);
        UriValue(writer, value);
    }

    /// <summary>Writes a URI as it was given; null as <c>null</c>.</summary>
    /// <inheritdoc cref="StringValue"/>
    public static void UriValue(JsonOutput writer, Uri? value) => StringValue(writer, value?.OriginalString);

    /// <summary>Writes bytes in base64.</summary>
    /// <inheritdoc cref="String"/>
    public static void Bytes(JsonOutput writer, ReadOnlySpan<byte> name, ReadOnlyMemory<byte> value)
    {
        writer.Name(name);
        BytesValue(writer, value);
    }

    /// <summary>Writes bytes in base64.</summary>
    /// <inheritdoc cref="StringValue"/>
    public static void BytesValue(JsonOutput writer, ReadOnlyMemory<byte> value) =>
        writer.Inner(value, static (inner, bytes) => inner.WriteBase64StringValue(bytes.Span));

    // What is formatted has at most as many characters as a UUID, none of which any encoder escapes.
    private static void Format<T>(JsonOutput writer, T value, string format)
        where T : struct, IUtf8SpanFormattable
    {
        Span<byte> room = writer.Value(38);
        value.TryFormat(room[1..], out int length, format, CultureInfo.InvariantCulture);
        Quote(writer, room, length);
    }

    private static void Quote(JsonOutput writer, Span<byte> room, int length)
    {
        room[length + 1] = (byte)'"';
        room[0] = (byte)'"';
        writer.End(length + 2);
    }
}
