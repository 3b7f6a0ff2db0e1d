using System;
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
    private const int Short = 128;

    public static List<string> Split(string text)
    {
        var words = new List<string>();
        for (int at = 0; Next(text, ref at, out int start);)
        {
            words.Add(text.Substring(start, at - start));
        }

        return words;
    }

    /// <summary><c>user_ids</c> as <c>UserIds</c>; may be empty, may begin with a digit.</summary>
    public static string Pascal(string text)
    {
        // A name may grow by what parts digits of two words.
        Span<char> result = text.Length <= Short ? stackalloc char[2 * Short] : new char[2 * text.Length];
        int length = 0;
        for (int at = 0; Next(text, ref at, out int start);)
        {
            Append(result, ref length, text, start, at);
        }

        result = result.Slice(0, length);
        return result.SequenceEqual(text.AsSpan()) ? text : result.ToString();
    }

    public static string Pascal(IEnumerable<string> words)
    {
        var result = new StringBuilder();
        foreach (string word in words)
        {
            string capital = Capitalize(word);
            result.Append(NeedsParting(result.Length == 0 ? ' ' : result[result.Length - 1], capital[0]) ? "_" : "").Append(capital);
        }

        return result.ToString();
    }

    public static string Capitalize(string word)
    {
        Span<char> result = word.Length <= Short ? stackalloc char[Short] : new char[word.Length];
        int length = 0;
        Append(result, ref length, word, 0, word.Length);
        return result.Slice(0, length).ToString();
    }

    // Without a string for each word: names are most of what a document is made of.
    private static void Append(Span<char> result, ref int length, string text, int start, int end)
    {
        if (length > 0 && NeedsParting(result[length - 1], text[start]))
        {
            result[length++] = '_';
        }

        result[length++] = char.ToUpperInvariant(text[start]);
        bool isAcronym = IsAcronym(text, start, end);
        for (int i = start + 1; i < end; i++)
        {
            result[length++] = isAcronym ? char.ToLowerInvariant(text[i]) : text[i];
        }
    }

    // "10_25" must not become "1025".
    private static bool NeedsParting(char before, char next) => char.IsDigit(before) && char.IsDigit(next);

    /// <summary>All in capitals, but for what has none and a plural's "s".</summary>
    private static bool IsAcronym(string text, int start, int end)
    {
        if (end - start < 2 || !IsUpper(text[start + 1]))
        {
            return false;
        }

        int i = start + 1;
        while (i < end && char.ToUpperInvariant(text[i]) == text[i])
        {
            i++;
        }

        return i == end || IsPluralAcronym(text, start, end);
    }

    /// <summary>Goes to the next word.</summary>
    /// <param name="text">The name.</param>
    /// <param name="at">Where to look from; then where the word ends.</param>
    /// <param name="start">Where it begins.</param>
    private static bool Next(string text, ref int at, out int start)
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        start = at;
        if (at == text.Length)
        {
            return false;
        }

        for (at++; at < text.Length && char.IsLetterOrDigit(text[at]) && !StartsWord(text, start, at); at++)
        {
        }

        return true;
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
        return lowerFollows && !IsVersion(text, i + 1) && !IsPluralAcronym(text, start, WordEnd(text, i + 1));
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

    private static bool IsPluralAcronym(string text, int start, int end)
    {
        if (end - start < 3 || text[end - 1] != 's')
        {
            return false;
        }

        for (int i = start; i < end - 1; i++)
        {
            if (!IsUpper(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsUpper(char c) =>
        c < 128 ? c is >= 'A' and <= 'Z' : char.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter;
}
