using System;
using System.Collections.Generic;
using System.Globalization;

namespace Dari.Generator.Specs.Overlays.Patterns;

/// <summary>Reads what stands for one character in an I-Regexp: itself, an escape, <c>.</c> or a class.</summary>
internal sealed class CharacterReader(string text, int position)
{
    private const string Escaped = "()*+-.?[\\]^{|}";

    public int Position { get; private set; } = position;

    private char Current => Position < text.Length ? text[Position] : '\0';

    /// <summary><see langword="null"/> for what is none.</summary>
    public Func<int, bool>? Read()
    {
        switch (Current)
        {
            case '.':
                Position++;
                return character => character is not ('\n' or '\r');
            case '[':
                return ReadClass();
            case '\\' when At(1) is 'p' or 'P':
                return ReadCategory();
            default:
                return ReadOne() is { } one ? character => character == one : null;
        }
    }

    private char At(int ahead) => Position + ahead < text.Length ? text[Position + ahead] : '\0';

    private int? ReadOne()
    {
        if (Position >= text.Length)
        {
            return null;
        }

        if (Current == '\\')
        {
            char escaped = At(1);
            Position += 2;
            return escaped switch
            {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                '\0' => null,
                _ => Escaped.IndexOf(escaped) >= 0 ? escaped : null,
            };
        }

        bool isPair = char.IsHighSurrogate(Current) && char.IsLowSurrogate(At(1));
        int one = isPair ? char.ConvertToUtf32(Current, At(1)) : Current;
        Position += isPair ? 2 : 1;
        return one;
    }

    private Func<int, bool>? ReadClass()
    {
        Position++;
        bool isNegated = Current == '^';
        Position += isNegated ? 1 : 0;
        var parts = new List<Func<int, bool>>();
        while (Position < text.Length && (Current != ']' || parts.Count == 0))
        {
            if (Current == '\\' && At(1) is 'p' or 'P')
            {
                if (ReadCategory() is not { } category)
                {
                    return null;
                }

                parts.Add(category);
                continue;
            }

            if (Current is '[' or ']' || ReadOne() is not { } first)
            {
                return null;
            }

            int last = first;
            if (Current == '-' && At(1) is not (']' or '\0'))
            {
                Position++;
                if (ReadOne() is not { } end || end < first)
                {
                    return null;
                }

                last = end;
            }

            parts.Add(character => character >= first && character <= last);
        }

        if (Current != ']')
        {
            return null;
        }

        Position++;
        return character => parts.Exists(part => part(character)) != isNegated;
    }

    /// <summary><c>\p{Lu}</c>, <c>\p{L}</c>, and what is not in them.</summary>
    private Func<int, bool>? ReadCategory()
    {
        bool isNegated = At(1) == 'P';
        int close = text.IndexOf('}', Position);
        if (At(2) != '{' || close < 0 || close - Position is not (4 or 5))
        {
            return null;
        }

        string name = text.Substring(Position + 3, close - Position - 3);
        Position = close + 1;
        return "LMNPZSC".IndexOf(name[0]) < 0 ? null : character => Category(character).StartsWith(name, StringComparison.Ordinal) != isNegated;
    }

    private static string Category(int character)
    {
        UnicodeCategory category = character is >= 0xD800 and <= 0xDFFF
            ? UnicodeCategory.Surrogate
            : CharUnicodeInfo.GetUnicodeCategory(char.ConvertFromUtf32(character), 0);
        return category switch
        {
            UnicodeCategory.UppercaseLetter => "Lu",
            UnicodeCategory.LowercaseLetter => "Ll",
            UnicodeCategory.TitlecaseLetter => "Lt",
            UnicodeCategory.ModifierLetter => "Lm",
            UnicodeCategory.OtherLetter => "Lo",
            UnicodeCategory.NonSpacingMark => "Mn",
            UnicodeCategory.SpacingCombiningMark => "Mc",
            UnicodeCategory.EnclosingMark => "Me",
            UnicodeCategory.DecimalDigitNumber => "Nd",
            UnicodeCategory.LetterNumber => "Nl",
            UnicodeCategory.OtherNumber => "No",
            UnicodeCategory.SpaceSeparator => "Zs",
            UnicodeCategory.LineSeparator => "Zl",
            UnicodeCategory.ParagraphSeparator => "Zp",
            UnicodeCategory.ConnectorPunctuation => "Pc",
            UnicodeCategory.DashPunctuation => "Pd",
            UnicodeCategory.OpenPunctuation => "Ps",
            UnicodeCategory.ClosePunctuation => "Pe",
            UnicodeCategory.InitialQuotePunctuation => "Pi",
            UnicodeCategory.FinalQuotePunctuation => "Pf",
            UnicodeCategory.OtherPunctuation => "Po",
            UnicodeCategory.MathSymbol => "Sm",
            UnicodeCategory.CurrencySymbol => "Sc",
            UnicodeCategory.ModifierSymbol => "Sk",
            UnicodeCategory.OtherSymbol => "So",
            UnicodeCategory.Control => "Cc",
            UnicodeCategory.Format => "Cf",
            UnicodeCategory.PrivateUse => "Co",
            UnicodeCategory.Surrogate => "Cs",
            _ => "Cn",
        };
    }
}
