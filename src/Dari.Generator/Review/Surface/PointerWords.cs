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

    public static string Of(string pointer)
    {
        string[] segments = [.. pointer.Split('/').Select(segment => segment.Replace("~1", "/").Replace("~0", "~"))];
        if (segments.Length > 3 && segments[1] == "components" && segments[2] == "schemas")
        {
            return Join("schema " + segments[3], segments.Skip(4));
        }

        if (segments.Length > 2 && segments[1] == "definitions")
        {
            return Join("schema " + segments[2], segments.Skip(3));
        }

        return segments.Length > 3 && segments[1] == "paths"
            ? Join(segments[3].ToUpperInvariant() + " " + segments[2], segments.Skip(4))
            : pointer;
    }

    /// <summary>The operation or schema, and the place in it.</summary>
    public static (string Group, string Path) Split(string words)
    {
        int comma = words.IndexOf(Separator, System.StringComparison.Ordinal);
        return comma < 0 ? (words, "") : (words.Substring(0, comma), words.Substring(comma + Separator.Length));
    }

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
