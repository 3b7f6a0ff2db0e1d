using System.Text;

namespace Dari.Emulator.Sandbox.Commands;

/// <summary>Cuts a shell text into words and operators.</summary>
/// <remarks>
/// Quotes, backslashes, variables and comments are understood. What is not, such as substitution of
/// commands, is refused: running something else than was asked for would be worse.
/// </remarks>
internal sealed class ShellLexer
{
    // Longer ones first.
    private static readonly string[] Operators =
        ["2>&1", "1>&2", "2>>", "&&", "||", ">>", ">&2", "2>", "1>", ";", "\n", "|", ">", "<"];

    private readonly string _text;
    private readonly StringBuilder _piece = new();
    private readonly List<ShellToken> _tokens = [];
    private List<ShellWord.Piece> _pieces = [];
    private bool _isQuoted;
    private int _at;

    private ShellLexer(string text) => _text = text;

    private char Here => _at < _text.Length ? _text[_at] : '\0';

    private bool IsInWord => _isQuoted || _piece.Length > 0 || _pieces.Count > 0;

    /// <summary>Cuts a text.</summary>
    /// <exception cref="CommandFault">Exit code 2: wrong, or not understood.</exception>
    public static IReadOnlyList<ShellToken> Cut(string text)
    {
        var lexer = new ShellLexer(text.ReplaceLineEndings("\n"));
        while (lexer._at < lexer._text.Length)
        {
            lexer.Step();
        }

        lexer.EndWord();
        return lexer._tokens;
    }

    private void Step()
    {
        if (Here is ' ' or '\t')
        {
            EndWord();
            _at++;
        }
        else if (Here == '#' && !IsInWord)
        {
            _at = _text.IndexOf('\n', _at) is >= 0 and var end ? end : _text.Length;
        }
        else if (NextOperator() is { } found)
        {
            EndWord();
            _tokens.Add(new ShellToken(found, null));
            _at += found.Length;
        }
        else
        {
            StepInWord();
        }
    }

    // A digit before an arrow is only part of it at the start of a word: file2>x writes what file2 says.
    private string? NextOperator() => Array.Find(Operators, candidate =>
        string.CompareOrdinal(_text, _at, candidate, 0, candidate.Length) == 0
        && !(IsInWord && char.IsAsciiDigit(candidate[0])));

    private void StepInWord()
    {
        switch (Here)
        {
            case '\'':
                Single();
                break;
            case '"':
                Double();
                break;
            case '\\':
                _at++;
                Take();
                break;
            case '$':
                Variable();
                break;
            case '`' or '&' or '(' or ')':
                throw new CommandFault($"syntax not supported: {Here}", 2);
            default:
                Take();
                break;
        }
    }

    private void Single()
    {
        _isQuoted = true;
        var end = _text.IndexOf('\'', _at + 1);
        if (end < 0)
        {
            throw Unclosed();
        }

        _piece.Append(_text, _at + 1, end - _at - 1);
        _at = end + 1;
    }

    private void Double()
    {
        _isQuoted = true;
        for (_at++; Here != '"';)
        {
            switch (Here)
            {
                case '\0':
                    throw Unclosed();
                case '\\' when _at + 1 < _text.Length && _text[_at + 1] is '"' or '\\' or '$' or '`':
                    _at++;
                    Take();
                    break;
                case '$':
                    Variable();
                    break;
                case '`':
                    throw new CommandFault("syntax not supported: `", 2);
                default:
                    Take();
                    break;
            }
        }

        _at++;
    }

    private void Variable()
    {
        _at++;
        if (Here == '(')
        {
            throw new CommandFault("syntax not supported: $(", 2);
        }

        if (Here == '?')
        {
            Add("?", 1);
        }
        else if (Here == '{')
        {
            var end = _text.IndexOf('}', _at);
            var name = end < 0 ? throw Unclosed() : _text[(_at + 1)..end];
            if (!ShellWord.IsName(name))
            {
                throw new CommandFault("syntax not supported: ${...}", 2);
            }

            Add(name, name.Length + 2);
        }
        else
        {
            var end = _at;
            while (end < _text.Length && (char.IsAsciiLetterOrDigit(_text[end]) || _text[end] == '_'))
            {
                end++;
            }

            AddOrKeepSign(_text[_at..end]);
        }
    }

    private void AddOrKeepSign(string name)
    {
        if (ShellWord.IsName(name))
        {
            Add(name, name.Length);
        }
        else
        {
            _piece.Append('$');
        }
    }

    private void Add(string variable, int length)
    {
        EndPiece();
        _pieces.Add(new ShellWord.Piece(variable, IsVariable: true));
        _at += length;
    }

    private void Take()
    {
        if (_at < _text.Length)
        {
            _piece.Append(_text[_at++]);
        }
    }

    private void EndPiece()
    {
        if (_piece.Length > 0)
        {
            _pieces.Add(new ShellWord.Piece(_piece.ToString(), IsVariable: false));
            _piece.Clear();
        }
    }

    private void EndWord()
    {
        if (!IsInWord)
        {
            return;
        }

        EndPiece();
        _tokens.Add(new ShellToken("", new ShellWord(_pieces, _isQuoted)));
        _pieces = [];
        _isQuoted = false;
    }

    private static CommandFault Unclosed() => new("syntax error: a quote or brace is never closed", 2);
}
