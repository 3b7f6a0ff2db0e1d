namespace Dari.Paging;

/// <summary>
/// What a document says of an answer that comes in pages. Generated code makes it, from <c>x-pagination</c> or from a
/// form that is unambiguous. Places are JSON pointers.
/// </summary>
public sealed class PageRules
{
    /// <summary>How a page says where the next one is.</summary>
    public required PageStyle Style { get; init; }

    /// <summary>Where the items are; empty: the answer is the list itself.</summary>
    public required string Items { get; init; }

    /// <summary>The query parameter that says which page; empty with <see cref="PageStyle.Link"/>.</summary>
    public string Parameter { get; init; } = "";

    /// <summary>Where the cursor or the link is; with <see cref="PageStyle.LastItem"/> where the id is in an item.</summary>
    public string Next { get; init; } = "";

    /// <summary>Where a boolean says whether there are more pages.</summary>
    public string? HasMore { get; init; }

    /// <summary>The number of the first page.</summary>
    public long First { get; init; } = 1;
}
