using System;
using System.Collections.Generic;

namespace Dari.Generator.Binding.Naming;

/// <summary>English plurals, as far as names of collections need them: <c>policies</c> is <c>policy</c>.</summary>
internal static class Singular
{
    private static readonly string[] Unchanged = ["ss", "us", "is", "news", "series", "species"];

    private static readonly string[] Sibilant = ["sses", "xes", "ches", "shes", "zzes"];

    private static readonly Dictionary<string, string> Irregular = new(StringComparer.OrdinalIgnoreCase)
    {
        ["people"] = "person",
        ["children"] = "child",
        ["indices"] = "index",
        ["vertices"] = "vertex",
        ["matrices"] = "matrix",
        ["movies"] = "movie",
        ["cookies"] = "cookie",
    };

    public static string Of(string word)
    {
        if (Irregular.TryGetValue(word, out string one))
        {
            return char.IsUpper(word[0]) ? Words.Capitalize(one) : one;
        }

        if (EndsWithAny(word, Unchanged))
        {
            return word;
        }

        if (word.Length > 4 && word.EndsWith("ies", StringComparison.OrdinalIgnoreCase))
        {
            return word.Substring(0, word.Length - 3) + "y";
        }

        if (EndsWithAny(word, Sibilant))
        {
            return word.Substring(0, word.Length - 2);
        }

        return word.Length > 2 && word.EndsWith("s", StringComparison.OrdinalIgnoreCase)
            ? word.Substring(0, word.Length - 1)
            : word;
    }

    /// <summary>Whether a word speaks of many.</summary>
    public static bool IsPlural(string word) => Of(word) != word || word.ToLowerInvariant() is "series" or "news";

    /// <summary>Whether two words name the same thing, one or many.</summary>
    public static bool Matches(string left, string right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase)
        || string.Equals(Of(left), Of(right), StringComparison.OrdinalIgnoreCase);

    private static bool EndsWithAny(string word, string[] endings)
    {
        foreach (string ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
