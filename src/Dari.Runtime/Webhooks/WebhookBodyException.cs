namespace Dari.Webhooks;

/// <summary>The body of a delivery is not what its event says; a receiver refuses it.</summary>
public sealed class WebhookBodyException : Exception
{
    /// <summary>Says what does not read.</summary>
    /// <param name="message">Path and kinds, no values.</param>
    /// <param name="innerException">What the reader said.</param>
    public WebhookBodyException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
