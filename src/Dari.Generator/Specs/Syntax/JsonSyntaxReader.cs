using System.Runtime.CompilerServices;
using System.Threading;
using Dari.Generator.Diagnostics;

namespace Dari.Generator.Specs.Syntax;

/// <summary>
/// Reads JSON into a tree with positions, in one pass. What can be understood in spite of an error (a comment, a comma
/// too many) is reported and read; anything else ends the reading.
/// </summary>
internal sealed class JsonSyntaxReader
{
    private readonly JsonCursor _cursor;
    private readonly JsonStringReader _strings;
    private readonly MemberCollector _members;
    private readonly NodeStack<SpecNode> _items = new();
    private readonly ProblemList _problems;
    private readonly CancellationToken _cancellationToken;

    private JsonSyntaxReader(string text, ProblemList problems, CancellationToken cancellationToken)
    {
        _cursor = new JsonCursor(text, problems);
        _strings = new JsonStringReader(_cursor);
        _members = new MemberCollector(problems);
        _problems = problems;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The root, or <see langword="null"/> when the text breaks off or makes no sense; the problem says where.</summary>
    public static SpecNode? Read(string text, ProblemList problems, CancellationToken cancellationToken) =>
        new JsonSyntaxReader(text, problems, cancellationToken).ReadDocument();

    private SpecNode? ReadDocument()
    {
        _cursor.SkipWhitespace();
        SpecNode? root = ReadValue(depth: 0);
        if (root is null)
        {
            return null;
        }

        _cursor.SkipWhitespace();
        if (!_cursor.AtEnd)
        {
            _cursor.ReportExpected("the end of the text");
        }

        return root;
    }

    [MethodImpl(HotPath.Optimized)]
    private SpecNode? ReadValue(int depth)
    {
        switch (_cursor.Current)
        {
            case '"':
                return ReadString();
            case '{':
                return IsTooDeep(depth) ? null : ReadObject(depth);
            case '[':
                return IsTooDeep(depth) ? null : ReadArray(depth);
            case (>= '0' and <= '9') or '-' or '+' or '.':
                return ReadNumber();
            default:
                return ReadWord();
        }
    }

    [MethodImpl(HotPath.Optimized)]
    private SpecNode? ReadString()
    {
        int start = _cursor.Position;
        return _strings.Read() is { } value
            ? new SpecNode { Kind = SpecNodeKind.String, Start = start, End = _cursor.Position, Text = value }
            : null;
    }

    [MethodImpl(HotPath.Optimized)]
    private SpecNode? ReadNumber()
    {
        int start = _cursor.Position;
        while (_cursor.Current is (>= '0' and <= '9') or '-' or '+' or '.' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))
        {
            _cursor.Position++;
        }

        int end = _cursor.Position;
        string text = _cursor.Pooled(start, end - start);
        if (!NumberText.IsJson(text))
        {
            _cursor.Report(start, end, "'" + Shorten(text) + "' is not a JSON number");
            if (NumberText.Normalize(text) is not { } number)
            {
                return _cursor.IsHopeless ? null : Scalar(SpecNodeKind.String, start, text);
            }

            text = number;
        }

        return Scalar(SpecNodeKind.Number, start, text);
    }

    [MethodImpl(HotPath.Optimized)]
    private SpecNode? ReadWord()
    {
        int start = _cursor.Position;
        while (char.IsLetterOrDigit(_cursor.Current) || _cursor.Current is '_' or '$')
        {
            _cursor.Position++;
        }

        string word = _cursor.Pooled(start, _cursor.Position - start);
        switch (word)
        {
            case "true" or "false":
                return Scalar(SpecNodeKind.Boolean, start, word);
            case "null":
                return Scalar(SpecNodeKind.Null, start, "");
            case "":
                _cursor.ReportExpected("a value");
                return null;
            default:
                _cursor.Report(
                    start,
                    _cursor.Position,
                    "Expected a value, but found '" + Shorten(word) + "'; a string needs '\"' around it");
                return null;
        }
    }

    [MethodImpl(HotPath.Optimized)]
    private SpecNode? ReadArray(int depth)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        int start = _cursor.Position++;
        int mark = _items.Count;
        _cursor.SkipWhitespace();
        while (_cursor.Current != ']')
        {
            if (ReadValue(depth + 1) is not { } item)
            {
                return null;
            }

            _items.Push(item);
            if (!ReadSeparator(']', "an item"))
            {
                return null;
            }
        }

        _cursor.Position++;
        SpecNode[] items = _items.PopFrom(mark);
        return new SpecNode { Kind = SpecNodeKind.Array, Start = start, End = _cursor.Position, Items = items };
    }

    [MethodImpl(HotPath.Optimized)]
    private SpecNode? ReadObject(int depth)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        int start = _cursor.Position++;
        int mark = _members.Mark;
        _cursor.SkipWhitespace();
        while (_cursor.Current != '}')
        {
            if (!ReadMember(depth) || !ReadSeparator('}', "a member"))
            {
                return null;
            }
        }

        _cursor.Position++;
        SpecMember[] members = _members.Close(mark);
        return new SpecNode { Kind = SpecNodeKind.Object, Start = start, End = _cursor.Position, Members = members };
    }

    [MethodImpl(HotPath.Optimized)]
    private bool ReadMember(int depth)
    {
        int start = _cursor.Position;
        if (_cursor.Current != '"')
        {
            _cursor.ReportExpected("a name in double quotes or '}'");
            return false;
        }

        if (_strings.Read() is not { } name)
        {
            return false;
        }

        int end = _cursor.Position;
        _cursor.SkipWhitespace();
        if (_cursor.Current != ':')
        {
            _cursor.ReportExpected("':' after the name");
            return false;
        }

        _cursor.Position++;
        _cursor.SkipWhitespace();
        if (ReadValue(depth + 1) is not { } value)
        {
            return false;
        }

        _members.Add(new SpecMember(name, start, end, value));
        return true;
    }

    /// <summary>On the closing bracket or on the next child afterwards.</summary>
    [MethodImpl(HotPath.Optimized)]
    private bool ReadSeparator(char close, string child)
    {
        _cursor.SkipWhitespace();
        if (_cursor.Current == close)
        {
            return true;
        }

        if (_cursor.Current != ',')
        {
            _cursor.ReportExpected("',' or '" + close + "' after " + child);
            return false;
        }

        int comma = _cursor.Position++;
        _cursor.SkipWhitespace();
        if (_cursor.Current == close)
        {
            _cursor.Report(comma, comma + 1, "JSON allows no ',' before '" + close + "'");
        }

        return !_cursor.IsHopeless;
    }

    private bool IsTooDeep(int depth)
    {
        if (depth < SyntaxLimits.Depth)
        {
            return false;
        }

        _problems.Add(
            DiagnosticDescriptors.LimitExceeded,
            _cursor.Position,
            _cursor.Position + 1,
            "The document nests deeper than " + SyntaxLimits.Depth + " levels here");
        return true;
    }

    private SpecNode Scalar(SpecNodeKind kind, int start, string text) =>
        new() { Kind = kind, Start = start, End = _cursor.Position, Text = text };

    private static string Shorten(string value) => value.Length <= 40 ? value : value.Substring(0, 40) + "...";
}
