using Dari.Emulator.Hosting;

namespace Dari.Emulator.Sandbox;

/// <summary>A page out of a list whose order never changes.</summary>
/// <param name="Items">The items.</param>
/// <param name="Next">Cursor of the next page, or null on the last one.</param>
internal sealed record CursorPage<T>(IReadOnlyList<T> Items, string? Next)
{
    private const string Prefix = "nt_";

    /// <summary>Cuts a page.</summary>
    /// <param name="all">Everything, filtered or not, so that a cursor stays good when its item no longer fits.</param>
    /// <param name="id">Id of an item.</param>
    /// <param name="filter">What belongs to the pages.</param>
    /// <param name="limit">Most items; 1 or more.</param>
    /// <param name="cursor">Cursor from the page before.</param>
    /// <exception cref="ServiceFault">400: the cursor is from somewhere else.</exception>
    public static CursorPage<T> Cut(
        IReadOnlyList<T> all, Func<T, string> id, Func<T, bool> filter, int limit, string? cursor)
    {
        var start = 0;
        if (cursor is not null)
        {
            start = all.Select(id).ToList().FindIndex(known => Prefix + known == cursor) + 1;
            if (start == 0)
            {
                throw SandboxFault.Invalid("The cursor is not from this list.");
            }
        }

        var found = all.Skip(start).Where(filter).Take(limit + 1).ToArray();
        return found.Length > limit
            ? new CursorPage<T>(found[..limit], Prefix + id(found[limit - 1]))
            : new CursorPage<T>(found, null);
    }
}
