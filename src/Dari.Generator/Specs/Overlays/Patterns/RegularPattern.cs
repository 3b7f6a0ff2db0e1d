using System;
using System.Collections.Generic;

namespace Dari.Generator.Specs.Overlays.Patterns;

/// <summary>
/// A regular expression as a machine that is in several states at once. It looks at each character once, so that no
/// pattern takes more time than its length times that of the text; .NET's own would need a clock to be stopped.
/// </summary>
internal sealed class RegularPattern(IReadOnlyList<PatternState> states, int start)
{
    /// <param name="text">What is looked at.</param>
    /// <param name="isWhole">It has to match from beginning to end, not just somewhere.</param>
    /// <param name="count">Called for each step, and may throw to end a search that costs too much.</param>
    public bool IsMatch(string text, bool isWhole, Action count)
    {
        var current = new HashSet<int>();
        Enter(start, current);
        for (int i = 0; i < text.Length;)
        {
            if (!isWhole && IsEnd(current))
            {
                return true;
            }

            bool isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            int character = isPair ? char.ConvertToUtf32(text[i], text[i + 1]) : text[i];
            var next = new HashSet<int>();
            foreach (int state in current)
            {
                count();
                if (states[state].Accepts is { } accepts && accepts(character))
                {
                    Enter(states[state].Next, next);
                }
            }

            if (!isWhole)
            {
                Enter(start, next);
            }

            current = next;
            i += isPair ? 2 : 1;
        }

        return IsEnd(current);
    }

    private bool IsEnd(HashSet<int> current)
    {
        foreach (int state in current)
        {
            if (states[state].IsEnd)
            {
                return true;
            }
        }

        return false;
    }

    private void Enter(int state, HashSet<int> into)
    {
        var open = new Stack<int>();
        open.Push(state);
        while (open.Count > 0)
        {
            int one = open.Pop();
            if (!into.Add(one) || states[one].Accepts is not null)
            {
                continue;
            }

            if (states[one].Next >= 0)
            {
                open.Push(states[one].Next);
            }

            if (states[one].Other >= 0)
            {
                open.Push(states[one].Other);
            }
        }
    }
}
