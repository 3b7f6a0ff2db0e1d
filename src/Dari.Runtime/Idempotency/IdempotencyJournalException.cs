namespace Dari.Idempotency;

/// <summary>
/// A journal cannot be read or written: it is damaged, full, locked for too long, or the disk failed.
/// </summary>
public sealed class IdempotencyJournalException : IOException
{
    /// <summary>Says what is wrong, where, and what to do.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">What the system said, or null.</param>
    public IdempotencyJournalException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
