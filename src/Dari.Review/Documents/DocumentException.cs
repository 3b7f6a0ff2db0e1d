namespace Dari.Review.Documents;

/// <summary>A document, or what belongs to it, cannot be read or written; the message says which and why.</summary>
internal sealed class DocumentException : Exception
{
    public DocumentException(string message)
        : base(message)
    {
    }

    public DocumentException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
