using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dari.Corpus.Values;

/// <summary>Writes texts that a pattern matches: literals, classes, groups, choices and repetitions; no looking around.</summary>
internal sealed class PatternWriter(Random random)
{
    private const int Tries = 8;
    private const string Word = "abzABZ019_";
    private const string Other = "azAZ09_-. /:";
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);
    private string _pattern = "";
    private int _at;
    private int _reach;

    /// <summary><see langword="null"/> when none was found.</summary>
    public string? Write(string pattern, int least, int most)
    {
        try
        {
            var regex = new Regex(pattern, RegexOptions.None, Patience);
            for (int i = 0; i < Tries; i++)
            {
                (_pattern, _at) = (pattern, 0);

                // Half of the time as long as it must be, where the pattern leaves that open.
                _reach = i % 2 == 0 ? 0 : Math.Min(least, 2000);
                string text = Choice(isWritten: true);
                text = text.Length < least && regex.IsMatch(text.PadRight(least, 'x')) ? text.PadRight(least, 'x') : text;
                if (_at == pattern.Length && text.Length >= least && text.Length <= most && regex.IsMatch(text))
                {
                    return text;
                }
            }
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or RegexMatchTimeoutException)
        {
            // It is no pattern, or one that this cannot write.
        }

        return null;
    }

    /// <summary>Alternatives up to the end of the group; one of them is picked by chance.</summary>
    private string Choice(bool isWritten)
    {
        var found = new List<string>();
        do
        {
            found.Add(Sequence(isWritten));
        }
        while (Take('|'));
        return found[random.Next(found.Count)];
    }

    private string Sequence(bool isWritten)
    {
        var text = new StringBuilder();
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            int start = _at;
            string one = Atom(isWritten);
            int end = _at;
            int count = Count();
            int after = _at;
            for (int i = 0; i < count && isWritten && text.Length < 10_000; i++)
            {
                // Each time anew, so that repetitions differ.
                text.Append(i == 0 ? one : Again(start, end, after));
            }
        }

        return text.ToString();
    }

    private string Again(int start, int end, int after)
    {
        (string pattern, _at) = (_pattern, start);
        _pattern = pattern[..end];
        string text = Atom(isWritten: true);
        (_pattern, _at) = (pattern, after);
        return text;
    }

    private string Atom(bool isWritten)
    {
        char character = _pattern[_at++];
        switch (character)
        {
            case '^' or '$':
                return "";
            case '.':
                return Pick(Other);
            case '(':
                if (Take('?') && !Take(':'))
                {
                    SkipName();
                }

                string inner = Choice(isWritten);
                return Take(')') ? inner : throw new FormatException();
            case '[':
                return Class();
            case '\\':
                return Escaped() is { Length: > 0 } some ? Pick(some) : "";
            default:
                return character.ToString();
        }
    }

    private void SkipName()
    {
        Take('P');
        int end = _pattern.IndexOf('>', _at);
        if (!Take('<') || end < 0 || _pattern[_at] is '=' or '!')
        {
            throw new FormatException();
        }

        _at = end + 1;
    }

    /// <summary>How often, after what is repeated; without an upper limit a few times.</summary>
    private int Count()
    {
        if (_at == _pattern.Length)
        {
            return 1;
        }

        (int least, int most) = _pattern[_at] switch
        {
            '*' => (_reach, _reach + 3),
            '+' => (Math.Max(1, _reach), _reach + 4),
            '?' => (0, 1),
            '{' => Bounds(),
            _ => (-1, 1),
        };
        if (least < 0)
        {
            return 1;
        }

        _at++;
        Take('?');
        return random.Next(least, Math.Min(most, Math.Max(least, 40)) + 1);
    }

    private (int Least, int Most) Bounds()
    {
        int end = _pattern.IndexOf('}', _at);
        string[] bounds = end < 0 ? [] : _pattern[(_at + 1)..end].Split(',');
        if (bounds.Length is 0 or > 2 || !int.TryParse(bounds[0], NumberStyles.None, CultureInfo.InvariantCulture, out int least))
        {
            throw new FormatException();
        }

        _at = end;
        return (least, bounds.Length == 1 ? least : bounds[1].Length == 0 ? Math.Max(least, _reach) + 3 : int.Parse(bounds[1], NumberStyles.None, CultureInfo.InvariantCulture));
    }

    private string Class()
    {
        bool isNegated = Take('^');
        var allowed = new StringBuilder();
        for (bool isFirst = true; _at < _pattern.Length && (isFirst || _pattern[_at] != ']'); isFirst = false)
        {
            string from = _pattern[_at++] is '\\' ? Escaped() : _pattern[_at - 1].ToString();
            if (from.Length == 1 && _at + 1 < _pattern.Length && _pattern[_at] == '-' && _pattern[_at + 1] != ']')
            {
                _at++;
                string to = _pattern[_at++] is '\\' ? Escaped() : _pattern[_at - 1].ToString();
                allowed.Append(from).Append((char)random.Next(from[0], to[0] + 1)).Append(to);
            }
            else
            {
                allowed.Append(from);
            }
        }

        _at++;
        if (!isNegated)
        {
            return allowed.Length == 0 ? "" : Pick(allowed.ToString());
        }

        string rest = string.Concat((Other + "x;é").Where(character => !allowed.ToString().Contains(character, StringComparison.Ordinal)));
        return rest.Length == 0 ? throw new FormatException() : Pick(rest);
    }

    /// <summary>What an escape stands for, after its backslash.</summary>
    private string Escaped()
    {
        char character = _at < _pattern.Length ? _pattern[_at++] : throw new FormatException();
        return character switch
        {
            'd' => "0123456789",
            'w' => Word,
            's' => " ",
            'D' or 'S' => "az_",
            'W' => " -.",
            'b' or 'A' or 'z' or 'Z' => "",
            'n' => "\n",
            'r' => "\r",
            't' => "\t",
            'u' => Hex(4),
            'x' => Hex(2),
            _ when char.IsLetterOrDigit(character) => throw new FormatException(),
            _ => character.ToString(),
        };
    }

    private string Hex(int length)
    {
        string digits = _at + length <= _pattern.Length ? _pattern.Substring(_at, length) : "";
        _at += length;
        return ((char)ushort.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString();
    }

    private bool Take(char character)
    {
        bool isNext = _at < _pattern.Length && _pattern[_at] == character;
        _at += isNext ? 1 : 0;
        return isNext;
    }

    private string Pick(string characters) => characters[random.Next(characters.Length)].ToString();
}
