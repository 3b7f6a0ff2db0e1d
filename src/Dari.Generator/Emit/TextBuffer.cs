using System;

namespace Dari.Generator.Emit;

/// <summary>
/// Where the text of a file grows, with room in front for what is known only at its end. Used for one file after the
/// other: the text itself is then all that each file allocates.
/// </summary>
internal sealed class TextBuffer
{
    /// <summary>Longer than the header and usings of almost any file.</summary>
    private const int Room = 4096;

    private char[] _chars = new char[Room + (1 << 16)];
    private int _end = Room;

    public int Length => _end - Room;

    public char this[int position] => _chars[Room + position];

    public void Clear() => _end = Room;

    public void Append(char character)
    {
        Reserve(1);
        _chars[_end++] = character;
    }

    public void AppendSpaces(int count)
    {
        Reserve(count);
        _chars.AsSpan(_end, count).Fill(' ');
        _end += count;
    }

    public void Append(string text) => Append(text, 0, text.Length);

    public void Append(string text, int start, int end)
    {
        Reserve(end - start);
        text.CopyTo(start, _chars, _end, end - start);
        _end += end - start;
    }

    /// <summary>Takes away all behind a length.</summary>
    public void Truncate(int length) => _end = Room + length;

    public string ToString(string header)
    {
        if (header.Length > Room)
        {
            return header + ToString();
        }

        header.CopyTo(0, _chars, Room - header.Length, header.Length);
        return new string(_chars, Room - header.Length, header.Length + Length);
    }

    public override string ToString() => new(_chars, Room, Length);

    private void Reserve(int count)
    {
        if (_end + count > _chars.Length)
        {
            Array.Resize(ref _chars, Math.Max(2 * _chars.Length, _end + count));
        }
    }
}
