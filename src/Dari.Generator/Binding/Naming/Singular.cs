using System;

namespace Dari.Generator.Binding.Naming;

/// <summary>English plurals, as far as names of collections need them: <c>policies</c> is <c>policy</c>.</summary>
internal static class Singular
{
    private static readonly string[] Unchanged = ["ss", "us", "is", "news", "series", "species"];

    public static string Of(string word)
    {
        foreach (string ending in Unchanged)
        {
            if (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return word;
            }
        }

        if (word.Length > 4 && word.EndsWith("ies", StringComparison.OrdinalIgnoreCase))
        {
            return word.Substring(0, word.Length - 3) + "y";
        }

        if (EndsWithAny(word, "sses", "xes", "ches", "shes", "zzes"))
        {
            return word.Substring(0, word.Length - 2);
        }

        return word.Length > 2 && word.EndsWith("s", StringComparison.OrdinalIgnoreCase)
            ? word.Substring(0, word.Length - 1)
            : word;
    }

    /// <summary>Whether two words name the same thing, one or many.</summary>
    public static bool Matches(string left, string right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase)
        || string.Equals(Of(left), Of(right), StringComparison.OrdinalIgnoreCase);

    private static bool EndsWithAny(string word, params string[] endings) =>
        Array.Exists(endings, ending => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
