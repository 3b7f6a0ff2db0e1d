using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Dari.Json;
using Dari.Text;

namespace Dari.Http;

/// <summary>
/// Values as the text of parameters, headers and form fields: the same in every culture; null stays null.
/// </summary>
[SuppressMessage("Naming", "CA1720", Justification = "Methods are named after what they write.")]
public static class Wire
{
    /// <summary><c>true</c> or <c>false</c>.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text, or null for null.</returns>
    public static string? Boolean(bool? value) => value switch { true => "true", false => "false", null => null };

    /// <summary>A whole number.</summary>
    /// <inheritdoc cref="Boolean"/>
    public static string? Integer(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A whole number without sign.</summary>
    /// <inheritdoc cref="Boolean"/>
    public static string? UnsignedInteger(ulong? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number in double precision, with the fewest digits that give it back.</summary>
    /// <inheritdoc cref="Boolean"/>
    public static string? Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A number in single precision, with the fewest digits that give it back.</summary>
    /// <inheritdoc cref="Boolean"/>
    public static string? Single(float? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A decimal number with all its digits.</summary>
    /// <inheritdoc cref="Boolean"/>
    public static string? Decimal(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>An RFC 3339 time stamp with its own offset, <c>Z</c> for none.</summary>
    /// <inheritdoc cref="Boolean"/>
    public static string? DateTime(DateTimeOffset? value) => value is { } time ? Rfc3339.Format(time) : null;

    /// <summary>A date, <c>2026-05-04</c>.</summary>
    /// <inheritdoc cref="Boolean"/>
    public static string? Date(DateOnly? value) => value is { } date ? Rfc3339.Format(date) : null;

    /// <summary>A time of day, <c>10:20:30.5</c>.</summary>
    /// <inheritdoc cref="Boolean"/>
    public static string? Time(TimeOnly? value) => value is { } time ? Rfc3339.Format(time) : null;

    /// <summary>An ISO 8601 duration in days and smaller units.</summary>
    /// <inheritdoc cref="Boolean"/>
    public static string? Duration(TimeSpan? value) => value is { } span ? Iso8601Duration.Format(span) : null;

    /// <summary>A UUID in lower case with hyphens.</summary>
    /// <inheritdoc cref="Boolean"/>
    public static string? Guid(Guid? value) => value?.ToString("D");

    /// <summary>A URI as it was given.</summary>
    /// <inheritdoc cref="Boolean"/>
    public static string? Uri(Uri? value) => value?.OriginalString;

    /// <summary>Bytes in base64.</summary>
    /// <inheritdoc cref="Boolean"/>
    public static string? Bytes(ReadOnlyMemory<byte>? value) =>
        value is { } bytes ? Convert.ToBase64String(bytes.Span) : null;

    /// <summary>A value as JSON text.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it.</param>
    /// <returns>The text, or null for null.</returns>
    public static string? Json<T>(T? value, WriteJson<T> write) =>
        value is null ? null : JsonText.ToString(value, write);

    /// <summary>Any JSON value: a string without quotes, <c>null</c> as null, all else as JSON text.</summary>
    /// <inheritdoc cref="Boolean"/>
    public static string? Element(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { } other => other.GetRawText(),
    };

    /// <summary>
    /// A value of any kind in one text: an object as <c>key,value</c> or <c>key=value</c>, a list as its items, joined by
    /// commas; all else as it is.
    /// </summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it as JSON, whose parts are taken.</param>
    /// <param name="explode">Whether keys and values are joined by an equals sign.</param>
    /// <returns>The text, or null for null.</returns>
    public static string? Simple<T>(T? value, WriteJson<T> write, bool explode)
    {
        if (value is null || AnyJson.FromModel(value, write) is not { ValueKind: not JsonValueKind.Null } json)
        {
            return null;
        }

        IEnumerable<string?> parts = json.ValueKind == JsonValueKind.Object
            ? JsonParts.Members(json)
                .Where(static member => member.Value is not null)
                .Select(member => $"{member.Key}{(explode ? '=' : ',')}{member.Value}")
            : JsonParts.Items(json);
        return string.Join(',', parts.OfType<string>());
    }

    /// <summary>The text of each item.</summary>
    /// <typeparam name="T">The items.</typeparam>
    /// <param name="values">The items, or null.</param>
    /// <param name="text">Gives the text of one.</param>
    /// <returns>The texts, or null for null.</returns>
    public static IEnumerable<string?>? Each<T>(IEnumerable<T>? values, Func<T, string?> text) => values?.Select(text);

    /// <summary>The text of each member's value.</summary>
    /// <typeparam name="T">The values.</typeparam>
    /// <param name="values">The members, or null.</param>
    /// <param name="text">Gives the text of one value.</param>
    /// <returns>The members, or null for null.</returns>
    public static IEnumerable<KeyValuePair<string, string?>>? EachValue<T>(
        IEnumerable<KeyValuePair<string, T>>? values, Func<T, string?> text) =>
        values?.Select(pair => KeyValuePair.Create(pair.Key, text(pair.Value)));
}
