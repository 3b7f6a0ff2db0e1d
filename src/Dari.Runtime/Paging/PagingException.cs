namespace Dari.Paging;

/// <summary>A service gave pages that never come to an end, or do not say where the next one is.</summary>
public sealed class PagingException : Exception
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is wrong, without cursors: some are credentials.</param>
    public PagingException(string message)
        : base(message)
    {
    }
}
