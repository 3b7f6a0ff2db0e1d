namespace Dari.Archiving.Ignoring;

/// <summary>
/// A pattern of an ignore file, as gitignore(5) defines it, over the bytes of a path in UTF-8: git counts bytes too, so
/// that <c>?</c> is not a letter with an accent.
/// </summary>
/// <remarks>All states advance together, so no pattern can take more than its length times that of the path.</remarks>
internal sealed class GlobPattern
{
    private readonly GlobStep[] _steps;

    private GlobPattern(GlobStep[] steps) => _steps = steps;

    /// <summary>Reads a pattern; null when it is malformed and so matches nothing.</summary>
    internal static GlobPattern? Read(ReadOnlySpan<byte> pattern)
    {
        var steps = new List<GlobStep>();

        // git compares the leading bytes without wildcards on their own; what follows them starts anew, and so "**" in
        // "a**/b" counts as standing at the start of a folder.
        int plain = pattern.IndexOfAny("*?[\\"u8);
        for (int i = 0; i < pattern.Length;)
        {
            switch (pattern[i])
            {
                case (byte)'*':
                    AddStars(steps, pattern, ref i, i == plain || i == 0 || pattern[i - 1] == '/');
                    break;
                case (byte)'?':
                    steps.Add(new GlobStep(GlobStepKind.One));
                    i++;
                    break;
                case (byte)'[':
                    ByteClass? members = ByteClass.Read(pattern, ref i);
                    if (members is null)
                    {
                        return null;
                    }

                    steps.Add(new GlobStep(GlobStepKind.Class, 0, members));
                    break;
                case (byte)'\\' when i + 1 == pattern.Length:
                    return null;
                default:
                    i += pattern[i] == '\\' ? 1 : 0;
                    steps.Add(new GlobStep(GlobStepKind.Literal, pattern[i++]));
                    break;
            }
        }

        return new GlobPattern([.. steps]);
    }

    internal bool Matches(ReadOnlySpan<byte> path)
    {
        int count = _steps.Length + 1;
        Span<bool> both = count <= 256 ? stackalloc bool[2 * count] : new bool[2 * count];
        both.Clear();
        Span<bool> now = both[..count];
        Span<bool> next = both[count..];
        Enter(now, 0);
        foreach (byte value in path)
        {
            bool any = false;
            next.Clear();
            for (int state = 0; state < _steps.Length; state++)
            {
                any |= now[state] && Advance(next, state, value);
            }

            if (!any)
            {
                return false;
            }

            Span<bool> used = now;
            now = next;
            next = used;
        }

        return now[^1];
    }

    private static void AddStars(List<GlobStep> steps, ReadOnlySpan<byte> pattern, ref int i, bool startsFolder)
    {
        int start = i;
        while (i < pattern.Length && pattern[i] == '*')
        {
            i++;
        }

        bool isDouble = i - start > 1 && startsFolder;
        if (isDouble && i < pattern.Length && pattern[i] == '/')
        {
            steps.Add(new GlobStep(GlobStepKind.Folders));
            steps.Add(new GlobStep(GlobStepKind.InFolder));
            i++;
        }
        else
        {
            bool isRest = isDouble && (i == pattern.Length || pattern[i..].StartsWith("\\/"u8));
            steps.Add(new GlobStep(isRest ? GlobStepKind.Rest : GlobStepKind.Star));
        }
    }

    // Also enters what follows a state that may stand for nothing.
    private void Enter(Span<bool> states, int state)
    {
        states[state] = true;
        while (state < _steps.Length && _steps[state].Kind
            is GlobStepKind.Star or GlobStepKind.Rest or GlobStepKind.Folders)
        {
            state += _steps[state].Kind == GlobStepKind.Folders ? 2 : 1;
            states[state] = true;
        }
    }

    private bool Advance(Span<bool> next, int state, byte value)
    {
        GlobStep step = _steps[state];
        bool isSlash = value == '/';
        int target = step.Kind switch
        {
            GlobStepKind.Literal => step.Value == value ? state + 1 : -1,
            GlobStepKind.One => isSlash ? -1 : state + 1,
            GlobStepKind.Class => step.Class!.Has(value) ? state + 1 : -1,
            GlobStepKind.Star => isSlash ? -1 : state,
            GlobStepKind.Rest => state,
            GlobStepKind.Folders => isSlash ? state : state + 1,
            _ => isSlash ? state - 1 : state,
        };
        if (target >= 0)
        {
            Enter(next, target);
        }

        return target >= 0;
    }
}
