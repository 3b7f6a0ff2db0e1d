using System;
using System.Collections.Generic;
using System.Text;

namespace Dari.Generator.Emit;

/// <summary>
/// The last step from a template to text: lines that hold only <see cref="Code.Drop"/> vanish, line ends are trimmed, and
/// each framework name that a template wrote itself asks for its using or, where the document declares a type of that
/// name, is written in full. What came through a hole is left as it is.
/// </summary>
internal sealed class FileText(FrameworkNames names)
{
    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _namespaces = new(StringComparer.Ordinal);

    /// <summary>Namespaces that the text needs.</summary>
    public IReadOnlyCollection<string> Namespaces => _namespaces;

    public override string ToString() => _text.ToString();

    public void Append(Code code)
    {
        string text = code.ToString();
        int start = 0;
        while (start < text.Length)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            AppendLine(text, start, end);
            start = end + 1;
        }
    }

    public void AppendBlankLine() => _text.Append('\n');

    private void AppendLine(string text, int start, int end)
    {
        int lineStart = _text.Length;
        bool isDropped = false;
        bool isComment = IsComment(text, start, end);
        int position = start;
        while (position < end)
        {
            char character = text[position];
            switch (character)
            {
                case Marks.Drop:
                    isDropped = true;
                    position++;
                    break;
                case Marks.Begin:
                    position = AppendOpaque(text, position + 1);
                    break;
                case >= 'A' and <= 'Z' when StartsName(text, position, start, isComment):
                    position = AppendName(text, position, end);
                    break;
                case '\r':
                    position++;
                    break;
                default:
                    _text.Append(character);
                    position++;
                    break;
            }
        }

        TrimEnd(lineStart);
        if (isDropped && _text.Length == lineStart)
        {
            return;
        }

        _text.Append('\n');
    }

    private int AppendOpaque(string text, int start)
    {
        int end = text.IndexOf(Marks.End, start);
        _text.Append(text, start, end - start);

        // Letters right behind a hole belong to the name that it begins: PetJson.
        int position = end + 1;
        while (position < text.Length && IsNamePart(text[position]))
        {
            _text.Append(text[position++]);
        }

        return position;
    }

    private int AppendName(string text, int start, int end)
    {
        int position = start + 1;
        while (position < end && IsNamePart(text[position]))
        {
            position++;
        }

        string name = text.Substring(start, position - start);
        bool isWhole = position >= end || text[position] != Marks.Begin;
        if (isWhole && names.TryResolve(name, out string fromNamespace, out bool isShadowed))
        {
            if (isShadowed)
            {
                _text.Append("global::").Append(fromNamespace).Append('.');
            }
            else
            {
                _namespaces.Add(fromNamespace);
            }
        }

        _text.Append(name);
        return position;
    }

    private static bool StartsName(string text, int position, int lineStart, bool isComment)
    {
        char before = position > lineStart ? text[position - 1] : ' ';
        return isComment
            ? before == '"' && string.CompareOrdinal(text, position - 6, "cref=\"", 0, 6) == 0
            : before != '.' && !IsNamePart(before);
    }

    private static bool IsComment(string text, int start, int end)
    {
        while (start < end && text[start] == ' ')
        {
            start++;
        }

        return start + 1 < end && text[start] == '/' && text[start + 1] == '/';
    }

    private static bool IsNamePart(char character) => character is '_' || char.IsLetterOrDigit(character);

    private void TrimEnd(int lineStart)
    {
        int end = _text.Length;
        while (end > lineStart && _text[end - 1] == ' ')
        {
            end--;
        }

        _text.Length = end;
    }
}
