using System;
using System.Collections.Generic;
using System.Text;

namespace Dari.Generator.Specs.Syntax;

/// <summary>
/// The text that the YAML parser gets, and the way back from its offsets to those of the document. The two differ by a
/// byte order mark and by white space that the parser refuses although common tools write it: lines of spaces between
/// the head of a block scalar and its first line of text.
/// </summary>
internal sealed class YamlText
{
    /// <summary>
    /// Line breaks of YAML 1.1, which the parser still takes for such. In 1.2 they are characters like others (5.4), and
    /// copied prose is full of them.
    /// </summary>
    private static readonly char[] OldBreaks = ['\u0085', '\u2028', '\u2029'];

    private readonly List<Removal> _removals = [];
    private readonly List<(char Original, char Stand)> _stands = [];

    private YamlText(string original)
    {
        Original = original;
        Text = original;
    }

    public string Original { get; }

    public string Text { get; private set; }

    public static YamlText Of(string original)
    {
        var text = new YamlText(original);
        text.FindRemovals();
        if (text._removals.Count > 0)
        {
            text.Remove();
        }

        text.ReplaceOldBreaks();
        return text;
    }

    /// <summary>A text that the parser gave back, with its own characters.</summary>
    public string Restore(string value)
    {
        foreach ((char original, char stand) in _stands)
        {
            value = value.IndexOf(stand) >= 0 ? value.Replace(stand, original) : value;
        }

        return value;
    }

    /// <summary>An offset into <see cref="Text"/> as one into <see cref="Original"/>.</summary>
    public int ToOriginal(long offset)
    {
        int position = (int)Math.Min(offset, Text.Length);
        int low = 0;
        int high = _removals.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_removals[middle].PositionAfter <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low == 0 ? position : position + _removals[low - 1].RemovedUpToHere;
    }

    /// <summary>
    /// A flow container ends with its bracket, at which the parser's closing event stands; a block one, whose event
    /// stands at the next token, with its last child.
    /// </summary>
    public int ContainerEnd(int start, int lastChildEnd, int closingEvent, char open, char close) =>
        IsAt(start, open) && IsAt(closingEvent, close) ? closingEvent + 1 : Math.Max(lastChildEnd, start);

    public int TrimEnd(int start, int end)
    {
        while (end > start && char.IsWhiteSpace(Original[end - 1]))
        {
            end--;
        }

        return end;
    }

    private bool IsAt(int offset, char character) => offset < Original.Length && Original[offset] == character;

    private void FindRemovals()
    {
        if (Original.Length > 0 && Original[0] == '\uFEFF')
        {
            Add(0, 1);
        }

        int line = 0;
        bool followsHead = false;
        while (line < Original.Length)
        {
            int text = line;
            while (text < Original.Length && Original[text] == ' ')
            {
                text++;
            }

            int lineBreak = Original.IndexOf('\n', text);
            int end = lineBreak < 0 ? Original.Length : lineBreak;
            bool isBlank = text == end || Original[text] == '\r';
            if (!isBlank)
            {
                followsHead = IsBlockScalarHead(text, end);
            }
            else if (followsHead && text > line && text < Original.Length)
            {
                Add(line, text - line);
            }

            line = end + 1;
        }
    }

    /// <summary>Each by a private character that does not occur, so that no offset moves.</summary>
    private void ReplaceOldBreaks()
    {
        if (Text.IndexOfAny(OldBreaks) < 0)
        {
            return;
        }

        char stand = '\uE000';
        foreach (char old in OldBreaks)
        {
            while (Original.IndexOf(stand) >= 0 && stand < '\uF8FF')
            {
                stand++;
            }

            if (Text.IndexOf(old) >= 0)
            {
                Text = Text.Replace(old, stand);
                _stands.Add((old, stand));
                stand++;
            }
        }
    }

    /// <summary>Whether a line ends as <c>key: |</c> or <c>- >-2</c> does, before its comment if it has one.</summary>
    private bool IsBlockScalarHead(int start, int end)
    {
        while (end > start && Original[end - 1] is ' ' or '\r')
        {
            end--;
        }

        if (EndsAsHead(start, end))
        {
            return true;
        }

        int comment = Original.IndexOf(" #", start, end - start, StringComparison.Ordinal);
        return comment >= 0 && EndsAsHead(start, comment);
    }

    private bool EndsAsHead(int start, int end)
    {
        while (end > start && Original[end - 1] == ' ')
        {
            end--;
        }

        int indicators = 2;
        while (indicators-- > 0 && end > start && Original[end - 1] is '+' or '-' or (>= '1' and <= '9'))
        {
            end--;
        }

        return end > start
            && Original[end - 1] is '|' or '>'
            && (end - 1 == start || Original[end - 2] == ' ');
    }

    private void Add(int start, int length)
    {
        int before = _removals.Count == 0 ? 0 : _removals[_removals.Count - 1].RemovedUpToHere;
        _removals.Add(new Removal(start, length, start - before, before + length));
    }

    private void Remove()
    {
        var kept = new StringBuilder(Original.Length);
        int from = 0;
        foreach (Removal removal in _removals)
        {
            kept.Append(Original, from, removal.Start - from);
            from = removal.Start + removal.Length;
        }

        Text = kept.Append(Original, from, Original.Length - from).ToString();
    }

    private readonly record struct Removal(int Start, int Length, int PositionAfter, int RemovedUpToHere);
}
