using System.Globalization;
using System.Text;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs.Overlays.Paths;

/// <summary>Reads the names, strings and numbers of a query.</summary>
internal static class PathLiterals
{
    /// <summary>Beyond these, other readers of JSON lose digits (RFC 9535, 2.1 and RFC 7493).</summary>
    private const long MaxInteger = (1L << 53) - 1;

    /// <summary>A name behind a dot: letters, digits, <c>_</c> and all that is not ASCII.</summary>
    public static string? ShortName(PathCursor cursor)
    {
        int start = cursor.Position;
        while (cursor.Current is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or >= '\u0080'
            || (cursor.Position > start && cursor.Current is >= '0' and <= '9'))
        {
            cursor.Position++;
        }

        return cursor.Position == start ? null : cursor.Slice(start);
    }

    /// <summary>Digits with an optional sign, without leading zeros.</summary>
    public static long? Integer(PathCursor cursor)
    {
        int start = cursor.Position;
        cursor.TryTake("-");
        int digits = cursor.Position;
        while (cursor.Current is >= '0' and <= '9')
        {
            cursor.Position++;
        }

        if (cursor.Position == start)
        {
            return null;
        }

        string text = cursor.Slice(start);
        bool isPlain = cursor.Position > digits && (text == "0" || cursor.Slice(digits)[0] != '0');
        if (isPlain && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) && value is >= -MaxInteger and <= MaxInteger)
        {
            return value;
        }

        cursor.Position = start;
        throw cursor.Expected("an integer without leading zeros, within 53 bits");
    }

    /// <summary>A string in quotes of either kind.</summary>
    public static string QuotedText(PathCursor cursor)
    {
        char quote = cursor.Current;
        cursor.Position++;
        var value = new StringBuilder();
        while (cursor.Current != quote || cursor.AtEnd)
        {
            if (cursor.AtEnd || cursor.Current < ' ')
            {
                throw cursor.Expected("a closing " + quote);
            }

            value.Append(cursor.Current == '\\' ? Escape(cursor, quote) : cursor.Current.ToString());
            cursor.Position++;
        }

        cursor.Position++;
        return value.ToString();
    }

    /// <summary>A number, string, <c>true</c>, <c>false</c> or <c>null</c>; <see langword="null"/> for anything else.</summary>
    public static SpecNode? Value(PathCursor cursor)
    {
        if (cursor.Current is '"' or '\'')
        {
            return Node(SpecNodeKind.String, QuotedText(cursor));
        }

        if (cursor.Current is '-' or (>= '0' and <= '9'))
        {
            int start = cursor.Position;
            while (cursor.Current is '-' or '+' or '.' or 'e' or 'E' or (>= '0' and <= '9'))
            {
                cursor.Position++;
            }

            string number = cursor.Slice(start);
            if (NumberText.IsJson(number))
            {
                return Node(SpecNodeKind.Number, number);
            }

            cursor.Position = start;
            throw cursor.Expected("a number");
        }

        int word = cursor.Position;
        return ShortName(cursor) switch
        {
            "true" or "false" => Node(SpecNodeKind.Boolean, cursor.Slice(word)),
            "null" => Node(SpecNodeKind.Null, ""),
            _ => Back(cursor, word),
        };
    }

    private static SpecNode? Back(PathCursor cursor, int position)
    {
        cursor.Position = position;
        return null;
    }

    /// <summary>On the last character of the escape afterwards.</summary>
    private static string Escape(PathCursor cursor, char quote)
    {
        cursor.Position++;
        switch (cursor.Current)
        {
            case 'b':
                return "\b";
            case 'f':
                return "\f";
            case 'n':
                return "\n";
            case 'r':
                return "\r";
            case 't':
                return "\t";
            case '/' or '\\':
                return cursor.Current.ToString();
            case 'u':
                return Unicode(cursor);
            case char other when other == quote:
                return other.ToString();
            default:
                throw cursor.Expected("an escape such as \\n or \\u00e9");
        }
    }

    private static string Unicode(PathCursor cursor)
    {
        char unit = Hex(cursor);
        if (!char.IsSurrogate(unit))
        {
            return unit.ToString();
        }

        cursor.Position++;
        bool isEscape = char.IsHighSurrogate(unit) && cursor.TryTake("\\") && cursor.Current == 'u';
        if (isEscape && Hex(cursor) is char low && char.IsLowSurrogate(low))
        {
            return new string([unit, low]);
        }

        throw cursor.Expected("the second half of a surrogate pair");
    }

    /// <summary>From the <c>u</c> to the last of its four digits.</summary>
    private static char Hex(PathCursor cursor)
    {
        int code = 0;
        for (int i = 0; i < 4; i++)
        {
            cursor.Position++;
            int digit = System.Uri.IsHexDigit(cursor.Current) ? System.Convert.ToInt32(cursor.Current.ToString(), 16) : -1;
            code = digit < 0 ? throw cursor.Expected("four hexadecimal digits") : (code * 16) + digit;
        }

        return (char)code;
    }

    private static SpecNode Node(SpecNodeKind kind, string text) => new() { Kind = kind, Start = 0, End = 0, Text = text };
}
