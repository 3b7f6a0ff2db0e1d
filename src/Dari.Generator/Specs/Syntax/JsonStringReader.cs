using System;
using System.Runtime.CompilerServices;
using System.Text;

namespace Dari.Generator.Specs.Syntax;

/// <summary>Reads the strings of a JSON text.</summary>
internal sealed class JsonStringReader(JsonCursor cursor)
{
    // Not every control character: up to five stops are searched for at once, many more are not.
    private static readonly char[] Stops = ['"', '\\', '\n', '\r', '\t'];

    private readonly StringBuilder _unescaped = new();

    /// <summary>From the opening quote to behind the closing one; <see langword="null"/> when there is none.</summary>
    [MethodImpl(HotPath.Optimized)]
    public string? Read()
    {
        string text = cursor.Text;
        int start = cursor.Position + 1;
        int shortEnd = Math.Min(text.Length, start + StringPool.MaxLength);
        uint hash = 0;
        for (int i = start; i < shortEnd; i++)
        {
            char character = text[i];
            if (character == '"')
            {
                cursor.Position = i + 1;
                return cursor.Pooled(start, i - start, hash);
            }

            if (character is '\\' or < ' ')
            {
                return ReadUncommon(start);
            }

            hash = StringPool.Mix(hash, character);
        }

        int end = text.IndexOfAny(Stops, shortEnd);
        if (end < 0 || text[end] != '"')
        {
            return ReadUncommon(start);
        }

        cursor.Position = end + 1;
        return text.Substring(start, end - start);
    }

    private string? ReadUncommon(int start)
    {
        string text = cursor.Text;
        _unescaped.Clear();
        bool hasLineBreak = false;
        int from = start;
        while (true)
        {
            int stop = text.IndexOfAny(Stops, from);
            if (stop < 0)
            {
                cursor.Report(start - 1, start, "This string has no closing '\"'");
                cursor.Position = text.Length;
                return null;
            }

            _unescaped.Append(text, from, stop - from);
            switch (text[stop])
            {
                case '"':
                    cursor.Position = stop + 1;
                    return _unescaped.ToString();
                case '\\':
                    from = ReadEscape(stop);
                    break;
                case char control:
                    _unescaped.Append(control);
                    from = stop + 1;
                    if (!hasLineBreak)
                    {
                        hasLineBreak = true;
                        cursor.Report(
                            stop,
                            stop + 1,
                            "A JSON string cannot hold a " + (control == '\t' ? "tab" : "line break")
                                + "; write '" + (control == '\t' ? "\\t" : "\\n") + "', or close the string");
                    }

                    break;
            }
        }
    }

    /// <summary>Returns the position behind the escape.</summary>
    private int ReadEscape(int backslash)
    {
        string text = cursor.Text;
        char kind = backslash + 1 < text.Length ? text[backslash + 1] : '\0';
        char? simple = kind switch
        {
            '"' or '\\' or '/' => kind,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => null,
        };

        if (simple is { } character)
        {
            _unescaped.Append(character);
            return backslash + 2;
        }

        if (kind == 'u' && Hex(backslash + 2) is >= 0 and int code)
        {
            return AppendUnicode((char)code, backslash);
        }

        int end = Math.Min(text.Length, backslash + 2);
        cursor.Report(backslash, end, "'" + text.Substring(backslash, end - backslash) + "' is not a JSON escape");
        return backslash + 1;
    }

    /// <summary>Half a surrogate pair has no meaning and no UTF-8 form, so it becomes the replacement character.</summary>
    private int AppendUnicode(char unit, int backslash)
    {
        string text = cursor.Text;
        int end = backslash + 6;
        if (!char.IsSurrogate(unit))
        {
            _unescaped.Append(unit);
            return end;
        }

        bool isPair = char.IsHighSurrogate(unit) && string.CompareOrdinal(text, end, "\\u", 0, 2) == 0;
        if (isPair && Hex(end + 2) is >= 0 and int second && char.IsLowSurrogate((char)second))
        {
            _unescaped.Append(unit).Append((char)second);
            return end + 6;
        }

        cursor.Report(backslash, end, "'" + text.Substring(backslash, 6) + "' is half of a surrogate pair");
        _unescaped.Append('\uFFFD');
        return end;
    }

    /// <summary>Four hexadecimal digits, or -1.</summary>
    private int Hex(int position)
    {
        if (position + 4 > cursor.Text.Length)
        {
            return -1;
        }

        int code = 0;
        for (int i = position; i < position + 4; i++)
        {
            int digit = cursor.Text[i] switch
            {
                >= '0' and <= '9' and char c => c - '0',
                >= 'a' and <= 'f' and char c => c - 'a' + 10,
                >= 'A' and <= 'F' and char c => c - 'A' + 10,
                _ => -1,
            };

            if (digit < 0)
            {
                return -1;
            }

            code = (code * 16) + digit;
        }

        return code;
    }
}
