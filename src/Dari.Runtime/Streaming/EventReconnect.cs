namespace Dari.Streaming;

/// <summary>When a stream of events is connected again.</summary>
public enum EventReconnect
{
    /// <summary>
    /// A GET whose connection broke, if events had ids or none has come yet: else what came would come twice, or what
    /// was sent meanwhile would be lost. Other methods never: that could do their work twice.
    /// </summary>
    Safe,

    /// <summary>Never: a broken connection is an error.</summary>
    Never,

    /// <summary>When the connection broke, with whatever method.</summary>
    WhenBroken,

    /// <summary>Also when the service ended the answer, until it says 204 (WHATWG HTML, 9.2.3) or sends a last event.</summary>
    Always,
}
