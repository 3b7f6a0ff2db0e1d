using System;
using System.Collections.Generic;
using System.Text;

namespace Dari.Generator.Emit;

/// <summary>
/// The last step from templates to text: nested code is indented, lines that hold only <see cref="Code.Drop"/> vanish,
/// line ends are trimmed, and each framework name that a template wrote asks for its using or, where the document
/// declares a type of that name, is written in full.
/// </summary>
internal sealed class FileText(FrameworkNames names)
{
    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _namespaces = new(StringComparer.Ordinal);

    // The line that is being written: where it starts, how far it is indented, and what is on it.
    private int _lineStart;
    private int _indent;
    private bool _isBegun;
    private bool _isBlank = true;
    private bool _isComment;
    private bool _isDropped;
    private char _last;

    /// <summary>Namespaces that the text needs.</summary>
    public IReadOnlyCollection<string> Namespaces => _namespaces;

    public override string ToString() => _text.ToString();

    /// <summary>Puts a text, which must end with a line break, before all others.</summary>
    public void Prepend(string text)
    {
        _text.Insert(0, text);
        _lineStart += text.Length;
    }

    public void Append(Code code)
    {
        Write(code, 0);
        EndLine();
    }

    public void AppendBlankLine() => EndLine();

    private void Write(Code code, int margin)
    {
        foreach (Segment segment in code.Segments)
        {
            switch (segment.Kind)
            {
                case SegmentKind.Template:
                    WriteTemplate(segment.Text, margin);
                    break;
                case SegmentKind.Value:
                    BeginPiece(segment.Text, 0, segment.Text.Length, margin);
                    Write(segment.Text, 0, segment.Text.Length);
                    break;
                case SegmentKind.Nested:
                    WriteNested(segment.Nested, margin);
                    break;
                case SegmentKind.Drop:
                    _isDropped = true;
                    break;
            }
        }
    }

    private void WriteNested(Code code, int margin)
    {
        if (code.IsDrop)
        {
            _isDropped = true;
            return;
        }

        Write(code, _isBegun ? _indent : margin);
    }

    private void WriteTemplate(string text, int margin)
    {
        int start = 0;
        while (true)
        {
            int end = text.IndexOf('\n', start);
            int stop = end < 0 ? text.Length : end;
            stop -= stop > start && text[stop - 1] == '\r' ? 1 : 0;
            WriteTemplateLine(text, start, stop, margin);
            if (end < 0)
            {
                return;
            }

            EndLine();
            start = end + 1;
        }
    }

    private void WriteTemplateLine(string text, int start, int end, int margin)
    {
        BeginPiece(text, start, end, margin);
        int written = start;
        for (int i = start; i < end; i++)
        {
            if (text[i] is < 'A' or > 'Z' || !StartsName(text, i, start))
            {
                continue;
            }

            int nameEnd = NameEnd(text, i, end);
            if (names.TryResolve(text.Substring(i, nameEnd - i), out string fromNamespace, out bool isShadowed))
            {
                Write(text, written, i);
                Use(fromNamespace, isShadowed);
                written = i;
            }

            i = nameEnd - 1;
        }

        Write(text, written, end);
    }

    private void Use(string fromNamespace, bool isShadowed)
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

    /// <summary>Keeps account of the line before something is written on it.</summary>
    private void BeginPiece(string text, int start, int end, int margin)
    {
        if (start == end || !_isBlank)
        {
            return;
        }

        if (!_isBegun)
        {
            _isBegun = true;
            _indent = margin;
            _text.Append(' ', margin);
        }

        while (start < end && text[start] == ' ')
        {
            start++;
            _indent++;
        }

        _isBlank = start == end;
        _isComment = start + 1 < end && text[start] == '/' && text[start + 1] == '/';
    }

    private void Write(string text, int start, int end)
    {
        if (start < end)
        {
            _text.Append(text, start, end - start);
            _last = text[end - 1];
        }
    }

    private void EndLine()
    {
        if (_isDropped && _isBlank)
        {
            _text.Length = _lineStart;
        }
        else
        {
            TrimEnd();
            _text.Append('\n');
        }

        _lineStart = _text.Length;
        _isBegun = _isComment = _isDropped = false;
        _isBlank = true;
        _last = '\n';
    }

    private void TrimEnd()
    {
        if (_last != ' ' && !_isBlank)
        {
            return;
        }

        int end = _text.Length;
        while (end > _lineStart && _text[end - 1] == ' ')
        {
            end--;
        }

        _text.Length = end;
    }

    // In a comment a name stands behind cref only; elsewhere not behind a dot, and not behind the beginning of a name.
    private bool StartsName(string text, int position, int start)
    {
        char before = position > start ? text[position - 1] : _last;
        return _isComment
            ? before == '"' && position >= 6 && string.CompareOrdinal(text, position - 6, "cref=\"", 0, 6) == 0
            : before != '.' && !IsNamePart(before);
    }

    private static int NameEnd(string text, int start, int end)
    {
        while (start < end && IsNamePart(text[start]))
        {
            start++;
        }

        return start;
    }

    private static bool IsNamePart(char character) => character is '_' || char.IsLetterOrDigit(character);
}
