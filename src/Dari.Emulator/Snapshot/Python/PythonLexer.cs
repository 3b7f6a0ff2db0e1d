using System.Text;

namespace Dari.Emulator.Snapshot.Python;

/// <summary>Cuts Python code into tokens.</summary>
internal sealed class PythonLexer(string text)
{
    // The longer ones first.
    private static readonly string[] Operators =
    [
        "**=", "//=", "**", "//", "+=", "-=", "*=", "/=", "%=", "==", "!=", "<=", ">=",
        "+", "-", "*", "/", "%", "=", "<", ">", "(", ")", ",", ".", ":",
    ];

    private readonly List<PythonToken> _tokens = [];
    private int _at;
    private int _depth;

    public static IReadOnlyList<PythonToken> Read(string text) => new PythonLexer(text.Replace("\r\n", "\n")).Read();

    private List<PythonToken> Read()
    {
        bool isLineStart = true;
        while (_at < text.Length)
        {
            char letter = text[_at];
            if (letter is ' ' or '\t')
            {
                RefuseIndent(isLineStart && _depth == 0);
                _at++;
                continue;
            }

            isLineStart = letter == '\n';
            ReadOne(letter);
        }

        Add(PythonTokenKind.End, "");
        return _depth == 0 ? _tokens : throw PythonFault.Syntax("'(' was never closed");
    }

    /// <summary>Indented code belongs to a block, and blocks are not understood; a blank or comment line is none.</summary>
    private void RefuseIndent(bool isLineStart)
    {
        int next = _at;
        while (next < text.Length && text[next] is ' ' or '\t')
        {
            next++;
        }

        if (isLineStart && next < text.Length && text[next] is not ('\n' or '#'))
        {
            throw new PythonFault("IndentationError", "unexpected indent");
        }

        _at = next - 1;
    }

    private void ReadOne(char letter)
    {
        if (letter == '#')
        {
            _at = text.IndexOf('\n', _at) is >= 0 and var end ? end : text.Length;
        }
        else if (letter is '\n' or ';')
        {
            _at++;
            if (_depth == 0)
            {
                Add(PythonTokenKind.End, "");
            }
        }
        else if (letter is '\'' or '"')
        {
            ReadString(PythonTokenKind.String, isRaw: false);
        }
        else if (letter is 'f' or 'F' or 'r' or 'R' && _at + 1 < text.Length && text[_at + 1] is '\'' or '"')
        {
            _at++;
            ReadString(letter is 'f' or 'F' ? PythonTokenKind.FormatString : PythonTokenKind.String, letter is 'r' or 'R');
        }
        else if (char.IsAsciiDigit(letter))
        {
            Add(PythonTokenKind.Number, ReadNumber().Replace("_", ""));
        }
        else if (char.IsLetter(letter) || letter == '_')
        {
            Add(PythonTokenKind.Name, While(static one => char.IsLetterOrDigit(one) || one is '_' or '.'));
        }
        else
        {
            ReadOperator();
        }
    }

    private string ReadNumber()
    {
        string number = While(static one => char.IsAsciiLetterOrDigit(one) || one is '.' or '_');
        if (number[^1] is not ('e' or 'E') || _at >= text.Length || text[_at] is not ('+' or '-'))
        {
            return number;
        }

        string sign = text[_at++].ToString();
        return number + sign + While(char.IsAsciiDigit);
    }

    private void ReadOperator()
    {
        string found = Array.Find(Operators, one => string.CompareOrdinal(text, _at, one, 0, one.Length) == 0)
            ?? throw PythonFault.Syntax();
        _at += found.Length;
        _depth += found == "(" ? 1 : found == ")" ? -1 : 0;
        if (_depth < 0)
        {
            throw PythonFault.Syntax("unmatched ')'");
        }

        Add(PythonTokenKind.Operator, found);
    }

    private void ReadString(PythonTokenKind kind, bool isRaw)
    {
        string three = new(text[_at], 3);
        string quote = string.CompareOrdinal(text, _at, three, 0, 3) == 0 ? three : three[..1];
        _at += quote.Length;
        var value = new StringBuilder();
        while (string.CompareOrdinal(text, _at, quote, 0, quote.Length) != 0)
        {
            if (_at >= text.Length || (text[_at] == '\n' && quote.Length == 1))
            {
                throw PythonFault.Syntax("unterminated string literal");
            }

            if (text[_at] == '\\' && !isRaw && _at + 1 < text.Length)
            {
                value.Append(Escaped(text[_at + 1]));
                _at += 2;
            }
            else
            {
                value.Append(text[_at++]);
            }
        }

        _at += quote.Length;
        Add(kind, value.ToString());
    }

    private static string Escaped(char letter) => letter switch
    {
        'n' => "\n",
        't' => "\t",
        'r' => "\r",
        '0' => "\0",
        '\n' => "",
        '\\' or '\'' or '"' => letter.ToString(),
        _ => "\\" + letter,
    };

    private string While(Func<char, bool> wanted)
    {
        int start = _at;
        while (_at < text.Length && wanted(text[_at]))
        {
            _at++;
        }

        return text[start.._at];
    }

    private void Add(PythonTokenKind kind, string value) => _tokens.Add(new PythonToken(kind, value));
}
