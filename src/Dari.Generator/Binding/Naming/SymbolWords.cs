using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Dari.Generator.Binding.Naming;

/// <summary>Words for values that have no letters, or whose sign matters: <c>-1</c> is Minus1, <c>&gt;=</c> is GreaterEqual.</summary>
internal static class SymbolWords
{
    private static readonly Dictionary<char, string> Names = new()
    {
        ['+'] = "Plus",
        ['-'] = "Minus",
        ['*'] = "Star",
        ['/'] = "Slash",
        ['='] = "Equal",
        ['<'] = "Less",
        ['>'] = "Greater",
        ['!'] = "Not",
        ['&'] = "And",
        ['|'] = "Or",
        ['%'] = "Percent",
        ['$'] = "Dollar",
        ['#'] = "Hash",
        ['@'] = "At",
        ['.'] = "Dot",
        [','] = "Comma",
        [':'] = "Colon",
        [';'] = "Semicolon",
        ['?'] = "Question",
        ['~'] = "Tilde",
        ['^'] = "Caret",
        ['_'] = "Underscore",
        ['\\'] = "Backslash",
        ['('] = "Open",
        [')'] = "Close",
        ['['] = "OpenBracket",
        [']'] = "CloseBracket",
        ['{'] = "OpenBrace",
        ['}'] = "CloseBrace",
        ['\''] = "Quote",
        ['"'] = "DoubleQuote",
        ['`'] = "Backtick",
        [' '] = "Space",
    };

    /// <summary>Whether the first character is a sign that a plain splitting into words would lose.</summary>
    public static bool HasSign(string text) => text.Length > 1 && text[0] is '+' or '-' && char.IsLetterOrDigit(text[1]);

    /// <summary>Every symbol as a word, letters and digits as they are.</summary>
    public static string Spell(string text)
    {
        if (text.Length == 0)
        {
            return "Empty";
        }

        if (text.All(char.IsWhiteSpace))
        {
            return "Blank";
        }

        var result = new StringBuilder();
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                continue;
            }

            result.Append(Words.Pascal(text.Substring(start, i - start)));
            start = i + 1;
            if (i < text.Length)
            {
                result.Append(Name(text, i));
            }
        }

        return result.ToString();
    }

    /// <summary>Symbols before and behind the words as words; those between words part them: <c>@pet_id</c> is AtPetId.</summary>
    public static string SpellEnds(string text)
    {
        int start = 0;
        int end = text.Length;
        while (start < end && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        while (end > start && !char.IsLetterOrDigit(text[end - 1]))
        {
            end--;
        }

        string before = start > 0 ? Spell(text.Substring(0, start)) : "";
        string behind = end < text.Length && end > start ? Spell(text.Substring(end)) : "";
        return before + Words.Pascal(text.Substring(start, end - start)) + behind;
    }

    /// <summary>As <see cref="Spell"/>, and every capital said: <c>maxID</c> is MaxUpperIUpperD.</summary>
    public static string SpellCapitals(string text) =>
        Spell(string.Concat(text.Select(c => char.IsUpper(c) ? "Upper" + c : c.ToString())));

    // Between words it joins; elsewhere it is a sign.
    private static string Name(string text, int i) =>
        text[i] == '-' && i > 0 && i + 1 < text.Length && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]) ? "Dash" : Name(text[i]);

    private static string Name(char symbol) =>
        Names.TryGetValue(symbol, out string name) ? name : "U" + ((int)symbol).ToString("X4", CultureInfo.InvariantCulture);
}
