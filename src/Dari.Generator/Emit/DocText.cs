using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Dari.Generator.Emit;

/// <summary>Makes text of the document safe and readable for a comment.</summary>
internal static class DocText
{
    private const int Width = 100;
    private static readonly char[] Special = ['&', '<', '>'];

    /// <summary>The text on one line, for the header of a file: nothing in it can end the comment.</summary>
    public static string OneLine(string text) => string.Join(" ", Words(text.Replace('\n', ' ')));

    /// <summary>As XML, in lines of about a hundred columns. Line breaks of the text stay; an empty line parts paragraphs.</summary>
    public static List<string> XmlLines(string text)
    {
        var lines = new List<string>();
        text = Clean(text);
        for (int start = 0; start <= text.Length;)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            AddLine(lines, text, start, end);
            start = end + 1;
        }

        while (lines.Count > 0 && lines[lines.Count - 1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return lines;
    }

    // Of all that is white, clean text has spaces only.
    private static void AddLine(List<string> lines, string text, int start, int end)
    {
        while (start < end && text[start] == ' ')
        {
            start++;
        }

        while (start < end && text[end - 1] == ' ')
        {
            end--;
        }

        if (start < end)
        {
            Wrap(lines, WithCode(Escape(text.Substring(start, end - start))));
        }
        else if (lines.Count > 0 && lines[lines.Count - 1].Length > 0)
        {
            lines.Add("");
        }
    }

    /// <summary>Escaped, on one line.</summary>
    public static string Xml(string text) => WithCode(Escape(OneLine(text)));

    private static void Wrap(List<string> lines, string line)
    {
        if (line.Length <= Width)
        {
            lines.Add(line);
            return;
        }

        // Where the words of a line of the comment begin and end, and how long they are with a space between each two.
        int first = 0;
        int last = 0;
        int length = 0;
        for (int at = 0; NextWord(line, ref at, out int start);)
        {
            if (length > 0 && length + 1 + at - start > Width)
            {
                lines.Add(Spaced(line, first, last, length));
                length = 0;
            }

            first = length == 0 ? start : first;
            length += (length > 0 ? 1 : 0) + at - start;
            last = at;
        }

        lines.Add(Spaced(line, first, last, length));
    }

    private static bool NextWord(string line, ref int at, out int start)
    {
        while (at < line.Length && line[at] == ' ')
        {
            at++;
        }

        start = at;
        int end = line.IndexOf(' ', at);
        at = end < 0 ? line.Length : end;
        return start < at;
    }

    private static string Spaced(string line, int first, int last, int length)
    {
        if (last - first == length)
        {
            return line.Substring(first, length);
        }

        // Somewhere stand several spaces.
        var text = new StringBuilder(length);
        for (int at = first; at < last && NextWord(line, ref at, out int start);)
        {
            text.Append(text.Length > 0 ? " " : "").Append(line, start, at - start);
        }

        return text.ToString();
    }

    private static string[] Words(string text) =>
        Clean(text).Split([' ', '\n'], System.StringSplitOptions.RemoveEmptyEntries);

    private static string Escape(string text) => text.IndexOfAny(Special) < 0
        ? text
        : text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

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
        if (IsClean(text))
        {
            return text;
        }

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

    private static bool IsClean(string text)
    {
        foreach (char character in text)
        {
            if (character is not ('\n' or (>= ' ' and <= '~')))
            {
                return false;
            }
        }

        return true;
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
