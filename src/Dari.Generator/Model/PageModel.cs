namespace Dari.Generator.Model;

internal enum PageStyle
{
    Cursor,
    LastItem,
    Link,
    Number,
    Offset,
}

/// <summary>A method that gives the items of all pages. Places are JSON pointers.</summary>
internal sealed record PageModel : CompanionModel
{
    public required ValueModel Item { get; init; }

    public bool IsItemNullable { get; init; }

    public required PageStyle Style { get; init; }

    public required string Items { get; init; }

    /// <summary>The query parameter that says which page.</summary>
    public string? Parameter { get; init; }

    public string? Next { get; init; }

    public string? HasMore { get; init; }

    public int? First { get; init; }
}
