using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Dari.Corpus.Checks.Requests;

/// <summary>The path of a request beside its template.</summary>
internal static partial class PathReading
{
    /// <param name="template">As the document writes it, with its query and fragment.</param>
    /// <param name="sent">The path that was sent, percent-encoded.</param>
    /// <param name="isElsewhere">The operation has servers of its own, so that the path may begin otherwise.</param>
    /// <param name="parameters">Those in the path, with their values.</param>
    /// <returns>What is wrong, or <see langword="null"/>.</returns>
    public static string? Fault(string template, string sent, bool isElsewhere, IReadOnlyList<(DeclaredParameter Parameter, JsonNode? Value)> parameters)
    {
        string path = template.Split('?', '#')[0];
        string[] holes = [.. Hole().Matches(path).Select(match => match.Groups[1].Value)];
        string[] literals = [.. Hole().Split(path).Where((_, i) => i % 2 == 0)];

        // Where several holes stand in one segment, what parts them may be in a value as well: all ways to part them count.
        foreach (string part in new[] { "([^/?]+?)", "([^/?]+)" })
        {
            string pattern = (isElsewhere ? "" : "^/base") + string.Join(part, literals.Select(Literal)) + "$";
            if (Regex.Match(sent, pattern) is { Success: true } match
                && holes.Select((hole, i) => Fault(hole, match.Groups[i + 1].Value, parameters)).FirstOrDefault(fault => fault is not null) is var fault
                && (fault is null || part == "([^/?]+)"))
            {
                return fault;
            }
        }

        return "the path is " + sent;
    }

    private static string? Fault(string hole, string raw, IReadOnlyList<(DeclaredParameter Parameter, JsonNode? Value)> parameters)
    {
        string name = Name().Match(hole).Groups[1].Value;
        (DeclaredParameter? parameter, JsonNode? value) = parameters.FirstOrDefault(one => one.Parameter.Name == name || one.Parameter.Name == hole);
        if (parameter is null || value is null)
        {
            return null;
        }

        bool isSame = parameter.ContentType is { } type
            ? type.Contains("json", StringComparison.Ordinal) ? WireValue.IsSameJson(value, Uri.UnescapeDataString(raw)) : WireValue.IsSame(value, Uri.UnescapeDataString(raw))
            : IsSame(parameter, value, raw);
        return isSame ? null : $"the path has {raw} for {name}, which is {Text.Short(value.ToJsonString(), 80)}";
    }

    /// <summary>RFC 6570, 3.2.2, 3.2.5 and 3.2.7.</summary>
    private static bool IsSame(DeclaredParameter parameter, JsonNode value, string raw)
    {
        bool isExploded = parameter.IsExploded;
        (string start, char delimiter) = (parameter.Style, isExploded) switch
        {
            ("label", _) => (".", isExploded ? '.' : ','),
            ("matrix", true) => (";", ';'),
            ("matrix", false) => (";" + Uri.EscapeDataString(parameter.Name) + "=", ','),
            _ => ("", ','),
        };
        string text = raw + (start.EndsWith('=') && !raw.Contains('=', StringComparison.Ordinal) ? "=" : "");

        // Dots alone would be a step up in the path, so that all of them are encoded.
        text = text.All(character => "%2Ee".Contains(character, StringComparison.Ordinal)) ? Uri.UnescapeDataString(text) : text;
        if (!text.StartsWith(start, StringComparison.Ordinal))
        {
            return false;
        }

        text = text[start.Length..];
        bool isNamed = parameter.Style == "matrix" && isExploded && value is not JsonObject;
        if (value is JsonValue && !isNamed)
        {
            return WireValue.IsSame(value, Uri.UnescapeDataString(text));
        }

        string[] parts = text.Split(delimiter);
        if (value is JsonObject members)
        {
            return WireValue.IsJoined(members, Uri.UnescapeDataString(text), delimiter, isExploded ? '=' : delimiter);
        }

        IReadOnlyList<JsonNode> items = WireValue.Items(value);
        if (IsJoined(text, delimiter, items.Select(WireValue.Text)))
        {
            return true;
        }

        string prefix = isNamed ? Uri.EscapeDataString(parameter.Name) : "";
        return parts.Length == items.Count && parts.Zip(items).All(pair => pair.First.StartsWith(prefix, StringComparison.Ordinal)
            && WireValue.IsSame(pair.Second, Uri.UnescapeDataString(isNamed ? pair.First[prefix.Length..].TrimStart('=') : pair.First)));
    }

    // A dot in a value is not encoded, even where dots part values: no splitting finds it.
    private static bool IsJoined(string text, char delimiter, IEnumerable<string> parts) =>
        Uri.UnescapeDataString(text) == string.Join(delimiter, parts);

    // What a template writes may be encoded or not.
    private static string Literal(string text) =>
        string.Concat(text.Select(character => Regex.Escape(character.ToString()) is var plain && char.IsAsciiLetterOrDigit(character) || character is '/'
            ? plain : character > 127 || character == '%' ? "(?:" + plain + "|(?:%[0-9A-Fa-f]{2})+)" : $"(?:{plain}|{Regex.Escape(Uri.HexEscape(character))})"));

    [GeneratedRegex("\\{([^{}]*)\\}")]
    private static partial Regex Hole();

    /// <summary>Without the operators of RFC 6570 and the patterns of frameworks.</summary>
    [GeneratedRegex("^[+#./;?&]?([^:*+]+)")]
    private static partial Regex Name();
}
