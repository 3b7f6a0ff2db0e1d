using System;
using System.Runtime.CompilerServices;
using Dari.Generator.Diagnostics;

namespace Dari.Generator.Specs.Syntax;

/// <summary>Where the reading of a JSON text stands, and how it complains.</summary>
internal sealed class JsonCursor(string text, ProblemList problems)
{
    private readonly StringPool _pool = new();
    private int _errors;

    public string Text { get; } = text;

    public int Position { get; set; } = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;

    public bool AtEnd => Position >= Text.Length;

    /// <summary>The character here; <c>\0</c> at the end, which no JSON token begins with either.</summary>
    public char Current => Position < Text.Length ? Text[Position] : '\0';

    /// <summary>Too many errors: what follows would only repeat them.</summary>
    public bool IsHopeless => _errors >= SyntaxLimits.SyntaxErrors;

    public void Report(int start, int end, string message)
    {
        _errors++;
        problems.Add(DiagnosticDescriptors.InvalidSyntax, start, end, message);
    }

    public void ReportExpected(string expected) =>
        Report(Position, AtEnd ? Position : Position + 1, "Expected " + expected + ", but found " + Found());

    [MethodImpl(HotPath.Optimized)]
    public void SkipWhitespace()
    {
        do
        {
            // Half of a document is white space: a local is quicker than the property.
            string text = Text;
            int position = Position;
            while (position < text.Length && text[position] is ' ' or '\n' or '\r' or '\t')
            {
                position++;
            }

            Position = position;
        }
        while (Current == '/' && TrySkipComment());
    }

    /// <summary>A part of the text as a string; <paramref name="hash"/> was mixed from its characters by the pool's rule.</summary>
    public string Pooled(int start, int length, uint hash) => _pool.Get(Text, start, length, hash);

    [MethodImpl(HotPath.Optimized)]
    public string Pooled(int start, int length)
    {
        if (length >= StringPool.MaxLength)
        {
            return Text.Substring(start, length);
        }

        uint hash = 0;
        for (int i = start; i < start + length; i++)
        {
            hash = StringPool.Mix(hash, Text[i]);
        }

        return _pool.Get(Text, start, length, hash);
    }

    /// <summary>Many editors write comments into JSON; they are harmless, so the document is read all the same.</summary>
    private bool TrySkipComment()
    {
        int start = Position;
        bool isBlock = string.CompareOrdinal(Text, start, "/*", 0, 2) == 0;
        if (!isBlock && string.CompareOrdinal(Text, start, "//", 0, 2) != 0)
        {
            return false;
        }

        int end = isBlock
            ? Text.IndexOf("*/", start + 2, StringComparison.Ordinal)
            : Text.IndexOf('\n', start + 2);
        Position = end < 0 ? Text.Length : isBlock ? end + 2 : end;
        Report(start, Position, "JSON has no comments");
        return true;
    }

    private string Found()
    {
        if (AtEnd)
        {
            return "the end of the text";
        }

        char found = Text[Position];
        return found is < ' ' or '\u007F' || char.IsSurrogate(found)
            ? "the character U+" + ((int)found).ToString("X4", System.Globalization.CultureInfo.InvariantCulture)
            : "'" + found + "'";
    }
}
