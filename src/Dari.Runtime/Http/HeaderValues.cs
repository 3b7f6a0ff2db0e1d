using System.Globalization;
using System.Text;
using System.Text.Json;
using Dari.Json;
using Dari.Text;

namespace Dari.Http;

/// <summary>
/// Values of the headers of an answer. One that did not come, or does not read as what was declared, is null: an answer
/// is not worth less because of a header, and its text stays in <see cref="ResponseMetadata.Headers"/>.
/// </summary>
public static class HeaderValues
{
    /// <summary>The text of a header; several lines of it with commas between (RFC 9110, section 5.3).</summary>
    /// <param name="response">The answer.</param>
    /// <param name="name">The header, in any case.</param>
    /// <returns>The text, or null.</returns>
    public static string? Text(ResponseMetadata response, string name)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(name);
        return response.Headers.TryGetValue(name, out IReadOnlyList<string>? lines) ? string.Join(", ", lines) : null;
    }

    /// <summary>A value whose text stands in the header as it is, such as a date or one of an enumeration.</summary>
    /// <typeparam name="T">The value; for a struct its nullable form.</typeparam>
    /// <param name="response">The answer.</param>
    /// <param name="name">The header.</param>
    /// <param name="read">Reads the value of a JSON string of that text.</param>
    /// <returns>The value, or null.</returns>
    public static T? TextValue<T>(ResponseMetadata response, string name, ReadJson<T> read) =>
        Text(response, name) is { } text && TryRead(Quoted(text), read, out T? value) ? value : default;

    /// <summary>A value whose text in the header is JSON, such as a number.</summary>
    /// <typeparam name="T">The value; for a struct its nullable form.</typeparam>
    /// <param name="response">The answer.</param>
    /// <param name="name">The header.</param>
    /// <param name="read">Reads the value.</param>
    /// <returns>The value, or null.</returns>
    public static T? JsonValue<T>(ResponseMetadata response, string name, ReadJson<T> read) =>
        Text(response, name) is { } text && TryRead(text.Trim(), read, out T? value) ? value : default;

    /// <summary>An object of single values, as <c>name,value,name,value</c> or <c>name=value,name=value</c>.</summary>
    /// <typeparam name="T">The object.</typeparam>
    /// <param name="response">The answer.</param>
    /// <param name="name">The header.</param>
    /// <param name="isExploded">Whether an equals sign stands between name and value.</param>
    /// <param name="jsonMembers">The members whose texts are JSON, such as numbers. The others are texts.</param>
    /// <param name="read">Reads the JSON object.</param>
    /// <returns>The object; null when the header did not come or does not read.</returns>
    public static T? ObjectValue<T>(ResponseMetadata response, string name, bool isExploded, string[] jsonMembers, ReadJson<T> read)
    {
        ArgumentNullException.ThrowIfNull(jsonMembers);
        if (Text(response, name) is not { } text)
        {
            return default;
        }

        string[] parts = [.. Parts(text).Select(Unquoted)];
        if (!isExploded && parts.Length % 2 != 0)
        {
            return default;
        }

        IEnumerable<(string Name, string Value)> members = isExploded
            ? parts.Where(static part => part.Length > 0).Select(static part => part.Split('=', 2)).Select(static pair => (pair[0], pair.Length > 1 ? Unquoted(pair[1]) : ""))
            : parts.Chunk(2).Select(static pair => (pair[0], pair[1]));
        string json = string.Join(',', members.Select(member =>
            Quoted(member.Name) + ":" + (jsonMembers.Contains(member.Name) ? member.Value : Quoted(member.Value))));
        return TryRead("{" + json + "}", read, out T? value) ? value : default;
    }

    /// <summary>Values with commas between, in one line or several.</summary>
    /// <typeparam name="T">One value.</typeparam>
    /// <param name="response">The answer.</param>
    /// <param name="name">The header.</param>
    /// <param name="read">Reads one value of a JSON string of its text.</param>
    /// <param name="separator">What stands between them instead of commas.</param>
    /// <returns>The values; null when the header did not come or one of them does not read.</returns>
    public static IReadOnlyList<T>? TextList<T>(ResponseMetadata response, string name, ReadJson<T> read, char separator = ',') =>
        List(response, name, read, Quoted, separator);

    /// <summary>Values whose texts are JSON, such as numbers, with commas between.</summary>
    /// <inheritdoc cref="TextList{T}(ResponseMetadata, string, ReadJson{T}, char)"/>
    public static IReadOnlyList<T>? JsonList<T>(ResponseMetadata response, string name, ReadJson<T> read, char separator = ',') =>
        List(response, name, read, static text => text, separator);

    private static List<T>? List<T>(
        ResponseMetadata response, string name, ReadJson<T> read, Func<string, string> json, char separator)
    {
        if (Text(response, name) is not { } text)
        {
            return null;
        }

        var values = new List<T>();
        // Several lines of a header have commas between them, whatever parts the values of one.
        foreach (string item in (separator == ',' ? Parts(text) : response.Headers[name].SelectMany(line => line.Split(separator)))
            .Select(static part => Unquoted(part.Trim())).Where(static part => part.Length > 0))
        {
            if (!TryRead(json(item), read, out T? value))
            {
                return null;
            }

            values.Add(value!);
        }

        return values;
    }

    /// <summary>RFC 9110, 5.6.1 and 5.6.4: a comma between quotes parts nothing.</summary>
    private static IEnumerable<string> Parts(string text)
    {
        var part = new StringBuilder();
        bool isQuoted = false;
        foreach (char c in text)
        {
            if (c == ',' && !isQuoted)
            {
                yield return part.ToString().Trim();
                part.Clear();
                continue;
            }

            isQuoted ^= c == '"';
            part.Append(c);
        }

        yield return part.ToString().Trim();
    }

    private static string Unquoted(string item) =>
        item.Length > 1 && item[0] == '"' && item.IndexOf('"', 1) == item.Length - 1 ? item[1..^1] : item;

    private static string Quoted(string text) => "\"" + JsonEncodedText.Encode(text) + "\"";

    private static bool TryRead<T>(string json, ReadJson<T> read, out T? value) =>
        TryParse(json, read, out value) || (HttpDate(json) is { } date && TryParse(date, read, out value));

    private static bool TryParse<T>(string json, ReadJson<T> read, out T? value)
    {
        try
        {
            value = JsonText.Parse(Encoding.UTF8.GetBytes(json), read);
            return true;
        }
        catch (JsonException)
        {
            value = default;
            return false;
        }
    }

    /// <summary>Headers say moments as RFC 9110, 5.6.7 does, whatever <c>format: date-time</c> promises.</summary>
    private static string? HttpDate(string json) =>
        json.EndsWith("GMT\"", StringComparison.Ordinal)
        && DateTimeOffset.TryParseExact(
            json.AsSpan(1, json.Length - 2), "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            ? "\"" + Rfc3339.Format(moment) + "\""
            : null;
}
