using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Dari.Generator.Binding.Naming;

/// <summary>
/// Splits a name of the document into words: <c>userIDs</c> is user, IDs; <c>HTTPValidationError</c> is HTTP,
/// Validation, Error; <c>sha256_sum</c> is sha256, sum. Everything that is neither letter nor digit separates.
/// </summary>
internal static class Words
{
    public static List<string> Split(string text)
    {
        var words = new List<string>();
        int start = -1;
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                Take(text, ref start, i, words);
            }
            else if (start < 0)
            {
                start = i;
            }
            else if (StartsWord(text, start, i))
            {
                Take(text, ref start, i, words);
                start = i;
            }
        }

        Take(text, ref start, text.Length, words);
        return words;
    }

    /// <summary><c>user_ids</c> as <c>UserIds</c>; may be empty, may begin with a digit.</summary>
    public static string Pascal(string text) => Pascal(Split(text));

    public static string Pascal(IEnumerable<string> words)
    {
        var result = new StringBuilder();
        foreach (string word in words)
        {
            // "10_25" must not become "1025".
            if (result.Length > 0 && char.IsDigit(word[0]) && char.IsDigit(result[result.Length - 1]))
            {
                result.Append('_');
            }

            result.Append(Capitalize(word));
        }

        return result.ToString();
    }

    public static string Capitalize(string word)
    {
        string rest = word.Substring(1);
        bool isAcronym = word.Length > 1 && IsUpper(word[1]) && (rest.ToUpperInvariant() == rest || IsPluralAcronym(word));
        return char.ToUpperInvariant(word[0]) + (isAcronym ? rest.ToLowerInvariant() : rest);
    }

    private static bool StartsWord(string text, int start, int i)
    {
        char current = text[i];
        char previous = text[i - 1];
        if (!IsUpper(current))
        {
            // "APIv2" is API, v2.
            return IsVersion(text, i) && IsUpper(previous);
        }

        if (!IsUpper(previous))
        {
            return true;
        }

        // In a run of capitals the last one begins the next word, unless only a plural "s" follows: "HTTPError", "IDs".
        bool lowerFollows = i + 1 < text.Length && char.IsLower(text[i + 1]);
        return lowerFollows && !IsVersion(text, i + 1) && !IsPluralAcronym(text.Substring(start, WordEnd(text, i + 1) - start));
    }

    private static bool IsVersion(string text, int i) => text[i] == 'v' && i + 1 < text.Length && char.IsDigit(text[i + 1]);

    private static int WordEnd(string text, int i)
    {
        while (i < text.Length && (char.IsLower(text[i]) || char.IsDigit(text[i])))
        {
            i++;
        }

        return i;
    }

    private static bool IsPluralAcronym(string word)
    {
        if (word.Length < 3 || word[word.Length - 1] != 's')
        {
            return false;
        }

        for (int i = 0; i < word.Length - 1; i++)
        {
            if (!IsUpper(word[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsUpper(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter;

    private static void Take(string text, ref int start, int end, List<string> words)
    {
        if (start >= 0 && end > start)
        {
            words.Add(text.Substring(start, end - start));
        }

        start = -1;
    }
}
