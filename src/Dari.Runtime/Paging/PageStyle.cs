namespace Dari.Paging;

/// <summary>How a page says where the next one is.</summary>
public enum PageStyle
{
    /// <summary>By a cursor or token in its body, which goes into a parameter.</summary>
    Cursor,

    /// <summary>By the id of its last item, which goes into a parameter.</summary>
    LastItem,

    /// <summary>By a link in its body, or in its header <c>Link</c> (RFC 8288) where no place in the body is named.</summary>
    Link,

    /// <summary>The next number.</summary>
    Number,

    /// <summary>The number of items that came so far.</summary>
    Offset,
}
