using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Dari.Generator.Emit;

/// <summary>Makes text of the document safe and readable for a comment.</summary>
internal static class DocText
{
    private const int Width = 100;

    /// <summary>The text on one line, for the header of a file: nothing in it can end the comment.</summary>
    public static string OneLine(string text) => string.Join(" ", Words(text.Replace('\n', ' ')));

    /// <summary>As XML, in lines of about a hundred columns. Line breaks of the text stay; an empty line parts paragraphs.</summary>
    public static IReadOnlyList<string> XmlLines(string text)
    {
        var lines = new List<string>();
        foreach (string line in Clean(text).Split('\n'))
        {
            if (line.Trim().Length > 0)
            {
                lines.AddRange(Wrap(WithCode(Escape(line.Trim()))));
            }
            else if (lines.Count > 0 && lines[lines.Count - 1].Length > 0)
            {
                lines.Add("");
            }
        }

        while (lines.Count > 0 && lines[lines.Count - 1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return lines;
    }

    /// <summary>Escaped, on one line.</summary>
    public static string Xml(string text) => WithCode(Escape(OneLine(text)));

    private static IEnumerable<string> Wrap(string line)
    {
        if (line.Length <= Width)
        {
            yield return line;
            yield break;
        }

        var text = new StringBuilder(Width);
        foreach (string word in line.Split(' ').Where(word => word.Length > 0))
        {
            if (text.Length > 0 && text.Length + 1 + word.Length > Width)
            {
                yield return text.ToString();
                text.Clear();
            }

            text.Append(text.Length > 0 ? " " : "").Append(word);
        }

        yield return text.ToString();
    }

    private static string[] Words(string text) =>
        Clean(text).Split([' ', '\n'], System.StringSplitOptions.RemoveEmptyEntries);

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    // Markdown's `code`, where it is closed on the same line.
    private static string WithCode(string line)
    {
        if (line.IndexOf('`') < 0)
        {
            return line;
        }

        string[] parts = line.Split('`');
        var text = new StringBuilder(line.Length + 16).Append(parts[0]);
        for (int i = 1; i < parts.Length; i++)
        {
            bool isCode = i % 2 == 1 && i + 1 < parts.Length && parts[i].Length > 0;
            if (isCode)
            {
                text.Append("<c>").Append(parts[i]).Append("</c>").Append(parts[++i]);
            }
            else
            {
                text.Append('`').Append(parts[i]);
            }
        }

        return text.ToString();
    }

    /// <summary>All that C# takes for the end of a line becomes one; what nobody sees becomes a space or U+FFFD.</summary>
    private static string Clean(string text)
    {
        text = text.Replace("\r\n", "\n");
        var clean = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                bool isSeen = CharUnicodeInfo.GetUnicodeCategory(text, i) != UnicodeCategory.Format;
                clean.Append(isSeen ? text.Substring(i, 2) : "\uFFFD");
                i++;
                continue;
            }

            clean.Append(Clean(text[i]));
        }

        return clean.ToString();
    }

    private static char Clean(char character)
    {
        switch (character)
        {
            case '\n' or '\r' or '\u0085' or '\u2028' or '\u2029':
                return '\n';
            // Joiners hold emoji and many scripts together, and move nothing.
            case '\u200C' or '\u200D' or (>= ' ' and <= '~'):
                return character;
            case '\uFFFE' or '\uFFFF':
                return '\uFFFD';
        }

        return CharUnicodeInfo.GetUnicodeCategory(character) switch
        {
            UnicodeCategory.Control or UnicodeCategory.SpaceSeparator => ' ',
            UnicodeCategory.Format or UnicodeCategory.Surrogate => '\uFFFD',
            _ => character,
        };
    }
}
