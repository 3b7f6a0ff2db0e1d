using System.Text;

namespace Dari.Archiving.Ignoring;

/// <summary>The set of bytes that <c>[...]</c> in a pattern stands for.</summary>
internal sealed class ByteClass
{
    private readonly bool[] _members = new bool[256];

    internal bool Has(byte value) => _members[value];

    /// <summary>Reads a class; <paramref name="at"/> stands on its <c>[</c>, afterwards behind its <c>]</c>.</summary>
    /// <returns>Null when it is never closed or names an unknown class: such a pattern matches nothing.</returns>
    internal static ByteClass? Read(ReadOnlySpan<byte> pattern, ref int at)
    {
        var result = new ByteClass();
        int i = at + 1;
        bool negated = i < pattern.Length && pattern[i] is (byte)'!' or (byte)'^';
        i += negated ? 1 : 0;
        int first = i;

        // The byte that a following "-" starts a range with; none at the start and after a range or named class.
        int from = -1;

        // A "]" that comes first is a member.
        while (i < pattern.Length && (pattern[i] != ']' || i == first))
        {
            if (pattern[i] == '[' && IsNamed(pattern[i..], out int length))
            {
                if (!result.AddNamed(Encoding.ASCII.GetString(pattern.Slice(i + 2, length - 4))))
                {
                    return null;
                }

                i += length;
                from = -1;
            }
            else if (pattern[i] == '-' && from >= 0 && i + 1 < pattern.Length && pattern[i + 1] != ']')
            {
                i++;
                if (!Member(pattern, ref i, out byte to))
                {
                    return null;
                }

                for (int value = from; value <= to; value++)
                {
                    result._members[value] = true;
                }

                from = -1;
            }
            else if (Member(pattern, ref i, out byte value))
            {
                result._members[value] = true;
                from = value;
            }
            else
            {
                return null;
            }
        }

        at = i + 1;
        return i < pattern.Length ? result.Close(negated) : null;
    }

    private static bool Member(ReadOnlySpan<byte> pattern, ref int i, out byte value)
    {
        i += pattern[i] == '\\' ? 1 : 0;
        value = i < pattern.Length ? pattern[i] : (byte)0;
        return i++ < pattern.Length;
    }

    // "[:alpha:]": what stands up to the next "]", if that has a ":" before it.
    private static bool IsNamed(ReadOnlySpan<byte> text, out int length)
    {
        length = text.IndexOf((byte)']') + 1;
        return text.Length > 1 && text[1] == ':' && length >= 4 && text[length - 2] == ':';
    }

    private bool AddNamed(string name)
    {
        Func<char, bool>? test = name switch
        {
            "alnum" => char.IsAsciiLetterOrDigit,
            "alpha" => char.IsAsciiLetter,
            "blank" => static c => c is ' ' or '\t',
            "cntrl" => static c => c is < ' ' or '\x7f',
            "digit" => char.IsAsciiDigit,
            "graph" => static c => c is > ' ' and < '\x7f',
            "lower" => char.IsAsciiLetterLower,
            "print" => static c => c is >= ' ' and < '\x7f',
            "punct" => static c => c is > ' ' and < '\x7f' && !char.IsAsciiLetterOrDigit(c),
            "space" => static c => c is ' ' or (>= '\t' and <= '\r'),
            "upper" => char.IsAsciiLetterUpper,
            "xdigit" => char.IsAsciiHexDigit,
            _ => null,
        };
        for (int value = 0; test is not null && value < 128; value++)
        {
            _members[value] |= test((char)value);
        }

        return test is not null;
    }

    private ByteClass Close(bool negated)
    {
        for (int value = 0; negated && value < 256; value++)
        {
            _members[value] = !_members[value];
        }

        // No class reaches over a folder.
        _members['/'] = false;
        return this;
    }
}
