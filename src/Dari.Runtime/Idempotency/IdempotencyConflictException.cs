namespace Dari.Idempotency;

/// <summary>A call was not sent, because its name or its key already stands for another one in the journal.</summary>
public sealed class IdempotencyConflictException : InvalidOperationException
{
    /// <summary>Says what differs.</summary>
    /// <param name="message">What differs, and what to do.</param>
    /// <param name="existing">The call that has the name or the key.</param>
    public IdempotencyConflictException(string message, IdempotentCall existing)
        : base(message) => Existing = existing;

    /// <summary>The call that has the name or the key.</summary>
    public IdempotentCall Existing { get; }
}
