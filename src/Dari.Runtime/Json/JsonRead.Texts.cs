using System.Text.Json;
using Dari.Text;

namespace Dari.Json;

public static partial class JsonRead
{
    /// <summary>
    /// Reads an RFC 3339 time stamp. Without a zone it counts as UTC; a space may stand for the <c>T</c>.
    /// </summary>
    /// <param name="reader">A reader on the value.</param>
    /// <returns>The point in time with the offset that was written; fractions to 100 ns.</returns>
    /// <exception cref="JsonException">Not such a string.</exception>
    public static DateTimeOffset DateTime(ref Utf8JsonReader reader)
    {
        const string Expected = "a date and time (RFC 3339)";
        ExpectString(in reader, Expected);
        // As in the general case below, without a delegate: times are in almost every model.
        DateTimeOffset value;
        bool isTime = reader.ValueIsEscaped || reader.HasValueSequence
            ? TryParse(ref reader, Rfc3339.TryParse, out value)
            : Rfc3339.TryParse(reader.ValueSpan, out value);
        return isTime ? value : throw OtherString(Expected);
    }

    /// <summary>Reads a date, <c>2026-05-04</c>.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <returns>The date.</returns>
    /// <exception cref="JsonException">Not such a string.</exception>
    public static DateOnly Date(ref Utf8JsonReader reader)
    {
        const string Expected = "a date (yyyy-MM-dd)";
        ExpectString(in reader, Expected);
        return TryParse(ref reader, Rfc3339.TryParseDate, out DateOnly value)
            ? value
            : throw OtherString(Expected);
    }

    /// <summary>Reads a time of day, <c>10:20:30.5</c>; a zone is accepted where it is UTC.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <returns>The time.</returns>
    /// <exception cref="JsonException">Not such a string.</exception>
    public static TimeOnly Time(ref Utf8JsonReader reader)
    {
        const string Expected = "a time (HH:mm:ss)";
        ExpectString(in reader, Expected);
        return TryParse(ref reader, Rfc3339.TryParseTime, out TimeOnly value)
            ? value
            : throw OtherString(Expected);
    }

    /// <summary>Reads an ISO 8601 duration of fixed length, <c>P1DT2H3M4.5S</c> or <c>P2W</c>.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <returns>The duration.</returns>
    /// <exception cref="JsonException">
    /// Not such a string, or one with years or months, which have no fixed length.
    /// </exception>
    public static TimeSpan Duration(ref Utf8JsonReader reader)
    {
        const string Expected = "a duration (ISO 8601, without years and months)";
        ExpectString(in reader, Expected);
        return Iso8601Duration.TryParse(JsonStrings.Read(ref reader), out TimeSpan value)
            ? value
            : throw OtherString(Expected);
    }

    /// <summary>Reads a UUID, with or without hyphens.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <returns>The UUID.</returns>
    /// <exception cref="JsonException">Not such a string.</exception>
    public static Guid Guid(ref Utf8JsonReader reader)
    {
        const string Expected = "a UUID";
        ExpectString(in reader, Expected);
        return reader.TryGetGuid(out Guid value)
            || System.Guid.TryParseExact(JsonStrings.Read(ref reader), "N", out value)
            ? value
            : throw OtherString(Expected);
    }

    /// <summary>Reads a URI reference, absolute or relative.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <returns>The reference; <see cref="System.Uri.OriginalString"/> is the text as it was sent.</returns>
    /// <exception cref="JsonException">Not such a string.</exception>
    public static Uri Uri(ref Utf8JsonReader reader)
    {
        const string Expected = "a URI";
        ExpectString(in reader, Expected);
        string text = JsonStrings.Read(ref reader);

        // On Unix "/path" would otherwise count as an absolute file name.
        UriKind kind = text.StartsWith('/') ? UriKind.Relative : UriKind.RelativeOrAbsolute;
        return System.Uri.TryCreate(text, kind, out Uri? value) ? value : throw OtherString(Expected);
    }

    /// <summary>Reads bytes written in base64 or base64url, padded or not.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <returns>The bytes.</returns>
    /// <exception cref="JsonException">Not such a string.</exception>
    public static ReadOnlyMemory<byte> Bytes(ref Utf8JsonReader reader)
    {
        const string Expected = "bytes in base64";
        ExpectString(in reader, Expected);
        if (reader.TryGetBytesFromBase64(out byte[]? value))
        {
            return value;
        }

        string text = JsonStrings.Read(ref reader).Replace('-', '+').Replace('_', '/').TrimEnd('=');
        text = text.PadRight((text.Length + 3) / 4 * 4, '=');
        var bytes = new byte[text.Length / 4 * 3];
        return Convert.TryFromBase64String(text, bytes, out int length)
            ? bytes.AsMemory(0, length)
            : throw OtherString(Expected);
    }

    private static bool TryParse<T>(ref Utf8JsonReader reader, ParseText<T> parse, out T value)
        where T : struct
    {
        if (!reader.ValueIsEscaped && !reader.HasValueSequence)
        {
            return parse(reader.ValueSpan, out value);
        }

        Span<byte> room = stackalloc byte[JsonStrings.FewBytes];
        int length = JsonStrings.Copy(ref reader, room);
        return parse(length < 0 ? JsonStrings.Utf8(ref reader) : room[..length], out value);
    }

    private static JsonException OtherString(string expected) => JsonFault.Expected(expected, "another string");

    private delegate bool ParseText<T>(ReadOnlySpan<byte> text, out T value);
}
