using System;
using System.Runtime.CompilerServices;

namespace Dari.Generator.Specs.Syntax;

/// <summary>
/// Hands out one instance for equal short strings: most of a document is a few hundred names said thousands of times.
/// Direct-mapped, so a collision costs an allocation and never a search.
/// </summary>
internal sealed class StringPool
{
    /// <summary>Strings from this length on are rarely said twice.</summary>
    public const int MaxLength = 24;

    private const int Slots = 4096;

    private readonly string?[] _slots = new string?[Slots];

    /// <summary>Extends a hash by one character; begin with 0.</summary>
    public static uint Mix(uint hash, char character) => unchecked((hash * 31) + character);

    /// <summary>The part of <paramref name="text"/> as a string; <paramref name="hash"/> was mixed from its characters.</summary>
    [MethodImpl(HotPath.Optimized)]
    public string Get(string text, int start, int length, uint hash)
    {
        if (length == 0)
        {
            return "";
        }

        ref string? slot = ref _slots[(hash ^ (hash >> 12)) & (Slots - 1)];
        if (slot is { } known && known.Length == length && string.CompareOrdinal(known, 0, text, start, length) == 0)
        {
            return known;
        }

        return slot = text.Substring(start, length);
    }

    /// <summary>The pooled instance of a string that exists already.</summary>
    [MethodImpl(HotPath.Optimized)]
    public string Get(string text)
    {
        if (text.Length >= MaxLength)
        {
            return text;
        }

        uint hash = 0;
        foreach (char character in text)
        {
            hash = Mix(hash, character);
        }

        ref string? slot = ref _slots[(hash ^ (hash >> 12)) & (Slots - 1)];
        return string.Equals(slot, text, StringComparison.Ordinal) ? slot! : slot = text;
    }
}
