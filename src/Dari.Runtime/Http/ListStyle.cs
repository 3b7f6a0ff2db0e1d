namespace Dari.Http;

/// <summary>How a list is written into a query or a form.</summary>
public enum ListStyle
{
    /// <summary>Once for each value: <c>name=a&amp;name=b</c>.</summary>
    Multi,

    /// <summary>Joined by commas: <c>name=a,b</c>.</summary>
    Comma,

    /// <summary>Joined by spaces: <c>name=a%20b</c>.</summary>
    Space,

    /// <summary>Joined by bars: <c>name=a%7Cb</c>.</summary>
    Pipe,

    /// <summary>Joined by tabs: <c>name=a%09b</c>.</summary>
    Tab,
}
