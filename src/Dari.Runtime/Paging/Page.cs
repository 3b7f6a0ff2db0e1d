namespace Dari.Paging;

/// <summary>One page: its items, and what it says of the next one.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next, bool? HasMore)
{
    /// <summary>The header <c>Link</c>.</summary>
    internal string? Link { get; init; }

    /// <summary>The same for the same page.</summary>
    internal string Digest { get; init; } = "";
}
