using System;
using System.Collections.Generic;
using System.Globalization;

namespace Dari.Generator.Specs.Overlays.Patterns;

/// <summary>
/// Reads I-Regexp (RFC 9485), the part of regular expressions on which all engines agree, from its end to its beginning:
/// each piece is built before the one that leads to it.
/// </summary>
internal sealed class PatternReader
{
    private const int MaxStates = 20_000;
    private const int MaxDepth = 64;
    private const int MaxRepeats = 1_000;

    private readonly string _text;
    private readonly List<PatternState> _states = [];
    private int _position;
    private int _depth;
    private int _repeats;
    private bool _isWrong;

    private PatternReader(string text) => _text = text;

    /// <summary><see langword="null"/> for what is no I-Regexp, or is too large to be one in earnest.</summary>
    public static RegularPattern? Read(string text)
    {
        var reader = new PatternReader(text);
        PatternPiece piece = reader.ReadAlternatives();
        if (reader._isWrong || reader._position < text.Length)
        {
            return null;
        }

        int end = reader.State(null, -1, -1);
        int start = piece(end);
        return reader._isWrong ? null : new RegularPattern(reader._states, start);
    }

    /// <summary>Builds the states of a piece in front of a state, and returns the first of them.</summary>
    private delegate int PatternPiece(int next);

    private char Current => _position < _text.Length ? _text[_position] : '\0';

    private PatternPiece ReadAlternatives()
    {
        if (++_depth > MaxDepth)
        {
            return Wrong();
        }

        PatternPiece piece = ReadSequence();
        while (!_isWrong && Current == '|' && _position < _text.Length)
        {
            _position++;
            PatternPiece first = piece;
            PatternPiece second = ReadSequence();
            piece = next => State(null, first(next), second(next));
        }

        _depth--;
        return piece;
    }

    private PatternPiece ReadSequence()
    {
        var pieces = new List<PatternPiece>();
        while (!_isWrong && _position < _text.Length && Current is not ('|' or ')'))
        {
            pieces.Add(ReadQuantified());
        }

        return next =>
        {
            for (int i = pieces.Count - 1; i >= 0; i--)
            {
                next = pieces[i](next);
            }

            return next;
        };
    }

    private PatternPiece ReadQuantified()
    {
        PatternPiece atom = ReadAtom();
        switch (Current)
        {
            case '*':
                _position++;
                return next => Loop(atom, next);
            case '+':
                _position++;
                return next => atom(Loop(atom, next));
            case '?':
                _position++;
                return next => State(null, atom(next), next);
            case '{':
                return ReadCount(atom);
            default:
                return atom;
        }
    }

    private PatternPiece ReadCount(PatternPiece atom)
    {
        _position++;
        int least = ReadNumber();
        int? most = least;
        if (Current == ',')
        {
            _position++;
            most = Current == '}' ? null : ReadNumber();
        }

        if (Current != '}' || most < least)
        {
            return Wrong();
        }

        _position++;
        return next =>
        {
            int last = most is null ? Loop(atom, next) : next;
            for (int i = least; i < (most ?? least) && !_isWrong; i++)
            {
                _isWrong |= ++_repeats > MaxStates;
                last = State(null, atom(last), next);
            }

            for (int i = 0; i < least && !_isWrong; i++)
            {
                // Counted here as well: a repeated nothing makes no states.
                _isWrong |= ++_repeats > MaxStates;
                last = atom(last);
            }

            return last;
        };
    }

    private PatternPiece ReadAtom()
    {
        switch (Current)
        {
            case '(':
                _position++;
                PatternPiece group = ReadAlternatives();
                if (Current != ')')
                {
                    return Wrong();
                }

                _position++;
                return group;
            case '*' or '+' or '?' or '{' or '}' or ']':
                return Wrong();
            default:
                var characters = new CharacterReader(_text, _position);
                if (characters.Read() is not { } accepts)
                {
                    return Wrong();
                }

                _position = characters.Position;
                return next => State(accepts, next, -1);
        }
    }

    private int ReadNumber()
    {
        int start = _position;
        while (Current is >= '0' and <= '9')
        {
            _position++;
        }

        string digits = _text.Substring(start, _position - start);
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= MaxRepeats)
        {
            return number;
        }

        Wrong();
        return 0;
    }

    private int Loop(PatternPiece atom, int next)
    {
        int loop = State(null, -1, next);
        int first = atom(loop);
        if (loop < _states.Count)
        {
            _states[loop] = new PatternState(null, first, next);
        }

        return loop;
    }

    private int State(Func<int, bool>? accepts, int next, int other)
    {
        if (_states.Count >= MaxStates)
        {
            _isWrong = true;
            return 0;
        }

        _states.Add(new PatternState(accepts, next, other));
        return _states.Count - 1;
    }

    private PatternPiece Wrong()
    {
        _isWrong = true;
        return next => next;
    }
}
