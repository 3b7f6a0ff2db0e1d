using System;
using System.Collections.Generic;

namespace Dari.Generator.Emit;

/// <summary>
/// The last step from templates to text: nested code is indented, lines that hold only <see cref="Code.Drop"/> vanish,
/// line ends are trimmed, and each framework name that a template wrote asks for its using or, where the document
/// declares a type of that name, is written in full.
/// </summary>
internal sealed class FileText(FrameworkNames names, TextBuffer text)
{
    private readonly HashSet<string> _namespaces = new(StringComparer.Ordinal);

    // The line that is being written: where it starts, how far it is indented, and what is on it.
    private int _lineStart;
    private int _indent;
    private bool _isBegun;
    private bool _isBlank = true;
    private bool _isComment;
    private bool _isDropped;
    private char _last = '\n';

    public FileText(FrameworkNames names)
        : this(names, new TextBuffer())
    {
    }

    /// <summary>Namespaces that the text needs.</summary>
    public IReadOnlyCollection<string> Namespaces => _namespaces;

    public override string ToString() => text.ToString();

    /// <summary>The text behind a header, which must end with a line break.</summary>
    public string ToString(string header) => text.ToString(header);

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
                    WriteTemplate(TemplateText.Of(segment.Text), margin);
                    break;
                case SegmentKind.Value:
                    WriteValue(segment.Text, margin);
                    break;
                case SegmentKind.Nested:
                    Write(segment.Nested, _isBegun ? _indent : margin);
                    break;
                case SegmentKind.Drop:
                    _isDropped = true;
                    break;
            }
        }
    }

    private void WriteValue(string value, int margin)
    {
        if (value.Length == 0)
        {
            return;
        }

        if (_isBlank)
        {
            int spaces = 0;
            while (spaces < value.Length && value[spaces] == ' ')
            {
                spaces++;
            }

            bool isComment = spaces + 1 < value.Length && value[spaces] == '/' && value[spaces + 1] == '/';
            BeginPiece(margin, spaces, spaces == value.Length, isComment);
        }

        Write(value, 0, value.Length);
    }

    private void WriteTemplate(TemplateText template, int margin)
    {
        foreach (TemplateText.Line line in template.Lines)
        {
            if (line.Start < line.End)
            {
                if (_isBlank)
                {
                    BeginPiece(margin, line.Margin, line.IsBlank, line.StartsComment);
                }

                WriteLine(template.Text, line);
            }

            if (line.IsEnded)
            {
                EndLine();
            }
        }
    }

    private void WriteLine(string template, TemplateText.Line line)
    {
        int written = line.Start;
        foreach (TemplateText.Word word in line.Words)
        {
            if (!IsName(word, line))
            {
                continue;
            }

            if (names.IsShadowed(word.Name))
            {
                Write(template, written, word.Start);
                text.Append("global::");
                text.Append(word.Namespace);
                text.Append('.');
                written = word.Start;
            }
            else
            {
                _namespaces.Add(word.Namespace);
            }
        }

        Write(template, written, line.End);
    }

    // What stands before the first word of a piece, only the piece before it knows.
    private bool IsName(TemplateText.Word word, TemplateText.Line line) => _isComment
        ? word.IsCref
        : word.Start > line.Start ? !word.IsBehindDot : _last != '.' && !TemplateText.IsNamePart(_last);

    /// <summary>Keeps account of the line before the first thing is written on it.</summary>
    private void BeginPiece(int margin, int spaces, bool isBlank, bool isComment)
    {
        if (!_isBegun)
        {
            _isBegun = true;
            _indent = margin;
            text.AppendSpaces(margin);
        }

        _indent += spaces;
        _isBlank = isBlank;
        _isComment = isComment;
    }

    private void Write(string piece, int start, int end)
    {
        if (start < end)
        {
            text.Append(piece, start, end);
            _last = piece[end - 1];
        }
    }

    private void EndLine()
    {
        if (_isDropped && _isBlank)
        {
            text.Truncate(_lineStart);
        }
        else
        {
            TrimEnd();
            text.Append('\n');
        }

        _lineStart = text.Length;
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

        int end = text.Length;
        while (end > _lineStart && text[end - 1] == ' ')
        {
            end--;
        }

        text.Truncate(end);
    }
}
