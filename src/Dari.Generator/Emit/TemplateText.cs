using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Dari.Generator.Emit;

/// <summary>
/// What can be said of the literal part of a template without knowing where it will stand: its lines, their margins,
/// and the words in them that may be framework names. Templates are constants of this assembly, so each is looked at
/// once.
/// </summary>
internal sealed class TemplateText
{
    private const string Cref = "cref=\"";

    private static readonly ConcurrentDictionary<string, TemplateText> Known = new(ByReference.Comparer);

    private TemplateText(string text)
    {
        Text = text;
        Lines = Split(text);
    }

    public string Text { get; }

    public Line[] Lines { get; }

    public static TemplateText Of(string literal) =>
        Known.TryGetValue(literal, out TemplateText? known) ? known : Known.GetOrAdd(literal, new TemplateText(literal));

    public static bool IsNamePart(char character) => character is '_' || char.IsLetterOrDigit(character);

    private static Line[] Split(string text)
    {
        var lines = new List<Line>();
        int start = 0;
        while (true)
        {
            int end = text.IndexOf('\n', start);
            int stop = end < 0 ? text.Length : end;
            stop -= stop > start && text[stop - 1] == '\r' ? 1 : 0;
            lines.Add(new Line(text, start, stop, isEnded: end >= 0));
            if (end < 0)
            {
                return lines.ToArray();
            }

            start = end + 1;
        }
    }

    /// <summary>A line, or the part of one that ends the template.</summary>
    internal sealed class Line
    {
        public Line(string text, int start, int end, bool isEnded)
        {
            (Start, End, IsEnded) = (start, end, isEnded);
            int first = start;
            while (first < end && text[first] == ' ')
            {
                first++;
            }

            Margin = first - start;
            IsBlank = first == end;
            StartsComment = first + 1 < end && text[first] == '/' && text[first + 1] == '/';
            Words = FindWords(text, start, end);
        }

        public int Start { get; }

        public int End { get; }

        /// <summary>A line break follows.</summary>
        public bool IsEnded { get; }

        public int Margin { get; }

        /// <summary>Nothing but spaces.</summary>
        public bool IsBlank { get; }

        public bool StartsComment { get; }

        public Word[] Words { get; }

        private static Word[] FindWords(string text, int start, int end)
        {
            var words = new List<Word>();
            for (int i = start; i < end; i++)
            {
                if (text[i] is < 'A' or > 'Z' || (i > start && IsNamePart(text[i - 1])))
                {
                    continue;
                }

                int stop = i;
                while (stop < end && IsNamePart(text[stop]))
                {
                    stop++;
                }

                if (FrameworkNames.NamespaceOf(text.Substring(i, stop - i)) is { } found)
                {
                    bool isCref = i >= Cref.Length && string.CompareOrdinal(text, i - Cref.Length, Cref, 0, Cref.Length) == 0;
                    words.Add(new Word(i, text.Substring(i, stop - i), found, isCref, i > start && text[i - 1] == '.'));
                }

                i = stop - 1;
            }

            return words.Count == 0 ? [] : words.ToArray();
        }
    }

    /// <summary>A framework name. In a comment it is one behind <c>cref</c> only, elsewhere not behind a dot.</summary>
    internal sealed record Word(int Start, string Name, string Namespace, bool IsCref, bool IsBehindDot);

    private sealed class ByReference : IEqualityComparer<string>
    {
        public static readonly ByReference Comparer = new();

        public bool Equals(string? x, string? y) => ReferenceEquals(x, y);

        public int GetHashCode(string text) => RuntimeHelpers.GetHashCode(text);
    }
}
