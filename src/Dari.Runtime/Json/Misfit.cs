namespace Dari.Json;

/// <summary>
/// Counts, while a thread reads one value, what did not fit its type: by this a union chooses among cases that all read.
/// </summary>
internal static class Misfit
{
    [ThreadStatic]
    private static long _score;

    /// <summary>The sum since it was last set to zero; smaller is better.</summary>
    internal static long Score
    {
        get => _score;
        set => _score = value;
    }

    /// <summary>A value, a member or a case that the type does not know, and keeps.</summary>
    internal static void Unknown() => _score++;

    /// <summary>A value that none of the cases of a union fits, and that stays JSON.</summary>
    internal static void Unread() => _score += 1_000;

    /// <summary>A whole number some of whose digits the type has no room for.</summary>
    internal static void Rounded() => _score += 1_000_000;

    /// <summary>A member that is dropped, because its type allows no others, or no null for it.</summary>
    internal static void Dropped() => _score += 1_000_000;
}
