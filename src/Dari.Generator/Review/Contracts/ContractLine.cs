using System;
using System.Text;

namespace Dari.Generator.Review.Contracts;

/// <summary>One line of a contract: a kind, a name, and facts.</summary>
internal static class ContractLine
{
    /// <summary>Writes a word; one that could be taken for something else as a JSON string.</summary>
    public static void Quote(StringBuilder line, string word)
    {
        if (IsPlain(word))
        {
            line.Append(word);
        }
        else
        {
            CanonicalJson.WriteString(line, word);
        }
    }

    /// <param name="line">Without the spaces in front of it.</param>
    public static ContractNode? Read(string line)
    {
        int at = 0;
        if (Word(line, ref at) is not { } kindWord
            || !Enum.TryParse(kindWord, ignoreCase: true, out ContractKind kind)
            || !Skip(line, ref at, ' ')
            || Word(line, ref at) is not { } name)
        {
            return null;
        }

        var node = new ContractNode(kind, name);
        while (at < line.Length)
        {
            if (!Skip(line, ref at, ' ')
                || Word(line, ref at) is not { } key
                || !Skip(line, ref at, '=')
                || Word(line, ref at) is not { } value)
            {
                return null;
            }

            node.Facts[key] = value;
        }

        return node;
    }

    private static bool IsPlain(string word)
    {
        foreach (char character in word)
        {
            if (character is ' ' or '"' or '\\' or '=' || char.IsControl(character) || char.IsSurrogate(character) || CanonicalJson.IsInvisible(character))
            {
                return false;
            }
        }

        return word.Length > 0;
    }

    private static bool Skip(string line, ref int at, char expected)
    {
        bool isThere = at < line.Length && line[at] == expected;
        at += isThere ? 1 : 0;
        return isThere;
    }

    private static string? Word(string line, ref int at)
    {
        int start = at;
        if (at < line.Length && line[at] == '"')
        {
            return Quoted(line, ref at);
        }

        while (at < line.Length && line[at] is not (' ' or '='))
        {
            at++;
        }

        return at > start ? line.Substring(start, at - start) : null;
    }

    private static string? Quoted(string line, ref int at)
    {
        var text = new StringBuilder();
        for (at++; at < line.Length; at++)
        {
            switch (line[at])
            {
                case '"':
                    at++;
                    return text.ToString();
                case '\\' when at + 5 < line.Length && line[at + 1] == 'u' && IsHex(line, at + 2, out char escaped):
                    text.Append(escaped);
                    at += 5;
                    break;
                case '\\' when at + 1 < line.Length:
                    text.Append(line[at + 1] == 'n' ? '\n' : line[at + 1]);
                    at++;
                    break;
                default:
                    text.Append(line[at]);
                    break;
            }
        }

        return null;
    }

    private static bool IsHex(string line, int at, out char escaped)
    {
        bool isHex = ushort.TryParse(
            line.Substring(at, 4), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out ushort code);
        escaped = (char)code;
        return isHex;
    }
}
