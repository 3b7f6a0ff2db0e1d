using System.Collections.Generic;
using System.Linq;

namespace Dari.Generator.Review.Surface;

/// <summary>
/// Where a type comes from in words that all versions of OpenAPI share: <c>schema Pet, .owner</c> for
/// <c>#/components/schemas/Pet/properties/owner</c>, and the same for what 2.0 keeps in <c>definitions</c>.
/// </summary>
internal static class PointerWords
{
    private const string Separator = ", ";

    private static readonly string[] Keywords =
    [
        "properties", "items", "additionalProperties", "patternProperties", "prefixItems", "allOf", "oneOf", "anyOf", "not", "if", "then", "else",
        "contains", "propertyNames", "unevaluatedProperties", "unevaluatedItems", "dependentSchemas",
    ];

    public static string Of(string pointer)
    {
        if (!pointer.StartsWith("#", System.StringComparison.Ordinal))
        {
            return OfOther(pointer);
        }

        string[] segments = [.. pointer.Split('/').Select(segment => segment.Replace("~1", "/").Replace("~0", "~"))];
        if (segments.Length > 3 && segments[1] == "components" && segments[2] == "schemas")
        {
            return Join("schema " + segments[3], segments.Skip(4));
        }

        if (segments.Length > 2 && segments[1] == "definitions")
        {
            return Join("schema " + segments[2], segments.Skip(3));
        }

        if (segments.Length > 4 && segments[1] == "components" && segments[2] == "callbacks")
        {
            // Below the name is the address, and below that the method.
            return Join("callback " + Method(segments, 5) + segments[3], segments.Skip(6));
        }

        if (segments.Length > 3 && segments[1] is "webhooks" or "x-webhooks")
        {
            return Join("webhook " + Method(segments, 3) + segments[2], segments.Skip(4));
        }

        if (segments.Length > 6 && segments[1] == "paths" && segments[4] == "callbacks")
        {
            string owner = segments[3].ToUpperInvariant() + " " + segments[2];
            return Join("callback " + Method(segments, 7) + segments[5] + " of " + owner, segments.Skip(8));
        }

        return segments.Length > 3 && segments[1] == "paths"
            ? Join(segments[3].ToUpperInvariant() + " " + segments[2], segments.Skip(4))
            : pointer;
    }

    /// <summary>
    /// In another file a schema may stand anywhere: where a reference led to is what stands before the first keyword of a
    /// schema. The contract calls it by its pointer.
    /// </summary>
    private static string OfOther(string pointer)
    {
        string[] segments = pointer.Split('/');
        int file = System.Array.FindIndex(segments, segment => segment.EndsWith("#", System.StringComparison.Ordinal));
        int end = file + 1;
        while (file >= 0 && end < segments.Length && System.Array.IndexOf(Keywords, segments[end]) < 0)
        {
            // The names of a map of schemas are no keywords, whatever they are.
            end += segments[end] is "schemas" or "definitions" or "$defs" ? 2 : 1;
        }

        return file < 0 || end > segments.Length
            ? pointer
            : Join("schema " + string.Join("/", segments.Take(end)), segments.Skip(end).Select(segment => segment.Replace("~1", "/").Replace("~0", "~")));
    }

    /// <summary>The operation or schema, and the place in it.</summary>
    public static (string Group, string Path) Split(string words)
    {
        int comma = words.IndexOf(Separator, System.StringComparison.Ordinal);
        return comma < 0 ? (words, "") : (words.Substring(0, comma), words.Substring(comma + Separator.Length));
    }

    private static string Method(string[] segments, int at) => at < segments.Length ? segments[at].ToUpperInvariant() + " " : "";

    // Media types stand in no place of 2.0, and a type is hardly ever made for one of several.
    private static string Join(string group, IEnumerable<string> segments)
    {
        var steps = new List<string>();
        using IEnumerator<string> rest = segments.GetEnumerator();
        while (rest.MoveNext())
        {
            string? step = rest.Current switch
            {
                "requestBody" => "body",
                "items" => "[]",
                "additionalProperties" => "{}",
                "properties" when rest.MoveNext() => "." + rest.Current,
                "responses" when rest.MoveNext() => "response " + rest.Current,
                "content" when rest.MoveNext() => null,
                "schema" => null,
                string other => other,
            };
            if (step is not null)
            {
                steps.Add(step);
            }
        }

        return steps.Count == 0 ? group : group + Separator + string.Join(" ", steps);
    }
}
